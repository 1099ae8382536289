// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vacate.chronicle.CureFound;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cure;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.history.Proof;

/** What the cure of a version changes, and what came of it, in words. */
public final class CureWords {
  private CureWords() {}

  /** As in {@code BOUNDED in 8, PROVED in 167 of 175}, the worst first. */
  public static String verdict(List<CureFound> found) {
    Map<Verdict, Long> said =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    CureFound::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    return Verdict.WORST_FIRST.stream()
            .filter(said::containsKey)
            .map(v -> v + " in " + (said.get(v) == found.size() ? "all" : said.get(v)))
            .collect(Collectors.joining(", "))
        + " of "
        + found.size();
  }

  /**
   * The ids of what the version has of what a change cures; else, behind {@code else}, of what the
   * other changes would bring.
   */
  public static String cures(Cure.Change change, PostedVersion version) {
    Predicate<HistoricDefect> has =
        d ->
            d.shownIn().contains(version.revision.orElseThrow())
                || d.proof instanceof Proof.NotShown;
    Set<HistoricDefect> here =
        change.cures().stream().filter(has).collect(Collectors.toCollection(TreeSet::new));
    return here.isEmpty() ? "else " + ids(change.cures()) : ids(here);
  }

  private static String ids(Set<HistoricDefect> defects) {
    return defects.stream().sorted().map(d -> d.id).collect(Collectors.joining(", "));
  }

  /** As in {@code sc, tso, pso, jmm}. */
  public static String models() {
    return Arrays.stream(MemoryModel.values())
        .map(MemoryModel::id)
        .collect(Collectors.joining(", "));
  }
}
