// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

/** What becomes of a claim of June 2007 in another version. */
public sealed interface Restatement {
  /** It is about the same steps. */
  record AsWorded() implements Restatement {}

  /**
   * It is about other steps.
   *
   * @param sentence what it says there
   */
  record Restated(String sentence) implements Restatement {}

  /**
   * There is nothing that it could be about.
   *
   * @param because why, a few words
   */
  record NotMade(String because) implements Restatement {}
}
