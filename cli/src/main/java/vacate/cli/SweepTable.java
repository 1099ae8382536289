// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.story.Wrap;
import vacate.universe.SweepSummary;

/** What a sweep came to, as lines of text: a sentence for each model, and what is broken where. */
final class SweepTable {
  private static final int SHOWN = 5;
  private static final String INDENT = "  ";

  private final String subject;
  private final String scope;
  private final List<SweepSummary> summaries;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param subject what was swept, as {@code corrected}
   * @param scope which scenarios those are, behind "scenarios of"
   * @param summaries one for each model
   */
  SweepTable(String subject, String scope, List<SweepSummary> summaries) {
    this.subject = subject;
    this.scope = scope;
    this.summaries = summaries;
  }

  /**
   * In lines of no more than {@code width} columns, where words allow it.
   *
   * @param notes how it was come by, a line each
   * @param lacking what those are called of which nothing is known
   */
  List<String> lines(List<String> notes, String lacking, int width) {
    summaries.forEach(this::head);
    notes.forEach(lines::add);
    breaches().forEach((what, where) -> breach(what, where, width));
    undecided(width);
    int notBegun = summaries.get(0).notBegun().size();
    if (notBegun > 0) {
      lines.add("");
      lines.add(lacking + ", " + notBegun);
    }
    return lines;
  }

  /** The sentence of each model. */
  List<String> heads() {
    return summaries.stream().map(this::sentence).toList();
  }

  private void head(SweepSummary s) {
    lines.add(sentence(s));
    lines.add(INDENT + s.executions() + " executions, " + s.blocked() + " blocked");
    s.assumed().forEach((what, n) -> lines.add(INDENT + "assumes " + what + ", in " + n));
    if (s.buffering() > 0) {
      lines.add(INDENT + "load buffering is not explored, and not ruled out in " + s.buffering());
    }
  }

  private String sentence(SweepSummary s) {
    return s.verdict()
        + " "
        + subject
        + " under "
        + s.model().id()
        + (s.broken().isEmpty() ? "" : ", broken in " + s.refuted())
        + (s.verdict() == Verdict.PROVED ? " in all " : " of ")
        + s.scenarios()
        + " scenarios of "
        + scope;
  }

  /** What is broken, and under which models in which scenarios. */
  private Map<String, Map<MemoryModel, List<Scenario>>> breaches() {
    Map<String, Map<MemoryModel, List<Scenario>>> all = new LinkedHashMap<>();
    for (SweepSummary s : summaries) {
      s.broken()
          .forEach(
              (what, where) ->
                  all.computeIfAbsent(what, w -> new LinkedHashMap<>()).put(s.model(), where));
    }
    return all;
  }

  private void breach(String what, Map<MemoryModel, List<Scenario>> where, int width) {
    lines.add("");
    Wrap.at(width, what + ", in " + Counts.of(where, summaries.size())).forEach(lines::add);
    Set<Scenario> all =
        where.values().stream()
            .sorted(Comparator.comparing(scenarios -> -scenarios.size()))
            .flatMap(List::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    all.stream()
        .limit(SHOWN)
        .forEach(
            scenario -> {
              String models =
                  where.keySet().stream()
                      .filter(model -> where.get(model).contains(scenario))
                      .map(MemoryModel::id)
                      .collect(Collectors.joining(", "));
              boolean always = models.equals(ids());
              lines.add(INDENT + scenario + (always ? "" : INDENT + "under " + models));
            });
  }

  private String ids() {
    return summaries.stream().map(s -> s.model().id()).collect(Collectors.joining(", "));
  }

  private void undecided(int width) {
    for (SweepSummary s : summaries) {
      if (!s.undecided().isEmpty()) {
        lines.add("");
        lines.add(
            "not decided"
                + (summaries.size() == 1 ? "" : " under " + s.model().id())
                + ", "
                + s.undecided().size());
        s.undecided().entrySet().stream()
            .limit(SHOWN)
            .flatMap(
                e -> Wrap.at(width - INDENT.length(), e.getKey() + ": " + e.getValue()).stream())
            .forEach(line -> lines.add(INDENT + line));
      }
    }
  }
}
