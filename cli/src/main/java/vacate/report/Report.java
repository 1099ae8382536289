// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;
import vacate.story.Counterexample;

/**
 * What there is to report.
 *
 * @param findings all verdicts; they are sorted
 * @param counterexamples executions that break a claim or show a defect
 * @param settings of the machine, and how long it took; empty to leave out all that differs from
 *     one machine or run to the next though the verdicts are the same
 */
public record Report(
    List<Finding> findings, List<Counterexample> counterexamples, List<Setting> settings) {
  public Report {
    findings = sorted(findings);
    counterexamples = List.copyOf(counterexamples);
    settings = List.copyOf(settings);
  }

  /** Findings in the order in which a report has them. */
  public static List<Finding> sorted(List<Finding> findings) {
    return VerdictMatrix.sorted(findings);
  }

  /** Whether times may be told. */
  boolean isTimed() {
    return !settings.isEmpty();
  }

  /** The counterexamples of a claim or defect, in their order. */
  List<Counterexample> of(Subject subject) {
    return counterexamples.stream()
        .filter(counterexample -> subject.is(counterexample.topic()))
        .toList();
  }
}
