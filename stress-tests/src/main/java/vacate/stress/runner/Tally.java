// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vacate.claim.Defect;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Grader;

/** What came of the forks of one test so far. Not safe for use by several threads. */
final class Tally {
  /**
   * Fewer samples without anything bad say nothing: the rarest defect that short runs do show needs
   * about that many.
   */
  static final long SAMPLE_FLOOR = 100_000;

  /** After so many forks that failed, and none that did not, a test is given up. */
  private static final int FAILURES = 2;

  /**
   * Waiting for a fork that hangs costs as much as fifty that do not: after so many of them a test
   * is given up in any case.
   */
  private static final int TIMEOUTS = 2;

  final StressTest test;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private List<Row.Seen> outcomes = List.of();
  private int forks;
  private int failed;
  private int timeouts;
  private long samples;
  private long millis;

  Tally(StressTest test) {
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
    return Grader.bad(outcomes);
  }

  /** Samples that showed this defect. */
  long observed(Defect defect) {
    return Grader.bad(
        outcomes.stream().filter(seen -> seen.desc().startsWith(defect.id + ":")).toList());
  }

  /** Outcomes that the test forbids and that were seen, whatever it is expected to show. */
  List<Row.Seen> forbidden() {
    return Grader.forbidden(outcomes);
  }

  List<Row.Seen> outcomes() {
    return outcomes;
  }

  long millis() {
    return millis;
  }

  Verdict verdict() {
    return verdict(observed());
  }

  /** The verdict on something that so many samples showed. */
  Verdict verdict(long observed) {
    if (samples == 0) {
      return Verdict.NOT_RUN;
    }
    if (observed > 0) {
      return Verdict.OBSERVED;
    }
    return samples < SAMPLE_FLOOR ? Verdict.INCONCLUSIVE : Verdict.NOT_OBSERVED;
  }

  /** Whether another fork could tell more. */
  boolean wantsMore(Budget budget) {
    return !isSettled() && !givenUp() && forks < enough(budget);
  }

  /**
   * Whether everything bad that it can show was seen, or the first of it, and samples enough to say
   * that the rest was not.
   */
  private boolean isSettled() {
    List<Defect> shows = test.shows();
    if (shows.size() < 2) {
      return observed() > 0;
    }
    return observed(shows.get(0)) > 0
        && (samples >= SAMPLE_FLOOR || shows.stream().allMatch(defect -> observed(defect) > 0));
  }

  /** Forks after which there is nothing more to try. */
  int enough(Budget budget) {
    boolean retry = observed() == 0 && test.mustBeObserved() || samples < SAMPLE_FLOOR;
    return forks >= budget.forks && retry ? budget.forksWithRetries() : budget.forks;
  }

  private boolean givenUp() {
    return timeouts >= TIMEOUTS || (failed == forks && failed >= (timeouts > 0 ? 1 : FAILURES));
  }
}
