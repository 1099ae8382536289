// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.jcstress.Expectation;

/**
 * One outcome of a test under one model.
 *
 * @param id the result as jcstress prints it, or what went wrong instead
 * @param expect what the test says about it
 * @param description why, in the test's words
 * @param executions in how many executions it comes about; 0 for one that the test names and that
 *     is impossible
 * @param witness an execution that has it, rebuilt when it is first asked for; null if there is
 *     none
 */
public record Outcome(
    String id, Expectation expect, String description, long executions, Witness witness) {
  /** Whether no execution has this outcome. */
  public boolean isImpossible() {
    return executions == 0;
  }

  boolean refutes() {
    return executions > 0 && expect.fails();
  }
}
