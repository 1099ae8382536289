// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import vacate.claim.Defect;
import vacate.explorer.Result;
import vacate.explorer.Witness;
import vacate.explorer.model.MemoryModel;

/**
 * All that there is to tell of a defect. Told twice it is the same, on any machine, but for the
 * times in the results.
 *
 * @param defect which one; sentence, source, place and cure are its own
 * @param test name of the test that shows it
 * @param model under which it is shown
 * @param shown what exploring that test said; null if an execution was only rebuilt
 * @param witness the shortest execution that shows it; null if under this model there is none
 * @param meaning what the test says of the witness' outcome; null without a witness
 * @param start the page before the first step; null without a witness
 * @param steps the witness, step by step
 * @param findings what the invariant checker says of the machine after it; empty if nothing is
 *     wrong, null if the test has no machine that could be checked
 * @param curedIn where the step is that cures it, as {@code Corrected.retireSlab}
 * @param cured what exploring the corrected test said; null if an execution was only rebuilt
 */
public record Story(
    Defect defect,
    String test,
    MemoryModel model,
    Result shown,
    Witness witness,
    String meaning,
    PageState start,
    List<Step> steps,
    List<String> findings,
    String curedIn,
    Result cured) {
  public Story {
    steps = List.copyOf(steps);
    findings = findings == null ? null : List.copyOf(findings);
  }
}
