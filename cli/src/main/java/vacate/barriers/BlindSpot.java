// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Precaution;

/** Which mutants a judge cannot see, because of what it is. */
public enum BlindSpot {
  LINCHECK(
      "lincheck",
      "runs interleavings: no fence and no mode means anything to it",
      line -> line.isNeeded() && line.neededUnder() != MemoryModel.SC),
  JCSTRESS(
      "jcstress",
      "on x86-64 the processor keeps stores and loads in order and each update is a full barrier:"
          + " only the compiler can show these",
      line -> line.isNeeded() && line.neededUnder().isWeakerThan(MemoryModel.TSO)),
  EXPLORER(
      "explorer",
      "interrupts no CPU; shows no load buffering; knows no waiting that is only long",
      line -> line.id().equals(LeftOut.label(Precaution.INTERRUPTS_OFF)));

  private final String judge;
  private final String why;
  private final Predicate<MutantResult> unseen;

  BlindSpot(String judge, String why, Predicate<MutantResult> unseen) {
    this.judge = judge;
    this.why = why;
    this.unseen = unseen;
  }

  /** The mutants of these that the judge cannot see. */
  public List<MutantResult> of(List<MutantResult> lines) {
    return lines.stream().filter(unseen).toList();
  }

  /** The table, two lines a judge: how many and why, and in which functions. */
  public static List<String> text(List<MutantResult> lines) {
    List<String> text = new ArrayList<>();
    text.add("BLIND SPOTS: mutants that a judge cannot see");
    for (BlindSpot spot : values()) {
      List<MutantResult> unseen = spot.of(lines);
      Map<String, Integer> functions = new LinkedHashMap<>();
      unseen.forEach(line -> functions.merge(line.function(), 1, Integer::sum));
      text.add(String.format("  %-9s %3d  %s", spot.judge, unseen.size(), spot.why));
      text.add(
          functions.entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", ", " ".repeat(16), "")));
    }
    return text;
  }
}
