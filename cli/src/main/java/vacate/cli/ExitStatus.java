// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.claim.Finding;
import vacate.claim.Standing;

/** What the process returns. A run that ran nothing is never {@link #AS_DECLARED}. */
public final class ExitStatus {
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

  /** Whoever reads standard output has gone before all was run; as other tools end then. */
  public static final int UNREAD = 141;

  /** A fault of our own. */
  public static final int INTERNAL = 70;

  private ExitStatus() {}

  /**
   * The worst that any finding says: a verdict that differs, then one that could not be had, then a
   * weak one, or none.
   */
  public static int of(List<? extends Finding> findings) {
    Set<Standing> there = findings.stream().map(Finding::standing).collect(Collectors.toSet());
    if (there.contains(Standing.DIFFERS)) {
      return DIFFERS;
    }
    if (there.isEmpty() || there.contains(Standing.MISSING)) {
      return NOT_RUN;
    }
    return there.equals(Set.of(Standing.AS_DECLARED)) ? AS_DECLARED : UNDECIDED;
  }
}
