// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vacate.claim.Defect;
import vacate.claim.Seen;
import vacate.explorer.Verdict;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Grader;

/** What came of the forks of one test so far. Not safe for use by several threads. */
final class Tally {
  /**
   * Fewer samples without anything bad say nothing: the rarest defect that short runs do show needs
   * about that many.
   */
  static final long SAMPLE_FLOOR = 100_000;

  /**
   * Fewer without what must be seen do not contradict that it can be: the rarest takes a few
   * million where the seeds are bad.
   */
  static final long ABSENCE_FLOOR = 100 * SAMPLE_FLOOR;

  /** After so many forks that failed, and none that did not, a test is given up. */
  private static final int FAILURES = 2;

  /**
   * Waiting for a fork that hangs costs as much as fifty that do not: after so many of them a test
   * is given up in any case.
   */
  private static final int TIMEOUTS = 2;

  final HardwareTest test;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private List<Seen> outcomes = List.of();
  private List<Seen> forbidden = List.of();
  private long observed;
  private long decisive;
  private int forks;
  private int failed;
  private int timeouts;
  private long samples;
  private long millis;

  Tally(HardwareTest test) {
    this.test = test;
  }

  /** Adds a fork; one that was stopped says nothing and is not counted. */
  void add(ForkResult result, long forkMillis) {
    if (result.status() == ForkResult.Status.STOPPED) {
      return;
    }
    forks++;
    millis += forkMillis;
    if (result.status() == ForkResult.Status.DONE) {
      result.counts().forEach((state, count) -> counts.merge(state, count, Long::sum));
      samples += result.samples();
      outcomes = Grader.grade(test.name(), counts);
      forbidden = Grader.forbidden(outcomes);
      observed = Grader.bad(outcomes);
      decisive = test.shows().size() < 2 ? observed : observed(test.shows().get(0));
    } else {
      failed++;
      timeouts += result.status() == ForkResult.Status.TIMEOUT ? 1 : 0;
      failures.merge(result.message(), 1, Integer::sum);
    }
  }

  int forks() {
    return forks;
  }

  /** How often it failed, by reason, in the order in which the reasons came up. */
  Map<String, Integer> failures() {
    return failures;
  }

  long samples() {
    return samples;
  }

  /** Samples that showed something bad. */
  long observed() {
    return observed;
  }

  /** Samples that showed this defect. */
  long observed(Defect defect) {
    return Grader.bad(
        outcomes.stream().filter(seen -> seen.desc().startsWith(defect.id + ":")).toList());
  }

  /** Outcomes that the test forbids and that were seen, whatever it is expected to show. */
  List<Seen> forbidden() {
    return forbidden;
  }

  List<Seen> outcomes() {
    return outcomes;
  }

  long millis() {
    return millis;
  }

  /** The verdict on the test. */
  Verdict verdict() {
    return verdict(observed(), floor());
  }

  /** The verdict on one of the defects that it shows. */
  Verdict verdict(Defect defect) {
    return verdict(observed(defect), isFirst(defect) ? floor() : SAMPLE_FLOOR);
  }

  private Verdict verdict(long seen, long floor) {
    if (seen > 0) {
      return Verdict.OBSERVED;
    }
    if (samples >= floor) {
      return Verdict.NOT_OBSERVED;
    }
    return samples == 0 && failed > 0 ? Verdict.NOT_RUN : Verdict.INCONCLUSIVE;
  }

  /** Samples from which on it means something that nothing bad was seen. */
  long floor() {
    return test.mustBeObserved() ? ABSENCE_FLOOR : SAMPLE_FLOOR;
  }

  /** Of several defects the first must be seen; of the others there may be too few. */
  boolean isFirst(Defect defect) {
    return test.shows().get(0) == defect;
  }

  /** Whether what decides the test was seen. */
  boolean isSeen() {
    return decisive > 0;
  }

  /** Whether more forks would say nothing new. */
  boolean isSettled() {
    return !forbidden.isEmpty()
        || isSeen()
            && (test.shows().size() < 2
                || samples >= SAMPLE_FLOOR
                || test.shows().stream().allMatch(defect -> observed(defect) > 0));
  }

  /** Whether it waits for what it must show. */
  boolean isStillToBeSeen() {
    return test.mustBeObserved() && !isSeen() && forbidden.isEmpty() && !isGivenUp();
  }

  /** Whether it fails or hangs, so that more forks would cost much and tell nothing. */
  boolean isGivenUp() {
    return timeouts >= TIMEOUTS
        || (forks > 0 && failed == forks && failed >= (timeouts > 0 ? 1 : FAILURES));
  }
}
