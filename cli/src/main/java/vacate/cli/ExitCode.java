// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.claim.Row;
import vacate.claim.Verdict;

/** What the process returns. A run that ran nothing is never {@link #AS_DECLARED}. */
public final class ExitCode {
  /** Every verdict is as declared. */
  public static final int AS_DECLARED = 0;

  /** Some verdict differs from what was declared. */
  public static final int DIFFERS = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  /** Bounded or inconclusive where more was declared. */
  public static final int UNDECIDED = 3;

  /** Something could not be run. */
  public static final int NOT_RUN = 4;

  /** A fault of our own. */
  public static final int INTERNAL = 70;

  private ExitCode() {}

  /**
   * The worst that any row says: a verdict that differs, then one that is missing, then a weak one.
   */
  public static int of(List<Row> rows) {
    if (rows.stream().anyMatch(row -> !row.asExpected() && isDecided(row.verdict()))) {
      return DIFFERS;
    }
    if (rows.isEmpty() || rows.stream().anyMatch(row -> isMissing(row))) {
      return NOT_RUN;
    }
    return rows.stream().allMatch(Row::asExpected) ? AS_DECLARED : UNDECIDED;
  }

  private static boolean isMissing(Row row) {
    return row.verdict() == Verdict.NOT_RUN && !row.asExpected();
  }

  private static boolean isDecided(Verdict verdict) {
    return switch (verdict) {
      case PROVED, REFUTED, OBSERVED, NOT_OBSERVED -> true;
      case BOUNDED, INCONCLUSIVE, NOT_RUN -> false;
    };
  }
}
