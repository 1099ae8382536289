// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;

/**
 * Makes a tally findings. A forbidden outcome is never as declared, not even in a test that must
 * show another bad one: such a finding says that it expected nothing.
 */
final class SampledFindings {
  /** Of a defect that comes along with another one nothing is asked. */
  private static final List<Verdict> ANY =
      List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED, Verdict.INCONCLUSIVE);

  private final Topology topology;
  private final Path directory;
  private final boolean stopped;

  /**
   * For one run.
   *
   * @param stopped whether it was stopped before its end
   */
  SampledFindings(Topology topology, Path directory, boolean stopped) {
    this.topology = topology;
    this.directory = directory;
    this.stopped = stopped;
  }

  /** Of a test that the plan left out. */
  Sampled leftOut(Plan.LeftOut out) {
    Question asked = out.test().question();
    return new Sampled(asked, Verdict.LEFT_OUT, null, null, null, out.reason(), List.of(), 0);
  }

  /**
   * One finding; of a test that shows several defects one for each of them, if it ran at all. If an
   * outcome was seen that the test forbids, that is the one thing to tell, once.
   */
  List<Sampled> of(Tally tally) {
    HardwareTest test = tally.test;
    if (test.shows().size() < 2 || tally.samples() == 0 || !tally.forbidden().isEmpty()) {
      Verdict verdict = ofRun(tally, tally.verdict());
      Question asked =
          tally.forbidden().isEmpty()
              ? test.question()
              : test.question().expecting(List.of(Verdict.NOT_OBSERVED));
      return List.of(finding(tally, asked, verdict, tally.observed(), reason(tally, verdict)));
    }
    return test.shows().stream().map(defect -> of(tally, defect)).toList();
  }

  private Sampled of(Tally tally, Defect defect) {
    boolean first = tally.isFirst(defect);
    Verdict verdict =
        first || !tally.isSeen() ? ofRun(tally, tally.verdict(defect)) : tally.verdict(defect);
    String reason = reason(tally, verdict);
    String rarer = "seen less often than " + tally.test.shows().get(0).id + " in the same test";
    Question asked = tally.test.question().about(Topic.of(defect));
    return finding(
        tally,
        first ? asked : asked.expecting(ANY),
        verdict,
        tally.observed(defect),
        first ? reason : reason == null ? rarer : reason + "; " + rarer);
  }

  /** What was stopped before it was decided, and would have gone on. */
  private Verdict ofRun(Tally tally, Verdict verdict) {
    boolean open = verdict == Verdict.INCONCLUSIVE || verdict == Verdict.NOT_RUN;
    return stopped && open && !tally.isGivenUp() ? Verdict.INTERRUPTED : verdict;
  }

  private Sampled finding(Tally tally, Question asked, Verdict verdict, long bad, String reason) {
    return new Sampled(
        asked,
        verdict,
        (long) tally.forks(),
        tally.samples() > 0 ? new Sampled.Samples(tally.samples(), bad) : null,
        tally.forks() > 0 ? directory.resolve(asked.test()).toString() : null,
        reason,
        tally.outcomes(),
        tally.millis());
  }

  /** Everything that a reader must know to weigh the verdict; null if there is nothing. */
  private String reason(Tally tally, Verdict verdict) {
    List<String> reasons = new ArrayList<>();
    for (Seen seen : tally.forbidden()) {
      reasons.add("forbidden outcome \"" + seen.id() + "\" seen");
    }
    failures(tally, reasons);
    undecided(tally, verdict, reasons);
    if (topology.isShared(tally.test.actors())) {
      reasons.add(
          tally.test.actors()
              + " actors share "
              + topology.cpus()
              + (topology.cpus() == 1 ? " CPU" : " CPUs")
              + ": shows interleavings, hardly any reordering");
    }
    if (!tally.test.because().isEmpty()) {
      reasons.add(tally.test.because());
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private void failures(Tally tally, List<String> reasons) {
    tally
        .failures()
        .forEach(
            (message, times) ->
                reasons.add(
                    tally.samples() == 0
                        ? message
                        : times + " of " + tally.forks() + " forks failed: " + message));
  }

  private static String tooFew(Tally tally) {
    return tally.test.mustBeObserved()
        ? "not seen in "
            + tally.samples()
            + " samples; it takes "
            + tally.floor()
            + " to say that it is not seen here"
        : "only " + tally.samples() + " of " + tally.floor() + " samples";
  }

  private static void undecided(Tally tally, Verdict verdict, List<String> reasons) {
    switch (verdict) {
      case INTERRUPTED ->
          reasons.add(
              tally.forks() == 0
                  ? "interrupted before its turn"
                  : "interrupted after " + tally.samples() + " samples");
      case INCONCLUSIVE ->
          reasons.add(
              tally.forks() == 0 && !tally.isGivenUp()
                  ? "the time was up before its turn"
                  : tooFew(tally));
      default -> {
        // decided, or said by the failures
      }
    }
  }
}
