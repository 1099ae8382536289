// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import vacate.claim.Claim;

/**
 * One of the patch's claims, watched: looks at an execution, and tells where the sentence does not
 * hold. An implementation has no state.
 */
interface ClaimWatch {
  Claim claim();

  /** Tells each way in which the claim is broken in an execution. */
  void watch(Trace trace, Breaches breaches);
}
