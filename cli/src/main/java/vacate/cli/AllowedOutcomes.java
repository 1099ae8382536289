// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  private static final long[] EXECUTIONS = {20_000, 2_000_000};

  private AllowedOutcomes() {}

  /** An outcome of a test, and how often it was observed. */
  private record Observed(String test, Map<String, Long> outcomes) {}

  /**
   * Explores each test of which something was observed.
   *
   * @return one row for all tests that hold, and one for each that does not; none if nothing was
   *     observed
   */
  static List<Row> check(List<Row> observed) {
    List<Observed> tests = observations(observed);
    List<Callable<Row>> explorations = new ArrayList<>();
    tests.forEach(test -> explorations.add(() -> judge(test)));
    List<Row> all = Parallel.all(explorations);
    List<Row> rows = new ArrayList<>();
    List<Row> held = all.stream().filter(Row::asExpected).toList();
    if (!held.isEmpty()) {
      rows.add(sum(held, tests));
    }
    all.stream().filter(row -> !row.asExpected()).forEach(rows::add);
    return rows;
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

  private static Row judge(Observed test) {
    Result result = null;
    List<String> missing = List.of();
    for (long executions : EXECUTIONS) {
      result = explore(test.test, executions);
      Set<String> allowed = result.outcomeIds();
      missing =
          test.outcomes.entrySet().stream()
              .filter(seen -> seen.getValue() > 0 && !isAllowed(seen.getKey(), allowed))
              .map(Map.Entry::getKey)
              .toList();
      if (missing.isEmpty() || result.reason() == null) {
        break;
      }
    }
    if (missing.isEmpty()) {
      return row(test.test, Verdict.PROVED, result, null);
    }
    String what =
        missing.stream()
            .map(id -> "\"" + id + "\" was observed " + Count.of(test.outcomes.get(id), "time"))
            .collect(Collectors.joining(", "));
    return result.reason() == null
        ? row(
            test.test,
            Verdict.REFUTED,
            result,
            what + " and jmm does not allow it: the model is wrong, or this JVM")
        : row(test.test, Verdict.BOUNDED, result, what + " and not found; " + result.reason());
  }

  /** A CPU that spins for ever is a soft lockup on hardware, and a deadlock to the explorer. */
  private static boolean isAllowed(String observed, Set<String> allowed) {
    return allowed.contains(observed)
        || observed.contains(SOFT_LOCKUP) && allowed.contains(DEADLOCK);
  }

  private static Result explore(String test, long executions) {
    try {
      Class<?> type = Class.forName(className(test), false, AllowedOutcomes.class.getClassLoader());
      return Explorer.explore(type, MemoryModel.JMM, new Bounds(Bounds.DEFAULT.loop(), executions));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
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
        Verdict.PROVED,
        held.stream().mapToLong(Row::executions).sum(),
        held.stream().mapToLong(Row::blocked).sum(),
        Count.of(outcomes, "outcome") + " observed, and each is one that jmm allows",
        held.stream().mapToLong(Row::millis).sum());
  }

  private static Row row(String test, Verdict verdict, Result result, String reason) {
    return row(
        test, verdict, result.executions(), result.blocked(), reason, Math.round(result.millis()));
  }

  private static Row row(
      String test, Verdict verdict, long executions, long blocked, String reason, long millis) {
    return new Row(
        ID,
        NAME,
        Kind.CONTROL,
        null,
        "explorer",
        MemoryModel.JMM.id(),
        test,
        List.of(Verdict.PROVED),
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
