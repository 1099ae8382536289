// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * Lincheck's word on a scenario.
 *
 * @param extent how much was run; null if nothing was
 * @param trace file with the run that went wrong; null if none did
 */
public record Interleaved(
    Question question, Verdict verdict, Extent extent, String trace, String reason, long millis)
    implements Finding {

  /**
   * How much was run.
   *
   * @param runs made
   * @param depth number of context switches up to which all runs were made
   */
  public record Extent(long runs, int depth) {}

  /** Of a scenario that was not run to its end, and why. */
  public static Interleaved not(Question question, Verdict verdict, String reason) {
    return new Interleaved(question, verdict, null, null, reason, 0);
  }

  @Override
  public Judge judge() {
    return Judge.LINCHECK;
  }

  /** It interleaves, and sees no other order. */
  @Override
  public MemoryModel model() {
    return MemoryModel.SC;
  }

  @Override
  public Interleaved about(Topic topic) {
    return new Interleaved(question.about(topic), verdict, extent, trace, reason, millis);
  }
}
