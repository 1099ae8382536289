// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;

/**
 * What there is to report.
 *
 * @param findings all verdicts; they are sorted
 * @param showings executions that break a claim or show a defect
 * @param settings of the machine, and how long it took; empty to leave out all that differs from
 *     one machine or run to the next though the verdicts are the same
 */
public record Report(List<Finding> findings, List<Showing> showings, List<Setting> settings) {
  public Report {
    findings = Board.sorted(findings);
    showings = List.copyOf(showings);
    settings = List.copyOf(settings);
  }

  /** Whether times may be told. */
  boolean isTimed() {
    return !settings.isEmpty();
  }

  /** The showings of a claim or defect, in their order. */
  List<Showing> of(Subject subject) {
    return showings.stream().filter(showing -> subject.is(showing.topic())).toList();
  }
}
