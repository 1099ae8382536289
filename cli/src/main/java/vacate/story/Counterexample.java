// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.explorer.Result;
import vacate.revision.Revision;

/**
 * An execution that breaks a claim, or shows a defect.
 *
 * @param topic the claim, in the form that is broken, or the defect
 * @param revision of the protocol; null if there is none
 * @param findings what the invariant checker says after it; null where nobody asked it
 * @param cure null where nobody asked
 */
public record Counterexample(
    Topic topic, Revision revision, Story story, List<String> findings, Cure cure) {

  /**
   * What cures it.
   *
   * @param in where the step is, as {@code Corrected.retireSlab}
   * @param result what exploring the test said that has it
   */
  public record Cure(String in, Result result) {}

  /** One that breaks a claim in its form and revision. */
  static Counterexample of(Finding finding, Story story) {
    return new Counterexample(finding.topics().get(0), finding.revision(), story, null, null);
  }

  /**
   * The one that is told of a defect.
   *
   * @param reproduction in which it is shown
   */
  public static Counterexample of(Reproduction reproduction, Revision revision) {
    return new Counterexample(
        Topic.of(reproduction.defect()),
        revision,
        reproduction.diagnosis().story(),
        reproduction.diagnosis().findings(),
        new Cure(reproduction.curedIn(), reproduction.cured()));
  }
}
