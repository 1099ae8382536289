// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vacate.claim.Evidence;
import vacate.claim.Judge;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;

/**
 * Holds hardware against the explorer: whatever jcstress observed must be among the outcomes that
 * the Java memory model allows. If it is not, our model is wrong, or this JVM is.
 */
final class AllowedOutcomes {
  private static final String ID = "allowed";
  private static final String NAME = "observed outcomes are allowed";
  private static final String SOFT_LOCKUP = "soft_lockup";
  private static final String DEADLOCK = "deadlock";

  /** What finds nearly every outcome, and what is tried for those that are left. */
  private static final List<Long> EXECUTIONS = List.of(20_000L, 2_000_000L);

  private final Consumer<String> progress;
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;
  private volatile boolean failed;

  /**
   * @param progress is told how far it is
   */
  AllowedOutcomes(Consumer<String> progress) {
    this.progress = progress;
  }

  /** A test, its outcomes, and how often each was observed. */
  private record Observed(String test, Map<String, Long> outcomes) {
    Class<?> type() {
      try {
        return Class.forName(className(test), false, AllowedOutcomes.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether it declares that the explorer cannot exhaust it. */
    boolean isBeyondTheExplorer() {
      return Evidence.of(type())
          .expected(Judge.EXPLORER, MemoryModel.JMM)
          .contains(Verdict.NOT_RUN);
    }

    /** Those that were observed and are not allowed. */
    List<String> missingIn(Set<String> allowed) {
      return outcomes.entrySet().stream()
          .filter(seen -> seen.getValue() > 0 && !isAllowed(seen.getKey(), allowed))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * Explores each test of which something was observed.
   *
   * @return one row for all tests that hold, one for all that were interrupted, and one for each
   *     that does not hold; none if nothing was observed
   */
  List<Row> check(List<Row> observed) {
    List<Observed> tests = observations(observed);
    List<Callable<Row>> explorations = new ArrayList<>();
    tests.forEach(test -> explorations.add(() -> judgeUnlessStopped(test)));
    int[] done = {0};
    List<Row> all =
        Parallel.all(
            explorations,
            Runtime.getRuntime().availableProcessors(),
            row ->
                progress.accept(
                    "explorer: are the outcomes of "
                        + Count.of(tests.size(), "test")
                        + " allowed? "
                        + ++done[0]
                        + " done"));
    List<Row> rows = new ArrayList<>();
    List<Row> held = all.stream().filter(row -> row.verdict() == Verdict.PROVED).toList();
    if (!held.isEmpty()) {
      rows.add(sum(held, tests));
    }
    List<Row> left = all.stream().filter(row -> row.verdict() == Verdict.INTERRUPTED).toList();
    if (!left.isEmpty()) {
      rows.add(interrupted(left.size()));
    }
    all.stream().filter(row -> !held.contains(row) && !left.contains(row)).forEach(rows::add);
    return rows;
  }

  /** Lets {@link #check} return soon, with what is known by then; from any thread. */
  void stop() {
    stopped = true;
    workers.forEach(Thread::interrupt);
  }

  /** Whether the explorer itself failed in one, which has been told with a trace. */
  boolean hasFailed() {
    return failed;
  }

  private static List<Observed> observations(List<Row> rows) {
    Map<String, Observed> tests = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.outcomes() != null) {
        Observed test =
            tests.computeIfAbsent(row.test(), name -> new Observed(name, new LinkedHashMap<>()));
        row.outcomes().forEach(seen -> test.outcomes.put(seen.id(), seen.count()));
      }
    }
    tests.values().removeIf(test -> test.outcomes.values().stream().allMatch(n -> n == 0));
    return List.copyOf(tests.values());
  }

  /** A fault of the explorer must not cost the samples. */
  private Row judgeUnlessStopped(Observed test) {
    workers.add(Thread.currentThread());
    try {
      Row row = stopped ? null : judge(test);
      return row == null || stopped && row.verdict() == Verdict.BOUNDED ? interrupted(1) : row;
    } catch (RuntimeException | Error e) {
      if (stopped) {
        return interrupted(1);
      }
      failed = true;
      return row(test, Verdict.NOT_RUN, 0, 0, Fault.tell(test.test + " under jmm", e), 0);
    } finally {
      workers.remove(Thread.currentThread());
    }
  }

  private static Row judge(Observed test) {
    Result result = null;
    List<String> missing = List.of();
    for (long executions : test.isBeyondTheExplorer() ? EXECUTIONS.subList(0, 1) : EXECUTIONS) {
      result =
          Explorer.explore(
              test.type(), MemoryModel.JMM, new Bounds(Bounds.DEFAULT.loop(), executions));
      missing = test.missingIn(result.outcomeIds());
      if (missing.isEmpty() || result.reason() == null) {
        break;
      }
    }
    if (missing.isEmpty()) {
      return row(test, Verdict.PROVED, result, null);
    }
    String what =
        missing.stream()
            .map(id -> "\"" + id + "\" was observed " + Count.of(test.outcomes.get(id), "time"))
            .collect(Collectors.joining(", "));
    if (result.verdict() == vacate.explorer.Verdict.NOT_RUN) {
      return row(test, Verdict.NOT_RUN, result, what + "; " + result.reason());
    }
    return result.reason() == null
        ? row(
            test,
            Verdict.REFUTED,
            result,
            what + " and jmm does not allow it: the model is wrong, or this JVM")
        : row(test, Verdict.BOUNDED, result, what + " and not found; " + result.reason());
  }

  /** A CPU that spins for ever is a soft lockup on hardware, and a deadlock to the explorer. */
  private static boolean isAllowed(String observed, Set<String> allowed) {
    return allowed.contains(observed)
        || observed.contains(SOFT_LOCKUP) && allowed.contains(DEADLOCK);
  }

  /** jcstress writes a dot before a nested class, too. */
  private static String className(String test) {
    int nested = test.lastIndexOf('.');
    int outer = test.lastIndexOf('.', nested - 1);
    return Character.isUpperCase(test.charAt(outer + 1))
        ? test.substring(0, nested) + "$" + test.substring(nested + 1)
        : test;
  }

  private static Row sum(List<Row> held, List<Observed> tests) {
    Set<String> names = held.stream().map(Row::test).collect(Collectors.toSet());
    long outcomes =
        tests.stream()
            .filter(test -> names.contains(test.test))
            .flatMap(test -> test.outcomes.values().stream())
            .filter(n -> n > 0)
            .count();
    return row(
        Count.of(held.size(), "test"),
        List.of(Verdict.PROVED),
        Verdict.PROVED,
        held.stream().mapToLong(Row::executions).sum(),
        held.stream().mapToLong(Row::blocked).sum(),
        Count.of(outcomes, "outcome") + " observed, and each is one that jmm allows",
        held.stream().mapToLong(Row::millis).sum());
  }

  private static Row interrupted(int tests) {
    return row(
        Count.of(tests, "test"),
        List.of(Verdict.PROVED),
        Verdict.INTERRUPTED,
        0,
        0,
        Job.INTERRUPTED,
        0);
  }

  private static Row row(Observed test, Verdict verdict, Result result, String reason) {
    return row(
        test, verdict, result.executions(), result.blocked(), reason, Math.round(result.millis()));
  }

  /** Of a test that the explorer cannot exhaust, that it has not found an outcome says nothing. */
  private static Row row(
      Observed test, Verdict verdict, long executions, long blocked, String reason, long millis) {
    return row(
        test.test,
        test.isBeyondTheExplorer()
            ? List.of(Verdict.PROVED, Verdict.BOUNDED)
            : List.of(Verdict.PROVED),
        verdict,
        executions,
        blocked,
        reason,
        millis);
  }

  private static Row row(
      String test,
      List<Verdict> expected,
      Verdict verdict,
      long executions,
      long blocked,
      String reason,
      long millis) {
    return new Row(
        ID,
        NAME,
        Kind.CONTROL,
        null,
        "explorer",
        MemoryModel.JMM.id(),
        test,
        expected,
        verdict,
        executions,
        blocked,
        null,
        null,
        null,
        null,
        null,
        reason,
        null,
        millis);
  }
}
