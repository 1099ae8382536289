// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vacate.scene.CacheFlag;
import vacate.scene.Circumstance;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;

/** What is no question: what the allocator's users must not do, of which nothing is promised. */
public final class Contract {
  /** A rule, and why it is one. */
  private record Rule(String reason, Predicate<Scenario> isBroken) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "a cache that is destroyed may be used by vacate and defrag alone, which are not told",
              s ->
                  s.has(Kind.DESTROY)
                      && (isUsed(s) || isUsedBetween(s) || destroyers(s).count() > 1)),
          new Rule(
              "a cache is destroyed by who has freed all its objects: free(1); destroy(0)",
              s -> destroyers(s).anyMatch(cpu -> !freesAll(s, s.cpus().get(cpu)))),
          new Rule(
              "a grace period waits for every CPU, so where one is idle in the end, or a cache with rcu"
                  + " is destroyed, all are: free(0); idle | destroy(0); idle",
              s ->
                  (s.has(Kind.DESTROY) || s.has(Kind.IDLE))
                      && s.start().cache().contains(CacheFlag.RCU)
                      && s.cpus().stream().anyMatch(Contract::staysBusy)),
          new Rule(
              "a reference that is no user's is put once: referenced partial: vacate; put",
              s -> count(s, Kind.PUT) != (s.start().has(Circumstance.REFERENCED) ? 1 : 0)),
          new Rule(
              "an object that others may free is read only if the cache has rcu, and while it is there:"
                  + " rcu objects(1) full: free(0); idle | peek(0); idle",
              s ->
                  s.has(Kind.PEEK)
                      && (s.has(Kind.DESTROY) || !s.start().cache().contains(CacheFlag.RCU))),
          new Rule(
              "free(own) is of what the CPU has allocated: alloc; free(own)",
              s -> s.cpus().stream().anyMatch(Contract::freesMoreThanItHas)),
          new Rule(
              "one process may go on on a CPU that has none, where nobody calls all CPUs:"
                  + " cpu_slab: - | alloc proc: cpu(0)",
              s -> s.has(Kind.MIGRATE) && !mayMigrate(s)),
          new Rule(
              "idle is the last that a CPU does: what it does later could need what is freed then",
              s -> s.cpus().stream().anyMatch(Contract::goesOnAfterIdle)));

  private Contract() {}

  /** The reason of the first rule that a scenario breaks; empty if it keeps all. */
  public static Optional<String> brokenBy(Scenario scenario) {
    return RULES.stream().filter(r -> r.isBroken.test(scenario)).map(Rule::reason).findFirst();
  }

  /** The reasons of all rules. */
  public static List<String> reasons() {
    return RULES.stream().map(Rule::reason).toList();
  }

  /** By others than who destroys it, or by that CPU afterwards. */
  private static boolean isUsed(Scenario s) {
    return IntStream.range(0, s.cpus().size())
        .anyMatch(
            cpu -> {
              List<Operation> does = s.cpus().get(cpu);
              int destroys = first(does, Kind.DESTROY);
              List<Operation> after = destroys < 0 ? does : does.subList(destroys, does.size());
              return after.stream().anyMatch(Contract::isUse);
            });
  }

  private static boolean isUsedBetween(Scenario s) {
    return s.intrusions().values().stream().anyMatch(between -> isUse(between.does()));
  }

  private static boolean isUse(Operation operation) {
    return operation.kind() == Kind.ALLOC
        || operation.kind() == Kind.FREE
        || operation.kind() == Kind.FREE_OWN
        || operation.kind() == Kind.SHRINK
        || operation.kind() == Kind.FLUSH
        || operation.kind() == Kind.MOVE
        || operation.kind() == Kind.MOVE_SLABS;
  }

  private static int first(List<Operation> operations, Kind kind) {
    return IntStream.range(0, operations.size())
        .filter(i -> operations.get(i).kind() == kind)
        .findFirst()
        .orElse(-1);
  }

  /** A CPU for each destroy. */
  private static Stream<Integer> destroyers(Scenario s) {
    return cpusThat(s, Kind.DESTROY);
  }

  private static Stream<Integer> cpusThat(Scenario s, Kind kind) {
    return IntStream.range(0, s.cpus().size())
        .boxed()
        .flatMap(cpu -> s.cpus().get(cpu).stream().filter(o -> o.kind() == kind).map(o -> cpu));
  }

  /** Whether a CPU has freed what was on the page when it has destroyed the cache. */
  private static boolean freesAll(Scenario s, List<Operation> operations) {
    Set<Integer> freed = new HashSet<>();
    operations.stream()
        .limit(first(operations, Kind.DESTROY) + 1L)
        .forEach(o -> freed.add(o.slot()));
    return s.start().pinned().isEmpty()
        && !s.start().has(Circumstance.SECOND)
        && !s.start().has(Circumstance.CROWDED)
        && IntStream.range(0, s.start().inUse()).allMatch(freed::contains)
        && operations.stream().noneMatch(o -> o.kind() == Kind.ALLOC);
  }

  private static long count(Scenario s, Kind kind) {
    return s.cpus().stream().flatMap(List::stream).filter(o -> o.kind() == kind).count();
  }

  private static boolean freesMoreThanItHas(List<Operation> operations) {
    int has = 0;
    for (Operation operation : operations) {
      has += operation.kind() == Kind.ALLOC ? 1 : 0;
      has -= operation.kind() == Kind.FREE_OWN ? 1 : 0;
      if (has < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayMigrate(Scenario s) {
    List<Integer> targets =
        s.operations().filter(o -> o.kind() == Kind.MIGRATE).map(Operation::slot).toList();
    return targets.size() == 1
        && targets.get(0) < s.cpus().size()
        && !s.acts(targets.get(0))
        && s.operations().noneMatch(o -> o.kind().interruptsAll());
  }

  private static boolean staysBusy(List<Operation> operations) {
    return !operations.isEmpty() && operations.get(operations.size() - 1).kind() != Kind.IDLE;
  }

  private static boolean goesOnAfterIdle(List<Operation> operations) {
    return operations.stream()
        .limit(Math.max(0, operations.size() - 1))
        .anyMatch(o -> o.kind() == Kind.IDLE);
  }
}
