// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import vacate.chronicle.ClaimVerdict;

/** What was found of a claim in a version that was posted, in a word. */
public final class ClaimWord {
  private ClaimWord() {}

  /**
   * {@code holds}; {@code open}, not seen to break where not all was visited; {@code 12+8}, in how
   * many scenarios it breaks and in how many of them with its condition, too; or {@code n/a}.
   */
  public static String of(ClaimVerdict verdict) {
    if (verdict instanceof ClaimVerdict.Breaks breaks) {
      return breaks.scenarios() + (breaks.qualified() == 0 ? "" : "+" + breaks.qualified());
    }
    if (verdict instanceof ClaimVerdict.NotSeen) {
      return "open";
    }
    return verdict instanceof ClaimVerdict.Holds ? "holds" : "n/a";
  }
}
