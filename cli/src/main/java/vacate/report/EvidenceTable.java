// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import vacate.claim.Row;
import vacate.claim.Verdict;

/** Rows as they are, a line each. */
final class EvidenceTable {
  private EvidenceTable() {}

  /**
   * @param named whether the rows are about different things, so that each says what it shows
   */
  static void write(Markup out, List<Row> rows, boolean named, String label) {
    out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", label)
        .open("table", "class", "rows")
        .open("thead")
        .open("tr");
    head(out, named ? "shows" : "revision", "judge", "test", "verdict", "declared", "evidence");
    out.close().close().line().open("tbody").line();
    for (Row row : rows) {
      out.open("tr")
          .leaf("td", named ? row.name() : Words.revisionAndForm(row))
          .leaf("td", Words.judge(row))
          .open("td")
          .leaf("code", Words.test(row))
          .close()
          .open("td");
      Pill.draw(out, row);
      out.close().leaf("td", Words.expected(row)).open("td").text(Words.evidence(row));
      reason(out, row);
      out.close().closeLine();
    }
    out.close().close().closeLine();
  }

  static void head(Markup out, String... columns) {
    for (String column : columns) {
      out.leaf("th", column, "scope", "col");
    }
  }

  private static void reason(Markup out, Row row) {
    boolean tell = !row.asExpected() || row.verdict() == Verdict.NOT_RUN;
    if (row.reason() != null && tell) {
      out.text(Words.evidence(row).isEmpty() ? "" : "; ").text(row.reason());
    }
  }
}
