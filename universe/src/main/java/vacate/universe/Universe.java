// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vacate.scene.CacheFlag;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.scene.Start;

/**
 * All scenarios up to a bound that the {@link Contract} allows, those with fewer operations first:
 * every kind of cache, every state of the page, and, if somebody vacates, every choice of objects
 * that cannot be kicked; of those that are the same but for the names of CPUs one. Where pages go
 * back after a grace period each CPU waits for one at its end.
 *
 * @param cpus how many CPUs there are at most
 * @param operations how many operations a CPU does at most
 * @param interrupts how many interrupts there are at most: none, or one on a CPU that does
 *     something
 */
public record Universe(int cpus, int operations, int interrupts) {
  /** The most that is asked of a CPU. */
  public static final int OPERATIONS = 3;

  /** Of both flags of one slab a SlabDebug comes; store_user has more of it than red_zone. */
  private static final List<Set<CacheFlag>> CACHES =
      List.of(
          Set.of(),
          Set.of(CacheFlag.STORE_USER),
          Set.of(CacheFlag.RED_ZONE),
          Set.of(CacheFlag.RCU),
          Set.of(CacheFlag.STORE_USER, CacheFlag.RED_ZONE),
          Set.of(CacheFlag.STORE_USER, CacheFlag.RCU));

  /** What is not generated as an operation. */
  private static final Set<Kind> NOT_ASKED =
      EnumSet.of(
          Kind.FLUSH, Kind.DEFRAG, Kind.NOMEM, Kind.FREE_OWN, Kind.PUT, Kind.READ, Kind.IDLE);

  private static final Operation IDLE = new Operation(Kind.IDLE, Operation.NONE);

  /**
   * @throws IllegalArgumentException if that many are not played
   */
  public Universe {
    if (cpus < 1 || cpus > Play.CPUS || operations < 1 || operations > OPERATIONS) {
      throw new IllegalArgumentException(
          "1 to " + Play.CPUS + " CPUs with 1 to " + OPERATIONS + " operations each");
    }
    if (interrupts < 0 || interrupts > 1) {
      throw new IllegalArgumentException("0 or 1 interrupts");
    }
  }

  /** Without interrupts. */
  public Universe(int cpus, int operations) {
    this(cpus, operations, 0);
  }

  /** All of them, always in the same order. */
  public List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    for (Set<CacheFlag> cache : CACHES) {
      for (Shape shape : Shape.values()) {
        for (List<List<Operation>> does : programs(shape)) {
          for (Set<Integer> pinned : pins(shape, does)) {
            for (Map<Integer, Operation> comes : interrupts(shape, does)) {
              Scenario scenario =
                  new Scenario(new Start(cache, shape, pinned), idleAtTheEnd(cache, does), comes);
              if (Symmetry.isRepresentative(scenario) && Contract.brokenBy(scenario).isEmpty()) {
                all.add(scenario);
              }
            }
          }
        }
      }
    }
    all.sort(Comparator.comparingInt(Universe::size));
    return all;
  }

  /** How many operations and interrupts a scenario has, but for the waiting at the end. */
  public static int size(Scenario scenario) {
    return scenario.interrupts().size()
        + (int)
            scenario.cpus().stream()
                .flatMap(List::stream)
                .filter(operation -> operation.kind() != Kind.IDLE)
                .count();
  }

  /** What the CPUs do; the last of them does something. */
  private List<List<List<Operation>>> programs(Shape shape) {
    List<List<Operation>> ofOne = sequences(shape);
    List<List<List<Operation>>> all = new ArrayList<>();
    List<List<List<Operation>>> shorter = List.of(List.of());
    for (int cpu = 0; cpu < cpus; cpu++) {
      List<List<List<Operation>>> longer = new ArrayList<>();
      for (List<List<Operation>> before : shorter) {
        for (List<Operation> next : ofOne) {
          List<List<Operation>> program = new ArrayList<>(before);
          program.add(next);
          longer.add(program);
          if (!next.isEmpty()) {
            all.add(program);
          }
        }
      }
      shorter = longer;
    }
    return all;
  }

  /** What one CPU does: nothing first. */
  private List<List<Operation>> sequences(Shape shape) {
    List<List<Operation>> all = new ArrayList<>(List.of(List.of()));
    int begun = 0;
    for (int length = 1; length <= operations; length++) {
      int end = all.size();
      for (; begun < end; begun++) {
        for (Operation next : single(shape)) {
          List<Operation> longer = new ArrayList<>(all.get(begun));
          longer.add(next);
          all.add(longer);
        }
      }
    }
    return all;
  }

  private static List<Operation> single(Shape shape) {
    List<Operation> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind == Kind.FREE) {
        IntStream.range(0, shape.objects(Scene.OBJECTS))
            .forEach(slot -> all.add(new Operation(kind, slot)));
      } else if (kind == Kind.DESTROY) {
        all.add(new Operation(kind, 0));
      } else if (!NOT_ASKED.contains(kind)) {
        all.add(new Operation(kind, Operation.NONE));
      }
    }
    return all;
  }

  private List<Map<Integer, Operation>> interrupts(Shape shape, List<List<Operation>> does) {
    List<Map<Integer, Operation>> all = new ArrayList<>(List.of(Map.of()));
    for (int cpu = 0; interrupts > 0 && cpu < does.size(); cpu++) {
      for (Operation handler : does.get(cpu).isEmpty() ? List.<Operation>of() : single(shape)) {
        if (handler.kind().inInterrupt) {
          all.add(Map.of(cpu, handler));
        }
      }
    }
    return all;
  }

  private static List<List<Operation>> idleAtTheEnd(
      Set<CacheFlag> cache, List<List<Operation>> does) {
    if (!cache.contains(CacheFlag.RCU)) {
      return does;
    }
    return does.stream()
        .map(
            cpu -> {
              List<Operation> longer = new ArrayList<>(cpu);
              if (!cpu.isEmpty()) {
                longer.add(IDLE);
              }
              return longer;
            })
        .<List<Operation>>map(List::copyOf)
        .toList();
  }

  private static List<Set<Integer>> pins(Shape shape, List<List<Operation>> does) {
    List<Set<Integer>> pins = new ArrayList<>(List.of(Set.of()));
    boolean vacates = does.stream().flatMap(List::stream).anyMatch(o -> o.kind() == Kind.VACATE);
    for (int slot = 0; vacates && slot < shape.objects(Scene.OBJECTS); slot++) {
      for (Set<Integer> fewer : List.copyOf(pins)) {
        Set<Integer> more = new TreeSet<>(fewer);
        more.add(slot);
        pins.add(more);
      }
    }
    return pins;
  }

  @Override
  public String toString() {
    return "up to "
        + cpus
        + (cpus == 1 ? " CPU with " : " CPUs with ")
        + operations
        + (operations == 1 ? " operation each" : " operations each")
        + (interrupts == 0 ? "" : ", and one interrupt");
  }
}
