// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import vacate.explorer.Barriers;
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
public record Cell(
    Barriers.Need need, String test, String outcome, Witness witness, long executions) {
  /** Before any test was looked at. */
  static final Cell NONE = new Cell(Barriers.Need.REDUNDANT, null, null, null, 0);

  /** With what one more test says. */
  Cell with(String name, Barriers.Finding finding) {
    long sum = executions + finding.executions();
    boolean stronger = rank(finding.need()) > rank(need);
    if (!stronger) {
      return new Cell(need, test, outcome, witness, sum);
    }
    boolean shown = finding.outcome() != null;
    return new Cell(
        finding.need(),
        name,
        shown ? finding.outcome().id() : null,
        shown ? finding.outcome().witness() : null,
        sum);
  }

  private static int rank(Barriers.Need need) {
    return switch (need) {
      case REDUNDANT -> 0;
      case UNDECIDED -> 1;
      case VISIBLE -> 2;
      case NEEDED -> 3;
    };
  }
}
