// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.Comparator;
import vacate.claim.Claim;
import vacate.claim.Form;

/**
 * A claim is broken.
 *
 * @param form {@link Form#LITERAL} if only the sentence as the patch words it; {@link
 *     Form#QUALIFIED} if the one with the condition, too
 * @param how in the kernel's words
 */
public record BrokenClaim(Claim claim, Form form, String how) implements ClaimNote {
  /** By claim, the wording first. */
  public static final Comparator<BrokenClaim> ORDER =
      Comparator.comparing(BrokenClaim::claim)
          .thenComparing(BrokenClaim::form)
          .thenComparing(BrokenClaim::how);

  /** As in {@code C8: vacate finds PageSlab off, and holds a reference that keeps the page}. */
  @Override
  public String toString() {
    return claim + (form == Form.QUALIFIED ? ", though qualified" : "") + ": " + how;
  }
}
