// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.explorer.Result;
import vacate.revision.Revision;
import vacate.story.Account;
import vacate.story.Story;

/**
 * An execution that breaks a claim, or shows a defect.
 *
 * @param topic the claim, in the form that is broken, or the defect
 * @param revision of the protocol; null if there is none
 * @param findings what the invariant checker says after it; null where nobody asked it
 * @param cure where it is cured, and that this was proved; null where nobody asked
 */
public record Showing(
    Topic topic, Revision revision, Account account, List<String> findings, String cure) {
  /** The shortest that breaks a claim in its form and revision. */
  static Showing of(Finding finding, Account account) {
    return new Showing(finding.topics().get(0), finding.revision(), account, null, null);
  }

  private static String cure(Story story) {
    Result cured = story.cured();
    return story.curedIn()
        + ": "
        + cured.verdict()
        + " "
        + FindingText.test(cured.test())
        + " under "
        + cured.model().id()
        + ", "
        + FindingText.count(cured.executions(), "execution")
        + ", "
        + cured.blocked()
        + " blocked";
  }

  /**
   * The one that is told of a defect.
   *
   * @param story with a witness
   */
  static Showing of(Story story, Revision revision) {
    return new Showing(
        Topic.of(story.defect()), revision, Account.of(story), story.findings(), cure(story));
  }
}
