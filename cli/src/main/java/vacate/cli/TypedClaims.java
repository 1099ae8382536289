// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.claim.Claim;
import vacate.watch.Watchman;

/** The option {@code --claim} where claims are watched in executions. */
final class TypedClaims {
  private static final String OPTION = "--claim";

  private TypedClaims() {}

  /**
   * Each once, in their order.
   *
   * @throws UsageException if one is none, or is not watched
   */
  static List<Claim> parse(List<String> typed) {
    List<Claim> claims = TypedNames.parse(OPTION, typed, Claim.values());
    for (Claim claim : claims) {
      if (!Watchman.WATCHED.contains(claim)) {
        throw new UsageException(
            claim
                + " is no matter of a single execution's events: it is judged by tests of its own");
      }
    }
    return claims;
  }
}
