// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.claim.Interleaved;
import vacate.claim.Question;
import vacate.explorer.Verdict;

/**
 * What Lincheck came to.
 *
 * @param extent how much was run
 * @param trace file with the run that went wrong; null if none did
 * @param reason for the verdict, in a line
 */
public record Ruled(
    Verdict verdict, Interleaved.Extent extent, String trace, String reason, long millis) {
  /** As the answer to a question. */
  Interleaved finding(Question question) {
    return new Interleaved(question, verdict, extent, trace, reason, millis);
  }
}
