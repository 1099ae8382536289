// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Row;
import vacate.explorer.Result;
import vacate.story.Account;
import vacate.story.Story;

/**
 * An execution that breaks a claim, or shows a defect.
 *
 * @param subject id of the claim or defect
 * @param condition with which, even so, the claim is broken; null for none
 * @param revision of the protocol; null if there is none
 * @param findings what the invariant checker says after it; null where nobody asked it
 * @param cure where it is cured, and that this was proved; null where nobody asked
 */
public record Showing(
    String subject,
    String condition,
    String revision,
    Account account,
    List<String> findings,
    String cure) {
  /** The shortest that breaks the claim of a row in its form and revision. */
  static Showing of(Row row, Account account) {
    return new Showing(row.id(), row.condition(), row.revision(), account, null, null);
  }

  private static String cure(Story story) {
    Result cured = story.cured();
    return story.curedIn()
        + ": "
        + cured.verdict()
        + " "
        + Words.test(cured.test())
        + " under "
        + cured.model().id()
        + ", "
        + Words.count(cured.executions(), "execution")
        + ", "
        + cured.blocked()
        + " blocked";
  }

  /**
   * The one that is told of a defect.
   *
   * @param story with a witness
   */
  static Showing of(Story story, String revision) {
    return new Showing(
        story.defect().id, null, revision, Account.of(story), story.findings(), cure(story));
  }
}
