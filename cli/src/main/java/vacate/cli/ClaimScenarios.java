// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.story.Wrap;
import vacate.universe.SweepSummary;

/** Every scenario of a sweep in which a claim breaks, as lines of text. */
final class ClaimScenarios {
  private static final String INDENT = "  ";

  private final Claim claim;
  private final List<SweepSummary> summaries;

  ClaimScenarios(Claim claim, List<SweepSummary> summaries) {
    this.claim = claim;
    this.summaries = summaries;
  }

  /** In lines of no more than {@code width} columns, where words allow it. */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    Set<Scenario> broken = all(SweepSummary::claims);
    Set<Scenario> qualified = all(SweepSummary::qualified);
    lines.addAll(
        Wrap.at(
            width,
            claim
                + " is "
                + (broken.isEmpty() ? "not seen to break in any" : "broken in " + broken.size())
                + " of "
                + summaries.get(0).scenarios()
                + " scenarios"
                + (qualified.isEmpty()
                    ? ""
                    : ", with the condition that was to save it (+) in " + qualified.size())));
    for (Scenario scenario : broken) {
      String under = under(scenario);
      lines.add(
          (qualified.contains(scenario) ? "+ " : INDENT)
              + scenario
              + (under.isEmpty() ? "" : INDENT + "under " + under));
    }
    return lines;
  }

  private Set<Scenario> all(Function<SweepSummary, SortedMap<Claim, List<Scenario>>> of) {
    Set<Scenario> all = new LinkedHashSet<>();
    summaries.forEach(s -> all.addAll(of.apply(s).getOrDefault(claim, List.of())));
    return all;
  }

  /** The models in which the sentence breaks there; empty if in all. */
  private String under(Scenario scenario) {
    Map<Boolean, List<MemoryModel>> breaks =
        summaries.stream()
            .collect(
                Collectors.partitioningBy(
                    s -> s.claims().getOrDefault(claim, List.of()).contains(scenario),
                    Collectors.mapping(SweepSummary::model, Collectors.toList())));
    return breaks.get(false).isEmpty()
        ? ""
        : breaks.get(true).stream().map(MemoryModel::id).collect(Collectors.joining(", "));
  }
}
