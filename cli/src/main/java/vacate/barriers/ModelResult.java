// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Witness;

/**
 * What one mutant comes to under one model.
 *
 * @param need the strongest that any test shows
 * @param test the first test that shows it; null if nothing changes in any
 * @param outcome the new outcome; null if there is none
 * @param witness an execution that has it; null if there is none
 * @param executions over all tests
 */
public record ModelResult(
    BarrierAnalysis.Need need, String test, String outcome, Witness witness, long executions) {
  /** Before any test was looked at. */
  static final ModelResult NONE =
      new ModelResult(BarrierAnalysis.Need.REDUNDANT, null, null, null, 0);

  /** With what one more test says. */
  ModelResult with(String name, BarrierAnalysis.Judgement finding) {
    long sum = executions + finding.executions();
    boolean stronger = rank(finding.need()) > rank(need);
    if (!stronger) {
      return new ModelResult(need, test, outcome, witness, sum);
    }
    boolean shown = finding.outcome() != null;
    return new ModelResult(
        finding.need(),
        name,
        shown ? finding.outcome().id() : null,
        shown ? finding.outcome().witness() : null,
        sum);
  }

  private static int rank(BarrierAnalysis.Need need) {
    return switch (need) {
      case REDUNDANT -> 0;
      case UNDECIDED -> 1;
      case VISIBLE -> 2;
      case NEEDED -> 3;
    };
  }
}
