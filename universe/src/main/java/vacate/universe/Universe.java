// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vacate.scene.CacheFlag;
import vacate.scene.Intrusion;
import vacate.scene.Intrusion.By;
import vacate.scene.Operation;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
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
 * @param processes how many second processes there are at most, on such a CPU: none, or one, and no
 *     interrupt then; or a process goes on on a CPU that has none
 * @param variations how many things are not as usual at most: none, or one, which is a {@link
 *     Variation} of the start or an operation that is asked of no CPU else
 */
public record Universe(int cpus, int operations, int interrupts, int processes, int variations) {
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

  private static final Set<Kind> USUAL =
      EnumSet.of(Kind.ALLOC, Kind.FREE, Kind.VACATE, Kind.SHRINK, Kind.DESTROY, Kind.DRAIN);

  private static final Variation[] NO_VARIATIONS = {};

  /** What a CPU does where one thing is not as usual. */
  private static final List<List<Operation>> UNUSUAL =
      List.of(
          List.of(of(Kind.FLUSH)),
          List.of(of(Kind.DEFRAG)),
          List.of(of(Kind.NOMEM), of(Kind.VACATE)),
          List.of(of(Kind.NOMEM), of(Kind.SHRINK)));

  private static final Operation IDLE = of(Kind.IDLE);

  /**
   * @throws IllegalArgumentException if that many are not played
   */
  public Universe {
    if (cpus < 1 || cpus > Play.CPUS || operations < 1 || operations > OPERATIONS) {
      throw new IllegalArgumentException(
          "1 to " + Play.CPUS + " CPUs with 1 to " + OPERATIONS + " operations each");
    }
    requireNoneOrOne(interrupts, "interrupts");
    requireNoneOrOne(processes, "second processes");
    requireNoneOrOne(variations, "variations");
  }

  private static void requireNoneOrOne(int number, String what) {
    if (number < 0 || number > 1) {
      throw new IllegalArgumentException("0 or 1 " + what);
    }
  }

  /** Without interrupts, second processes and variations. */
  public Universe(int cpus, int operations) {
    this(cpus, operations, 0, 0, 0);
  }

  private static Operation of(Kind kind) {
    return new Operation(kind, Operation.NONE);
  }

