// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.story.Wrap;
import vacate.universe.SweepSummary;
import vacate.watch.Watchman;

/** Which of the patch's claims a sweep has seen to break, as lines of text. */
final class ClaimTable {
  private static final String INDENT = "  ";

  /** As wide as {@code C18 +} and a space. */
  private static final int ID = 6;

  private final List<SweepSummary> summaries;

  /**
   * @param summaries one for each model
   */
  ClaimTable(List<SweepSummary> summaries) {
    this.summaries = summaries;
  }

  /**
   * In lines of no more than {@code width} columns, where words allow it; none if none was swept.
   */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    if (summaries.stream().allMatch(s -> s.notBegun().size() == s.scenarios())) {
      return lines;
    }
    lines.add("claims that break as the patch words them: in how many scenarios, and the first;");
    lines.add("+ those that break with the condition that was to save them, too");
    List<String> unbroken = new ArrayList<>();
    for (Claim claim : new TreeSet<>(Watchman.WATCHED)) {
      Map<MemoryModel, List<Scenario>> literal = where(claim, SweepSummary::claims);
      Map<MemoryModel, List<Scenario>> qualified = where(claim, SweepSummary::qualified);
      if (literal.isEmpty()) {
        unbroken.add(claim.name());
      } else {
        lines.addAll(lines(claim.name(), literal, width));
        if (!qualified.isEmpty()) {
          lines.addAll(lines(claim.name() + " +", qualified, width));
        }
      }
    }
    if (!unbroken.isEmpty()) {
      lines.add(INDENT + "not seen to break: " + String.join(", ", unbroken));
    }
    return lines;
  }

  private Map<MemoryModel, List<Scenario>> where(
      Claim claim, Function<SweepSummary, Map<Claim, List<Scenario>>> form) {
    Map<MemoryModel, List<Scenario>> where = new LinkedHashMap<>();
    for (SweepSummary s : summaries) {
      List<Scenario> scenarios = form.apply(s).get(claim);
      if (scenarios != null) {
        where.put(s.model(), scenarios);
      }
    }
    return where;
  }

  private List<String> lines(String id, Map<MemoryModel, List<Scenario>> where, int width) {
    List<String> lines = new ArrayList<>();
    String head = INDENT + id + " ".repeat(ID - id.length());
    String first = where.values().iterator().next().get(0).toString();
    String text = Counts.of(where, summaries.size()) + ": " + first;
    for (String part : Wrap.at(width - head.length(), text)) {
      lines.add(head + part);
      head = " ".repeat(head.length());
    }
    return lines;
  }
}
