// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Claim;
import vacate.report.SweptClaims;
import vacate.story.Wrap;
import vacate.sweep.KeptSummary;

/** Claims against revisions, in every scenario up to a bound: in how many each breaks. */
final class SweptMatrix {
  private static final int GAP = 2;

  /** Narrower than this a scenario stands in a line of its own. */
  private static final int NARROW = 24;

  private final SweptClaims swept;
  private final int width;

  private SweptMatrix(SweptClaims swept, int width) {
    this.swept = swept;
    this.width = width;
  }

  /**
   * A line for each claim, and what they mean; none if there is nothing to say.
   *
   * @param width of the terminal
   */
  static List<String> lines(SweptClaims swept, int width) {
    return swept.isEmpty() ? List.of() : new SweptMatrix(swept, width).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Wrap.at(
            width,
            "Each claim as the patch words it, in all "
                + swept.scope()
                + ": in how many it breaks, behind + in how many of them with its condition, too,"
                + " and the first. Kept from sweeps, which the build repeats."));
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    swept.claims().forEach(claim -> rows.add(row(claim)));
    int[] widths = widths(rows);
    rows.forEach(row -> lines.addAll(line(row, widths)));
    swept.cutShort().ifPresent(text -> lines.addAll(Wrap.at(width, text)));
    return lines;
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of(""));
    swept.sweeps().forEach(s -> head.add(s.revision().label));
    head.add("");
    return head;
  }

  private List<String> row(Claim claim) {
    List<String> row = new ArrayList<>(List.of(claim.name()));
    for (KeptSummary sweep : swept.sweeps()) {
      row.add(SweptClaims.word(sweep, claim));
    }
    row.add(
        swept.firstThatBreaks(claim).map(s -> s.claims().get(claim).first().toString()).orElse(""));
    return row;
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private List<String> line(List<String> row, int[] widths) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      cells.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + GAP));
    }
    String last = row.get(row.size() - 1);
    int left = width - cells.length();
    if (last.length() <= left) {
      return List.of((cells + last).stripTrailing());
    }
    if (left < NARROW) {
      return List.of(cells.toString().stripTrailing(), " ".repeat(widths[0] + GAP) + last);
    }
    List<String> lines = new ArrayList<>();
    for (String part : Wrap.at(left, last)) {
      lines.add((lines.isEmpty() ? cells : " ".repeat(cells.length())) + part);
    }
    return lines;
  }
}
