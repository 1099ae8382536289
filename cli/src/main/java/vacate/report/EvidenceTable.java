// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Finding;
import vacate.explorer.Verdict;

/** Findings as they are, a line each. */
final class EvidenceTable {
  private EvidenceTable() {}

  /**
   * @param named whether the findings are about different things, so that each says what it shows
   */
  static void write(Markup out, List<Finding> findings, boolean named, String label) {
    out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label)
        .open("table", "class", "rows")
        .open("thead")
        .open("tr");
    head(out, named ? "shows" : "revision", "judge", "test", "verdict", "declared", "evidence");
    out.close().close().line().open("tbody").line();
    for (Finding finding : findings) {
      out.open("tr")
          .leaf("td", named ? FindingText.names(finding) : FindingText.revisionAndForm(finding))
          .leaf("td", FindingText.judge(finding))
          .open("td")
          .leaf("code", FindingText.test(finding))
          .close()
          .open("td");
      Pill.draw(out, finding);
      out.close()
          .leaf("td", FindingText.expected(finding))
          .open("td")
          .text(FindingText.evidence(finding));
      reason(out, finding);
      out.close().closeLine();
    }
    out.close().close().closeLine();
  }

  static void head(Markup out, String... columns) {
    for (String column : columns) {
      out.leaf("th", column, "scope", "col");
    }
  }

  private static void reason(Markup out, Finding finding) {
    boolean tell = !finding.asExpected() || finding.verdict() == Verdict.NOT_RUN;
    if (finding.reason() != null && tell) {
      out.text(FindingText.evidence(finding).isEmpty() ? "" : "; ").text(finding.reason());
    }
  }
}
