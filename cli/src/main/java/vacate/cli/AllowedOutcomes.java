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
import vacate.claim.Explored;
import vacate.claim.Judge;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Topic;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.work.Parallel;

/**
 * Holds hardware against the explorer: whatever jcstress observed must be among the outcomes that
 * the Java memory model allows. If it is not, our model is wrong, or this JVM is.
 */
final class AllowedOutcomes {
  private static final Topic TOPIC = Topic.control("allowed", "observed outcomes are allowed");
  private static final String SOFT_LOCKUP = "soft_lockup";
  private static final String DEADLOCK = "deadlock";

  /** What finds nearly every outcome, and what is tried for those that are left. */
  private static final List<Long> EXECUTIONS = List.of(20_000L, 2_000_000L);

  private static final Explored.Extent NOTHING = new Explored.Extent(0, 0);

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
   * @return one finding for all tests that hold, one for all that were interrupted, and one for
   *     each that does not hold; none if nothing was observed
   */
  List<Explored> check(List<Sampled> observed) {
    List<Observed> tests = observations(observed);
    List<Callable<Explored>> explorations = new ArrayList<>();
    tests.forEach(test -> explorations.add(() -> judgeUnlessStopped(test)));
    int[] done = {0};
    List<Explored> all =
        Parallel.all(
            explorations,
            Runtime.getRuntime().availableProcessors(),
            said ->
                progress.accept(
                    "explorer: are the outcomes of "
                        + Count.of(tests.size(), "test")
                        + " allowed? "
                        + ++done[0]
                        + " done"));
    List<Explored> findings = new ArrayList<>();
    List<Explored> held = all.stream().filter(said -> said.verdict() == Verdict.PROVED).toList();
    if (!held.isEmpty()) {
      findings.add(sum(held, tests));
    }
    List<Explored> left =
        all.stream().filter(said -> said.verdict() == Verdict.INTERRUPTED).toList();
    if (!left.isEmpty()) {
      findings.add(interrupted(left.size()));
    }
    all.stream()
        .filter(said -> !held.contains(said) && !left.contains(said))
        .forEach(findings::add);
    return findings;
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

  private static List<Observed> observations(List<Sampled> sampled) {
    Map<String, Observed> tests = new LinkedHashMap<>();
    for (Sampled of : sampled) {
      Observed test =
          tests.computeIfAbsent(of.test(), name -> new Observed(name, new LinkedHashMap<>()));
      of.outcomes().forEach(seen -> test.outcomes.put(seen.id(), seen.count()));
    }
    tests.values().removeIf(test -> test.outcomes.values().stream().allMatch(n -> n == 0));
    return List.copyOf(tests.values());
  }

  /** A fault of the explorer must not cost the samples. */
  private Explored judgeUnlessStopped(Observed test) {
    workers.add(Thread.currentThread());
    try {
      Explored said = stopped ? null : judge(test);
      return said == null || stopped && said.verdict() == Verdict.BOUNDED ? interrupted(1) : said;
    } catch (RuntimeException | Error e) {
      if (stopped) {
        return interrupted(1);
      }
      failed = true;
      return finding(
          test, Verdict.NOT_RUN, NOTHING, InternalFault.tell(test.test + " under jmm", e), 0);
    } finally {
      workers.remove(Thread.currentThread());
    }
  }

  private static Explored judge(Observed test) {
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
      return finding(test, Verdict.PROVED, result, null);
    }
    String what =
        missing.stream()
            .map(id -> "\"" + id + "\" was observed " + Count.of(test.outcomes.get(id), "time"))
            .collect(Collectors.joining(", "));
    if (result.verdict() == Verdict.NOT_RUN) {
      return finding(test, Verdict.NOT_RUN, result, what + "; " + result.reason());
    }
    return result.reason() == null
        ? finding(
            test,
            Verdict.REFUTED,
            result,
            what + " and jmm does not allow it: the model is wrong, or this JVM")
        : finding(test, Verdict.BOUNDED, result, what + " and not found; " + result.reason());
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

  private static Explored sum(List<Explored> held, List<Observed> tests) {
    Set<String> names = held.stream().map(Explored::test).collect(Collectors.toSet());
    long outcomes =
        tests.stream()
            .filter(test -> names.contains(test.test))
            .flatMap(test -> test.outcomes.values().stream())
            .filter(n -> n > 0)
            .count();
    return finding(
        asked(Count.of(held.size(), "test"), List.of(Verdict.PROVED)),
        Verdict.PROVED,
        held.stream().map(Explored::extent).reduce(NOTHING, Explored.Extent::plus),
        Count.of(outcomes, "outcome") + " observed, and each is one that jmm allows",
        held.stream().mapToLong(Explored::millis).sum());
  }

  private static Explored interrupted(int tests) {
    return finding(
        asked(Count.of(tests, "test"), List.of(Verdict.PROVED)),
        Verdict.INTERRUPTED,
        NOTHING,
        Job.INTERRUPTED,
        0);
  }

  private static Explored finding(Observed test, Verdict verdict, Result result, String reason) {
    return finding(
        test,
        verdict,
        new Explored.Extent(result.executions(), result.blocked()),
        reason,
        Math.round(result.millis()));
  }

  /** Of a test that the explorer cannot exhaust, that it has not found an outcome says nothing. */
  private static Explored finding(
      Observed test, Verdict verdict, Explored.Extent extent, String reason, long millis) {
    List<Verdict> expected =
        test.isBeyondTheExplorer()
            ? List.of(Verdict.PROVED, Verdict.BOUNDED)
            : List.of(Verdict.PROVED);
    return finding(asked(test.test, expected), verdict, extent, reason, millis);
  }

  private static Question asked(String test, List<Verdict> expected) {
    return new Question(List.of(TOPIC), null, test, expected);
  }

  private static Explored finding(
      Question asked, Verdict verdict, Explored.Extent extent, String reason, long millis) {
    return new Explored(asked, MemoryModel.JMM, verdict, extent, null, reason, null, millis);
  }
}
