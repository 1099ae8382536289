// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vacate.claim.Kind;
import vacate.claim.Verdict;
import vacate.stress.control.DekkerPlain;
import vacate.stress.runner.fork.ForkResult;

/**
 * Stress tests and fork results that are made up; all of them are graded as the plain Dekker
 * control is.
 */
final class Tests {
  static final ForkResult TIMEOUT = ForkResult.failed(ForkResult.Status.TIMEOUT, "timeout");
  static final ForkResult FAILED = ForkResult.failed(ForkResult.Status.FAILED, "the JVM failed");
  static final ForkResult STOPPED = ForkResult.failed(ForkResult.Status.STOPPED, "stopped");

  private Tests() {}

  static StressTest test(Verdict... expected) {
    return test(2, "", expected);
  }

  static StressTest test(int actors, String because, Verdict... expected) {
    return new StressTest(
        DekkerPlain.class.getName(),
        actors,
        Kind.CONTROL,
        "control",
        "label",
        List.of(expected),
        because,
        List.of(),
        null);
  }

  /** The same test several times, told apart by their labels. */
  static List<StressTest> tests(int count, Verdict expected) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new StressTest(
                    DekkerPlain.class.getName(),
                    2,
                    Kind.CONTROL,
                    "control",
                    "test " + i,
                    List.of(expected),
                    "",
                    List.of(),
                    null))
        .toList();
  }

  /** Samples that are all acceptable. */
  static ForkResult good(long samples) {
    return ForkResult.done(Map.of("1, 1", samples));
  }

  /** One interesting sample among a million. */
  static ForkResult bad() {
    return ForkResult.done(Map.of("1, 1", 999_999L, "0, 0", 1L));
  }

  static Tally tally(StressTest test, ForkResult... results) {
    Tally tally = new Tally(test);
    Arrays.stream(results).forEach(result -> tally.add(result, 500));
    return tally;
  }
}
