// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vacate.cli.bench.cases.Counted;
import vacate.cli.bench.cases.Locked;
import vacate.cli.bench.cases.Played;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.model.MemoryModel;

/**
 * How many executions there are and how long they take, against threads and what each does. One
 * thread searches, under jmm, once the JVM is warm. Tells rows: family, threads, operations,
 * whether exhausted, executions, blocked, seconds.
 */
final class Growth {
  static final int THREADS = 4;
  static final int OPERATIONS = 3;

  /** How long a cell may take; what takes a good part of it is measured once. */
  static final int SECONDS = 10;

  private static final int ROUNDS = 3;
  private static final double LONG = 2;
  private static final List<String> IN_TURN = List.of("free", "vacate", "alloc");

  private Growth() {}

  /** What grows. */
  enum Family {
    COUNTER("an atomic counter"),
    LOCK("a lock"),
    PORT("the port, corrected");

    final String title;

    Family(String title) {
      this.title = title;
    }
  }

  private record Cell(Family family, int threads, int operations, List<Double> seconds) {}

  public static void main(String[] arguments) {
    for (Family family : Family.values()) {
      explore(family, 2, 2, Exploring.within(SECONDS)); // so that the first is not the slowest
      List<Cell> cells = new ArrayList<>();
      for (int threads = 2; threads <= THREADS; threads++) {
        for (int operations = 1; operations <= OPERATIONS; operations++) {
          cells.add(new Cell(family, threads, operations, new ArrayList<>()));
        }
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Cell cell : cells) {
          measure(cell, cells);
        }
      }
    }
  }

  /** Nothing that comes after what was not exhausted is tried, and nothing long again. */
  private static void measure(Cell cell, List<Cell> cells) {
    boolean hopeless =
        cells.stream()
            .filter(c -> c.threads <= cell.threads && c.operations <= cell.operations && c != cell)
            .anyMatch(c -> !c.seconds.isEmpty() && c.seconds.get(0) >= SECONDS);
    if (hopeless || !cell.seconds.isEmpty() && cell.seconds.get(0) > LONG) {
      return;
    }
    long begin = System.nanoTime();
    Result result = explore(cell.family, cell.threads, cell.operations, Exploring.within(SECONDS));
    double seconds = (System.nanoTime() - begin) / 1e9;
    boolean exhausted = result.reason() == null;
    cell.seconds.add(exhausted ? seconds : Math.max(seconds, SECONDS));
    if (exhausted && cell.family != Family.PORT) {
      check(cell, result);
    }
    Exploring.tell(
        cell.family,
        cell.threads,
        cell.operations,
        exhausted,
        result.executions(),
        result.blocked(),
        seconds);
  }

  private static Result explore(Family family, int threads, int operations, Settings settings) {
    return Explorer.explore(
            switch (family) {
              case COUNTER -> Exploring.test(Counted.class, threads, operations);
              case LOCK -> Exploring.test(Locked.class, threads, operations);
              case PORT -> Exploring.test(Played.class, scenario(threads, operations));
            },
            Exploring.LOADER,
            Set.of(MemoryModel.JMM),
            settings,
            Progress.NONE)
        .get(MemoryModel.JMM);
  }

  /** CPU by CPU free, vacate and alloc in turn, each beginning with another, at a full slab. */
  static String scenario(int cpus, int operations) {
    return "full: "
        + IntStream.range(0, cpus)
            .mapToObj(
                cpu ->
                    IntStream.range(0, operations)
                        .mapToObj(i -> IN_TURN.get((cpu + i) % IN_TURN.size()))
                        .map(o -> o.equals("free") ? "free(" + cpu % 2 + ")" : o)
                        .collect(Collectors.joining("; ")))
            .collect(Collectors.joining(" | "));
  }

  /** There are as many executions as ways to put the turns of all threads in an order. */
  private static void check(Cell cell, Result result) {
    long orders = orders(cell.threads, cell.operations);
    if (result.executions() != orders) {
      throw new IllegalStateException(cell + ": " + result.executions() + ", not " + orders);
    }
  }

  /** (threads × operations)! / operations!^threads. */
  static long orders(int threads, int operations) {
    return factorial(threads * operations)
        / Stream.iterate(factorial(operations), f -> f).limit(threads).reduce(1L, (a, b) -> a * b);
  }

  private static long factorial(int n) {
    return IntStream.rangeClosed(1, n).asLongStream().reduce(1, (a, b) -> a * b);
  }
}
