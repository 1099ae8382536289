// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What goes on at once around one page: how it starts, and what each CPU does, in one line of text.
 * A revision is not part of it.
 *
 * <pre>
 *   partial: free(0) | vacate                   CPU 0 frees the last object, CPU 1 vacates
 *   store_user fresh: alloc | vacate            in a cache with SLAB_STORE_USER
 *   full pinned(0): vacate | vacate             object 0 cannot be kicked
 *   rcu partial: free(0); idle | vacate; idle   one thing after the other
 *   partial: free(0) | vacate | -               CPU 2 is there and does nothing
 *   partial: vacate irq: free(0) | alloc        an interrupt may come on CPU 0, and frees object 0
 *   fresh: alloc proc: alloc                    another process may take CPU 0 meanwhile
 * </pre>
 *
 * @param start the cache and the contested page at the start
 * @param cpus what each CPU does, one after the other
 * @param intrusions what may be done on a CPU between, once, while that does what it does, and
 *     before and after it; but not when it is idle
 */
public record Scenario(
    Start start, List<List<Operation>> cpus, Map<Integer, Intrusion> intrusions) {
  static final char BAR = '|';
  static final String NOTHING = "-";

  /**
   * @throws IllegalArgumentException if it has no CPU, or is about an object that is not there
   */
  public Scenario {
    cpus = cpus.stream().map(List::copyOf).toList();
    if (cpus.isEmpty()) {
      throw new IllegalArgumentException("no CPU does anything");
    }
    operations(cpus, intrusions)
        .filter(Scenario::wantsObject)
        .forEach(operation -> start.require(operation.slot()));
    intrusions = Map.copyOf(intrusions);
  }

  /** All that is done, in an order that a map does not have. */
  private static Stream<Operation> operations(
      List<List<Operation>> cpus, Map<Integer, Intrusion> intrusions) {
    return Stream.concat(
        cpus.stream().flatMap(List::stream),
        IntStream.range(0, cpus.size())
            .filter(intrusions::containsKey)
            .mapToObj(cpu -> intrusions.get(cpu).does()));
  }

  /** All that is done, be it between. */
  public Stream<Operation> operations() {
    return operations(cpus, intrusions);
  }

  /** Without intrusions. */
  public Scenario(Start start, List<List<Operation>> cpus) {
    this(start, cpus, Map.of());
  }

  /** Destroy frees the object only if there is one. */
  private static boolean wantsObject(Operation operation) {
    return operation.kind() == Operation.Kind.FREE || operation.kind() == Operation.Kind.PEEK;
  }

  /**
   * Reads what {@link #toString} writes; spaces do not matter.
   *
   * @throws ScenarioException if it is no scenario
   */
  public static Scenario parse(String text) {
    return new ScenarioReader(text).read();
  }

  /** The same in a cache with other flags. */
  public Scenario in(Set<CacheFlag> flags) {
    return new Scenario(start.in(flags), cpus, intrusions);
  }

  /** Whether a CPU does something, or something else is done on it. */
  public boolean acts(int cpu) {
    return !cpus.get(cpu).isEmpty() || intrusions.containsKey(cpu);
  }

  /** Whether it is done somewhere, be it between. */
  public boolean has(Operation.Kind kind) {
    return operations().anyMatch(operation -> operation.kind() == kind);
  }

  @Override
  public String toString() {
    return start
        + ": "
        + IntStream.range(0, cpus.size())
            .mapToObj(cpu -> text(cpus.get(cpu)) + between(cpu))
            .collect(Collectors.joining(" " + BAR + " "));
  }

  private String between(int cpu) {
    return intrusions.containsKey(cpu) ? " " + intrusions.get(cpu) : "";
  }

  private static String text(List<Operation> operations) {
    return operations.isEmpty()
        ? NOTHING
        : operations.stream().map(Operation::toString).collect(Collectors.joining("; "));
  }
}
