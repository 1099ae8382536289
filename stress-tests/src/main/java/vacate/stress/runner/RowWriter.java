// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Row;
import vacate.claim.Verdict;

/**
 * Makes a tally a row of the report. A forbidden outcome is never as declared, not even in a test
 * that must show another bad one: such a row says that it expected nothing.
 */
final class RowWriter {
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

  Row row(Tally tally) {
    StressTest test = tally.test;
    boolean ran = tally.samples() > 0;
    return new Row(
        test.ids(),
        test.label(),
        test.kind(),
        test.revision(),
        "jcstress",
        null,
        test.name(),
        tally.forbidden().isEmpty() ? test.expected() : List.of(Verdict.NOT_OBSERVED),
        tally.verdict(),
        null,
        null,
        (long) tally.forks(),
        null,
        ran ? tally.samples() : null,
        ran ? tally.observed() : null,
        tally.forks() > 0 ? directory.resolve(test.name()).toString() : null,
        reason(tally),
        tally.outcomes(),
        tally.millis());
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
