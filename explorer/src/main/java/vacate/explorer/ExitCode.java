// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;

/** What a command that explored tests should exit with. */
public final class ExitCode {
  /** All are PROVED. */
  public static final int PROVED = 0;

  /** Some test is REFUTED, or a monitor has found something. */
  public static final int REFUTED = 1;

  /** None is REFUTED, but some BOUNDED. */
  public static final int BOUNDED = 3;

  /** Some were NOT RUN and the others PROVED, or nothing ran at all. */
  public static final int NOT_RUN = 4;

  private ExitCode() {}

  /** The worst of the results; a run that ran nothing is no success. */
  public static int of(List<Result> results) {
    return results.stream().anyMatch(Result::hasViolations)
        ? REFUTED
        : ofVerdicts(results.stream().map(Result::verdict).toList());
  }

  /** The worst of the verdicts; none is no success. */
  public static int ofVerdicts(List<Verdict> verdicts) {
    if (verdicts.contains(Verdict.REFUTED)) {
      return REFUTED;
    }
    if (verdicts.contains(Verdict.BOUNDED)) {
      return BOUNDED;
    }
    return verdicts.isEmpty() || verdicts.contains(Verdict.NOT_RUN) ? NOT_RUN : PROVED;
  }
}
