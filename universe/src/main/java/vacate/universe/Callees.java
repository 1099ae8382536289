// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vacate.scene.Intrusion;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.scene.Shape;

/**
 * Which CPUs take the interprocessor interrupts of {@code flush_all} wherever their interrupts are
 * on, and which are taken for idle, so that the caller acts for them.
 *
 * <p>Of one that never has a slab of the cache all that can be told is how long a caller waits for
 * it. If a caller does nothing before it calls, and has no slab itself, then each execution in
 * which it does not wait is also one in which it does: the call comes first, and is answered before
 * the other does anything, or right behind a call of the other's own. So nothing is lost or added,
 * and the places of the answer that differ in nothing else need not be visited.
 *
 * <p>Who does nothing else answers itself only where it has a slab and the caller may be
 * interrupted meanwhile: else what it does comes before the caller goes on, as if he did it.
 */
final class Callees {
  private Callees() {}

  /** Whether a CPU answers calls itself. */
  static boolean answers(Scenario scenario, int cpu) {
    List<Integer> callers =
        IntStream.range(0, scenario.cpus().size())
            .filter(other -> other != cpu && calls(scenario, other) > 0)
            .boxed()
            .toList();
    if (!scenario.acts(cpu)) {
      return mayHaveSlab(scenario, cpu)
          && callers.stream().anyMatch(caller -> isInterrupted(scenario, caller));
    }
    return !callers.isEmpty()
        && (mayHaveSlab(scenario, cpu)
            || callers.stream().anyMatch(caller -> !callsAtOnce(scenario, caller)));
  }

  /** Whether a CPU has anything to do: of its own, or to answer. */
  static boolean isAwake(Scenario scenario, int cpu) {
    return scenario.acts(cpu) || answers(scenario, cpu);
  }

  private static boolean isInterrupted(Scenario scenario, int cpu) {
    Intrusion between = scenario.intrusions().get(cpu);
    return between != null && between.by() == Intrusion.By.INTERRUPT;
  }

  private static long calls(Scenario scenario, int cpu) {
    return scenario.cpus().get(cpu).stream().filter(o -> o.kind().interruptsAll()).count()
        + (isBetween(scenario, cpu, Kind::interruptsAll) ? 1 : 0);
  }

  private static boolean isBetween(Scenario scenario, int cpu, Predicate<Kind> what) {
    Intrusion between = scenario.intrusions().get(cpu);
    return between != null && what.test(between.does().kind());
  }

  private static boolean callsAtOnce(Scenario scenario, int cpu) {
    List<Operation> does = scenario.cpus().get(cpu);
    Kind first = does.isEmpty() ? Kind.IDLE : does.get(0).kind();
    return first.interruptsAll()
        && first != Kind.DESTROY
        && calls(scenario, cpu) == 1
        && !scenario.intrusions().containsKey(cpu)
        && !mayHaveSlab(scenario, cpu);
  }

  private static boolean mayHaveSlab(Scenario scenario, int cpu) {
    return cpu == 0 && scenario.start().shape() == Shape.CPU_SLAB
        || isBetween(scenario, cpu, kind -> kind == Kind.ALLOC)
        || scenario.cpus().get(cpu).stream().anyMatch(o -> o.kind() == Kind.ALLOC);
  }
}