  /** All of them, always in the same order. */
  public List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    for (Set<CacheFlag> cache : CACHES) {
      for (Shape shape : Shape.values()) {
        Start usual = new Start(cache, shape, Set.of());
        add(all, usual, variations > 0, vacates -> true);
        for (Variation variation : variations > 0 ? Variation.values() : NO_VARIATIONS) {
          variation.of(usual).ifPresent(start -> add(all, start, false, variation::matters));
        }
      }
    }
    all.sort(Comparator.comparingInt(Universe::size));
    return all;
  }

  /**
   * @param matters whether a start does, for scenarios in which somebody vacates or nobody
   */
  private void add(List<Scenario> all, Start start, boolean unusually, Predicate<Boolean> matters) {
    for (List<List<Operation>> does : programs(start, unusually)) {
      for (Map<Integer, Intrusion> between : intrusions(start, does)) {
        boolean vacates = new Scenario(start, does, between).has(Kind.VACATE);
        for (Start pinned : matters.test(vacates) ? pins(start, vacates) : List.<Start>of()) {
          Scenario scenario = new Scenario(pinned, idleAtTheEnd(start.cache(), does), between);
          if (Symmetry.isRepresentative(scenario) && Contract.brokenBy(scenario).isEmpty()) {
            all.add(scenario);
          }
        }
      }
    }
  }

  /** How many operations a scenario has, be they between, but for the waiting at the end. */
  public static int size(Scenario scenario) {
    return scenario.intrusions().size()
        + (int)
            scenario.cpus().stream()
                .flatMap(List::stream)
                .filter(o -> o.kind() != Kind.IDLE && o.kind() != Kind.NOMEM)
                .count();
  }

  /** What the CPUs do; the last of them does something. */
  private List<List<List<Operation>>> programs(Start start, boolean unusually) {
    List<List<Operation>> ofOne = sequences(start, unusually);
    List<List<List<Operation>>> all = new ArrayList<>();
    List<List<List<Operation>>> shorter = List.of(List.of());
    for (int cpu = 0; cpu < cpus; cpu++) {
      List<List<List<Operation>>> longer = new ArrayList<>();
      for (List<List<Operation>> before : shorter) {
        for (List<Operation> next : ofOne) {
          List<List<Operation>> program = new ArrayList<>(before);
          program.add(next);
          if (unusual(program) <= 1) {
            longer.add(program);
            if (!next.isEmpty()) {
              all.add(program);
            }
          }
        }
      }
      shorter = longer;
    }
    return all;
  }

  private static long unusual(List<List<Operation>> program) {
    return program.stream()
        .flatMap(List::stream)
        .filter(o -> UNUSUAL.stream().anyMatch(steps -> steps.get(0).equals(o)))
        .count();
  }

  /** What one CPU does: nothing first. */
  private List<List<Operation>> sequences(Start start, boolean unusually) {
    List<List<Operation>> steps = new ArrayList<>();
    single(start).forEach(operation -> steps.add(List.of(operation)));
    if (unusually) {
      steps.addAll(UNUSUAL);
    }
    List<List<Operation>> all = new ArrayList<>(List.of(List.of()));
    int begun = 0;
    for (int length = 1; length <= operations; length++) {
      int end = all.size();
      for (; begun < end; begun++) {
        for (List<Operation> next : steps) {
          List<Operation> longer = new ArrayList<>(all.get(begun));
          longer.addAll(next);
          all.add(longer);
        }
      }
    }
    return all;
  }

  private static List<Operation> single(Start start) {
    List<Operation> all = new ArrayList<>();
    for (Kind kind : USUAL) {
      if (kind == Kind.FREE) {
        IntStream.range(0, start.inUse()).forEach(slot -> all.add(new Operation(kind, slot)));
      } else {
        all.add(new Operation(kind, kind == Kind.DESTROY ? 0 : Operation.NONE));
      }
    }
    return all;
  }

  private List<Map<Integer, Intrusion>> intrusions(Start start, List<List<Operation>> does) {
    List<Map<Integer, Intrusion>> all = new ArrayList<>(List.of(Map.of()));
    List<Operation> migrations = migrations(does);
    for (int cpu = 0; cpu < does.size(); cpu++) {
      if (does.get(cpu).isEmpty()) {
        continue;
      }
      for (Operation migration : migrations) {
        all.add(Map.of(cpu, new Intrusion(By.PROCESS, migration)));
      }
      for (Operation between : single(start)) {
        if (interrupts > 0 && between.kind().inInterrupt) {
          all.add(Map.of(cpu, new Intrusion(By.INTERRUPT, between)));
        }
        if (processes > 0 && between.kind().inProcess) {
          all.add(Map.of(cpu, new Intrusion(By.PROCESS, between)));
        }
      }
    }
    return all;
  }

  /**
   * To CPUs that have no process; of those that begin alike, which are all but the first, to one.
   */
  private List<Operation> migrations(List<List<Operation>> does) {
    List<Operation> all = new ArrayList<>();
    for (int cpu = 0; processes > 0 && cpu < does.size(); cpu++) {
      boolean another = !all.isEmpty() && all.get(all.size() - 1).slot() > 0;
      if (does.get(cpu).isEmpty() && !another) {
        all.add(new Operation(Kind.MIGRATE, cpu));
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

  /** Where somebody vacates, with each choice of objects that cannot be kicked. */
  private static List<Start> pins(Start start, boolean vacates) {
    List<Set<Integer>> pins = new ArrayList<>(List.of(Set.of()));
    for (int slot = 0; vacates && slot < start.inUse(); slot++) {
      for (Set<Integer> fewer : List.copyOf(pins)) {
        Set<Integer> more = new TreeSet<>(fewer);
        more.add(slot);
        pins.add(more);
      }
    }
    return pins.stream().map(start::with).toList();
  }

  @Override
  public String toString() {
    return "up to "
        + cpus
        + (cpus == 1 ? " CPU with " : " CPUs with ")
        + operations
        + (operations == 1 ? " operation each" : " operations each")
        + between()
        + (variations == 0 ? "" : ", and one variation");
  }

  private String between() {
    String process = cpus == 1 ? "second process" : "second process or change of CPU";
    if (interrupts > 0 && processes > 0) {
      return ", and one interrupt, " + process;
    }
    return interrupts > 0 ? ", and one interrupt" : processes > 0 ? ", and one " + process : "";
  }
}
