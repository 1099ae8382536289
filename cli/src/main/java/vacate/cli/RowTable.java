// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vacate.claim.Row;
import vacate.claim.Standing;
import vacate.claim.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * Rows as text: one line a row where the terminal is wide enough, else two. A row that is not as
 * declared is marked and says why.
 */
final class RowTable {
  private static final int GAP = 2;

  /** Columns that may be cut, in this order, and the least that must be left of each. */
  private static final int[][] CUTTABLE = {{2, 20}, {4, 36}};

  /** What hardware may show or not. */
  private static final List<Verdict> EITHER = List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED);

  private static final String ALL_MODELS =
      Arrays.stream(MemoryModel.values())
          .map(MemoryModel::toString)
          .collect(Collectors.joining(","));

  private final int width;

  RowTable(int width) {
    this.width = width;
  }

  List<String> lines(List<Row> rows) {
    List<String[]> cells = new ArrayList<>();
    cells.add(
        new String[] {"", "id", "shows", "revision", "test", "expected", "verdict", "evidence"});
    rows.forEach(row -> cells.add(cells(row)));
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
      explain(rows.get(i - 1), lines);
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

  private static String[] cells(Row row) {
    return new String[] {
      mark(row.standing()),
      brief(Matrix.id(row)),
      brief(row.name()),
      row.revision() == null ? "-" : row.revision(),
      TestName.shorten(row.test()),
      expected(row),
      row.verdict().toString(),
      evidence(row)
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

  private static String expected(Row row) {
    return row.expected().containsAll(EITHER)
        ? "either"
        : row.expected().stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  /** The first of what is joined by a plus sign, and how many more there are. */
  private static String brief(String joined) {
    String[] parts = joined.split("\\+");
    return parts.length == 1 ? joined : parts[0] + " +" + (parts.length - 1);
  }

  private static void explain(Row row, List<String> lines) {
    boolean told = row.standing() == Standing.AS_DECLARED || row.standing() == Standing.LEFT_OUT;
    if (!told && row.reason() != null) {
      lines.add("      " + row.reason());
    }
  }

  /** What the verdict rests on. */
  static String evidence(Row row) {
    if (row.samples() != null) {
      return count(row.observed() == null ? 0 : row.observed()) + " in " + count(row.samples());
    }
    if (row.runs() != null) {
      String depth = row.depth() == null ? "" : ", depth " + row.depth();
      return count(row.runs()) + (row.runs() == 1 ? " run" : " runs") + depth;
    }
    return row.executions() == null ? "" : explored(row);
  }

  private static String explored(Row row) {
    return String.format(
        Locale.ROOT,
        "%s execution%s, %s, %.1f s",
        count(row.executions()),
        row.executions() == 1 ? "" : "s",
        row.model().equals(ALL_MODELS) ? "all models" : row.model(),
        row.millis() / 1000.0);
  }

  /** A number in at most five characters: 999, 12 k, 3.4 M. */
  static String count(long n) {
    if (n < 10_000) {
      return Long.toString(n);
    }
    if (n < 1_000_000) {
      return n / 1_000 + " k";
    }
    return n < 100_000_000 ? String.format(Locale.ROOT, "%.1f M", n / 1e6) : n / 1_000_000 + " M";
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
