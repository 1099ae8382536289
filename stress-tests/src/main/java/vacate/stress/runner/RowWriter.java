// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Defect;
import vacate.claim.Row;
import vacate.claim.Verdict;

/**
 * Makes a tally a row of the report. A forbidden outcome is never as declared, not even in a test
 * that must show another bad one: such a row says that it expected nothing.
 */
final class RowWriter {
  private static final List<Verdict> EITHER = List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED);

  private final Budget budget;
  private final int processors;
  private final Path directory;
  private final boolean stopped;

  /**
   * For one run.
   *
   * @param stopped whether it was stopped before its end
   */
  RowWriter(Budget budget, int processors, Path directory, boolean stopped) {
    this.budget = budget;
    this.processors = processors;
    this.directory = directory;
    this.stopped = stopped;
  }

  /**
   * One row; a test that shows several defects has one for each of them, if it ran at all. If an
   * outcome was seen that the test forbids, that is the one thing to tell, in one row.
   */
  List<Row> rows(Tally tally) {
    StressTest test = tally.test;
    List<Defect> shows = test.shows();
    if (shows.size() < 2 || tally.samples() == 0 || !tally.forbidden().isEmpty()) {
      return List.of(
          row(
              tally,
              test.ids(),
              test.label(),
              expected(tally, test.expected()),
              tally.observed(),
              reason(tally)));
    }
    return shows.stream().map(defect -> row(tally, defect, defect == shows.get(0))).toList();
  }

  /** Only the first of several defects must be seen: of the others there may be too few. */
  private Row row(Tally tally, Defect defect, boolean first) {
    String reason = reason(tally);
    String rarer = "seen less often than " + tally.test.shows().get(0).id + " in the same test";
    return row(
        tally,
        defect.id,
        defect.label(),
        first ? tally.test.expected() : EITHER,
        tally.observed(defect),
        first ? reason : reason == null ? rarer : reason + "; " + rarer);
  }

  private static List<Verdict> expected(Tally tally, List<Verdict> declared) {
    return tally.forbidden().isEmpty() ? declared : List.of(Verdict.NOT_OBSERVED);
  }

  private Row row(
      Tally tally, String id, String label, List<Verdict> expected, long observed, String reason) {
    StressTest test = tally.test;
    boolean ran = tally.samples() > 0;
    return new Row(
        id,
        label,
        test.kind(),
        test.revision(),
        "jcstress",
        null,
        test.name(),
        expected,
        tally.verdict(observed),
        null,
        null,
        (long) tally.forks(),
        null,
        ran ? tally.samples() : null,
        ran ? observed : null,
        tally.forks() > 0 ? directory.resolve(test.name()).toString() : null,
        reason,
        tally.outcomes(),
        tally.millis(),
        test.forms(),
        test.conditions());
  }

  /** Everything that a reader must know to weigh the verdict; null if there is nothing. */
  private String reason(Tally tally) {
    List<String> reasons = new ArrayList<>();
    for (Row.Seen seen : tally.forbidden()) {
      reasons.add("forbidden outcome \"" + seen.id() + "\" seen");
    }
    failures(tally, reasons);
    cutShort(tally, reasons);
    if (tally.verdict() == Verdict.INCONCLUSIVE) {
      reasons.add("fewer than " + Tally.SAMPLE_FLOOR + " samples");
    }
    if (tally.samples() > 0 && tally.forks() > budget.forks) {
      reasons.add("retried with " + (tally.forks() - budget.forks) + " more seeds");
    }
    if (tally.test.actors() > processors) {
      reasons.add(
          tally.test.actors()
              + " actors share "
              + processors
              + " CPUs: shows interleavings, hardly any reordering");
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

  private void cutShort(Tally tally, List<String> reasons) {
    if (!tally.wantsMore(budget) || tally.forks() >= budget.forks) {
      return;
    }
    String why = stopped ? "stopped" : "time was up";
    reasons.add(
        tally.forks() == 0
            ? why + " before its turn"
            : why + " after " + tally.forks() + " of " + budget.forks + " forks");
  }
}
