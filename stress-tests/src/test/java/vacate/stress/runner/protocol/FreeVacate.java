// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.protocol;

import vacate.claim.Claim;
import vacate.claim.Verifies;

/** Names as the protocol's tests have them. */
@Verifies(Claim.C1)
public class FreeVacate {
  private FreeVacate() {}

  /** Names a revision. */
  public static class Posted {}

  /** Names another. */
  public static class WithoutWriteBarrier {}

  /** Ends in a revision, and has scenarios. */
  public static class CorrectedSlabs {
    private CorrectedSlabs() {}

    /** Is of the revision around it. */
    public static class LastObject {}
  }
}
