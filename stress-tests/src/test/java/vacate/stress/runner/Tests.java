// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vacate.claim.Question;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;
import vacate.stress.control.DekkerPlain;
import vacate.stress.protocol.P06_FreeVacateLast;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Grader;

/**
 * Stress tests and fork results that are made up; all of them are graded as the plain Dekker
 * control is.
 */
final class Tests {
  static final ForkResult TIMEOUT = ForkResult.failed(ForkResult.Status.TIMEOUT, "timeout");
  static final ForkResult FAILED = ForkResult.failed(ForkResult.Status.FAILED, "the JVM failed");
  static final ForkResult STOPPED = ForkResult.failed(ForkResult.Status.STOPPED, "stopped");

  private static final Map<String, List<Seen>> DECLARED = new ConcurrentHashMap<>();

  private Tests() {}

  static HardwareTest test(Verdict... expected) {
    return test(2, "", expected);
  }

  static HardwareTest test(int actors, String because, Verdict... expected) {
    return test(DekkerPlain.class.getName(), actors, "label", because, expected);
  }

  /** The same test several times, told apart by their labels. */
  static List<HardwareTest> tests(int count, Verdict... expected) {
    return IntStream.range(0, count)
        .mapToObj(i -> named(DekkerPlain.class.getName(), 2, "test " + i, expected))
        .toList();
  }

  /** A light test that must be seen. */
  static HardwareTest mustBeSeen(String label) {
    return named(DekkerPlain.class.getName(), 2, label, Verdict.OBSERVED);
  }

  /** A light test that must show nothing. */
  static HardwareTest mustNot(String label) {
    return named(DekkerPlain.class.getName(), 2, label, Verdict.NOT_OBSERVED);
  }

  /** A heavy test that must show nothing. */
  static HardwareTest heavy(String label, int actors) {
    return named(
        P06_FreeVacateLast.Corrected.class.getCanonicalName(), actors, label, Verdict.NOT_OBSERVED);
  }

  private static HardwareTest named(String name, int actors, String label, Verdict... expected) {
    return test(name, actors, label, "", expected);
  }

  private static HardwareTest test(
      String name, int actors, String label, String because, Verdict... expected) {
    return new HardwareTest(
        new Question(List.of(Topic.control("control", label)), null, name, List.of(expected)),
        actors,
        because,
        List.of());
  }

  /** Samples that are all acceptable. */
  static ForkResult good(long samples) {
    return ForkResult.done(Map.of("1, 1", samples));
  }

  /** One interesting sample among a million. */
  static ForkResult bad() {
    return ForkResult.done(Map.of("1, 1", 999_999L, "0, 0", 1L));
  }

  /** Samples that the test itself calls acceptable, if it does so of any. */
  static ForkResult good(HardwareTest test, long samples) {
    String outcome =
        outcome(test, Expectation.ACCEPTABLE, "")
            .or(() -> outcome(test, Expectation.ACCEPTABLE_INTERESTING, ""))
            .orElseThrow(() -> new IllegalArgumentException(test.name()));
    return ForkResult.done(Map.of(outcome, samples));
  }

  /** One sample of what the test must show. */
  static ForkResult seen(HardwareTest test) {
    String desc = test.shows().size() < 2 ? "" : test.shows().get(0).id + ":";
    return ForkResult.done(
        Map.of(outcome(test, Expectation.ACCEPTABLE_INTERESTING, desc).orElseThrow(), 1L));
  }

  /** The first alternatives of a pattern, and as little as can be of anything else. */
  private static Optional<String> outcome(HardwareTest test, Expectation expect, String desc) {
    return DECLARED.computeIfAbsent(test.name(), name -> Grader.grade(name, Map.of())).stream()
        .filter(seen -> seen.expect() == expect && seen.desc().startsWith(desc))
        .map(Seen::id)
        .map(id -> id.replaceAll("[(]([^|)]*)[^)]*[)]", "$1").replace(".*", ""))
        .findFirst();
  }

  static Tally tally(HardwareTest test, ForkResult... results) {
    Tally tally = new Tally(test);
    Arrays.stream(results).forEach(result -> tally.add(result, 500));
    return tally;
  }
}
