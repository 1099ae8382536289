// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import vacate.claim.Defect;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;

/**
 * All that there is to tell of a defect. Told twice it is the same, on any machine, but for the
 * times in the results.
 *
 * @param defect which one; sentence, source, place and cure are its own
 * @param test name of the test that shows it
 * @param model under which it is shown
 * @param shown what exploring that test said; null if an execution was only rebuilt
 * @param diagnosis the shortest execution that shows it; null if under this model there is none
 * @param curedIn where the step is that cures it, as {@code Corrected.retireSlab}
 * @param cured what exploring the corrected test said; null if an execution was only rebuilt
 */
public record Reproduction(
    Defect defect,
    String test,
    MemoryModel model,
    Result shown,
    Diagnosis diagnosis,
    String curedIn,
    Result cured) {
  /** Whether under this model there is an execution that shows the defect. */
  public boolean isShown() {
    return diagnosis != null;
  }

  /** Replays the execution that is told; there is one. */
  public String token() {
    return diagnosis.story().witness().token();
  }
}
