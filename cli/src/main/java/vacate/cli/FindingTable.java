// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vacate.claim.Finding;
import vacate.claim.Standing;
import vacate.explorer.Verdict;

/**
 * Findings as text: one line each where the terminal is wide enough, else two. What is not as
 * declared is marked and says why.
 */
final class FindingTable {
  private static final int GAP = 2;

  /** Columns that may be cut, in this order, and the least that must be left of each. */
  private static final int[][] CUTTABLE = {{2, 20}, {4, 36}};

  /** What hardware may show or not. */
  private static final List<Verdict> EITHER = List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED);

  private final int width;

  FindingTable(int width) {
    this.width = width;
  }

  List<String> lines(List<TableLine> table) {
    List<String[]> cells = new ArrayList<>();
    cells.add(
        new String[] {"", "id", "shows", "revision", "test", "expected", "verdict", "evidence"});
    table.forEach(line -> cells.add(cells(line)));
    int[] widths = widths(cells);
    boolean fits = fit(widths);
    List<String> lines = new ArrayList<>();
    if (fits) {
      lines.add(oneLine(cells.get(0), widths));
    }
    for (int i = 1; i < cells.size(); i++) {
      if (fits) {
        lines.add(oneLine(cells.get(i), widths));
      } else {
        twoLines(cells.get(i), lines);
      }
      explain(table.get(i - 1).first(), lines);
    }
    return lines;
  }

  /** Narrows the widths to the terminal's, if that can be done. */
  private boolean fit(int[] widths) {
    int total = -GAP;
    for (int w : widths) {
      total += w + GAP;
    }
    int cut = Math.max(0, total - width);
    for (int[] column : CUTTABLE) {
      int here = Math.min(cut, Math.max(0, widths[column[0]] - column[1]));
      widths[column[0]] -= here;
      cut -= here;
    }
    return cut == 0;
  }

  private static String[] cells(TableLine line) {
    Finding first = line.first();
    return new String[] {
      mark(first.standing()),
      brief(first, Matrix.id(first)),
      brief(first, first.topics().get(0).name()),
      Objects.toString(first.revision(), "-"),
      line.tests(),
      expected(first),
      first.verdict().toString(),
      line.evidence()
    };
  }

  /** Only what contradicts a declaration, or could not be had, is an alarm. */
  static String mark(Standing standing) {
    return switch (standing) {
      case AS_DECLARED -> "ok";
      case DIFFERS, MISSING -> "!!";
      case UNDECIDED, LEFT_OUT -> "??";
      case INTERRUPTED -> "--";
    };
  }

  private static String expected(Finding finding) {
    return finding.expected().containsAll(EITHER)
        ? "either"
        : finding.expected().stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  /** What is said of the first of its topics, and how many more there are. */
  private static String brief(Finding finding, String first) {
    int others = finding.topics().size() - 1;
    return others == 0 ? first : first + " +" + others;
  }

  private static void explain(Finding finding, List<String> lines) {
    Standing standing = finding.standing();
    boolean told = standing == Standing.AS_DECLARED || standing == Standing.LEFT_OUT;
    if (!told && finding.reason() != null) {
      lines.add("      " + finding.reason());
    }
  }

  private static int[] widths(List<String[]> cells) {
    int[] widths = new int[cells.get(0).length];
    for (String[] row : cells) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return widths;
  }

  private static String oneLine(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String cell = clip(row[i], widths[i]);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
    }
    return line.toString().stripTrailing();
  }

  private static String clip(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 2) + "..";
  }

  private void twoLines(String[] row, List<String> lines) {
    String head = String.format("%-2s  %-4s %s", row[0], row[1], row[2]);
    String tail = row[6] + "  " + row[7];
    int gap = width - head.length() - tail.length();
    if (gap >= GAP) {
      lines.add((head + " ".repeat(gap) + tail).stripTrailing());
    } else {
      lines.add(clip(head, width).stripTrailing());
      lines.add(clip("         " + tail, width).stripTrailing());
    }
    lines.add(clip("         " + row[3] + "  " + row[4] + "  (" + row[5] + ")", width));
  }
}
