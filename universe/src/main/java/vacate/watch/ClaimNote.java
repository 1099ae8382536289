// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import vacate.claim.Claim;

/** What is noted of a claim in an execution. */
public sealed interface ClaimNote permits AskedClaim, BrokenClaim {
  Claim claim();
}
