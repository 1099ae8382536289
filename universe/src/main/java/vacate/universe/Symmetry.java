// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vacate.scene.Intrusion;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;

/**
 * Which scenarios are the same but for names. CPU 0 is like no other: the contested page is its
 * own, or was when the scene was set. All others begin alike, so that what they do may be dealt out
 * to them in any order; of these orders one is explored. Not where somebody calls all CPUs: he does
 * it in the order of their numbers, so that they are not alike to him; nor where a process goes on
 * on one of them.
 */
final class Symmetry {
  /** What a CPU does, and what interrupts it; null if nothing does. */
  private record Column(List<Operation> does, Intrusion between) {}

  /** Who does nothing comes first, since the last CPU does something. */
  private static final Comparator<Column> ORDER =
      Comparator.<Column, Boolean>comparing(column -> !column.does.isEmpty())
          .thenComparing(column -> column.does.toString())
          .thenComparing(column -> String.valueOf(column.between));

  private Symmetry() {}

  /** The one that is explored for this and all that are the same but for names. */
  static Scenario representative(Scenario scenario) {
    if (scenario.operations().anyMatch(Symmetry::tellsCpusApart)) {
      return scenario;
    }
    List<Column> columns = new ArrayList<>();
    for (int cpu = 0; cpu < scenario.cpus().size(); cpu++) {
      columns.add(new Column(scenario.cpus().get(cpu), scenario.intrusions().get(cpu)));
    }
    columns.subList(1, columns.size()).sort(ORDER);
    Map<Integer, Intrusion> intrusions = new HashMap<>();
    for (int cpu = 0; cpu < columns.size(); cpu++) {
      if (columns.get(cpu).between != null) {
        intrusions.put(cpu, columns.get(cpu).between);
      }
    }
    return new Scenario(scenario.start(), columns.stream().map(Column::does).toList(), intrusions);
  }

  private static boolean tellsCpusApart(Operation operation) {
    return operation.kind().interruptsAll()
        || operation.kind() == Kind.MIGRATE && operation.slot() > 0;
  }

  /** Whether it is that one itself. */
  static boolean isRepresentative(Scenario scenario) {
    return representative(scenario).equals(scenario);
  }
}
