// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import vacate.claim.Claim;

/** An execution comes to what a claim is about, so that the claim may hold or not. */
public record AskedClaim(Claim claim) implements ClaimNote {
  /** As in {@code C8 is asked}. */
  @Override
  public String toString() {
    return claim + " is asked";
  }
}
