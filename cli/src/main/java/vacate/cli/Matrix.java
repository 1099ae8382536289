// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Judge;
import vacate.claim.Model;
import vacate.claim.Row;
import vacate.claim.Verdict;

/**
 * Claims and revisions against judges, a word a cell: the worst that any test made the judge say.
 * The explorer has a column a model.
 */
final class Matrix {
  private static final int CELL = 12;
  private static final int GAP = 2;

  private Matrix() {}

  /**
   * One line for each claim and revision that the rows speak of, in their order; and a head. Where
   * the terminal is too narrow the claims lose their names; where it still is the columns stand in
   * several such tables below one another.
   *
   * @param terminal columns of it
   */
  static List<String> lines(List<Row> rows, int terminal) {
    List<Row> sorted = sorted(rows);
    List<String> columns = columns(rows);
    List<String> wide = table(sorted, columns, Matrix::head);
    if (wide.stream().allMatch(line -> line.length() <= terminal)) {
      return wide;
    }
    int left = terminal - sorted.stream().mapToInt(row -> shortHead(row).length()).max().orElse(0);
    int atOnce = Math.max(1, left / (GAP + CELL));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += atOnce) {
      if (i > 0) {
        lines.add("");
      }
      List<String> some = columns.subList(i, Math.min(columns.size(), i + atOnce));
      lines.addAll(table(sorted, some, Matrix::shortHead));
    }
    return lines;
  }

  private static List<String> table(
      List<Row> rows, List<String> columns, Function<Row, String> head) {
    Map<String, List<Row>> lines = new LinkedHashMap<>();
    for (Row row : rows) {
      lines.computeIfAbsent(head.apply(row), line -> new ArrayList<>()).add(row);
    }
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> table = new ArrayList<>();
    table.add(line(" ".repeat(width), columns));
    lines.forEach(
        (line, of) ->
            table.add(
                line(pad(line, width), columns.stream().map(column -> cell(of, column)).toList())));
    return table;
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing((Row row) -> row.kind())
                .thenComparing(row -> row.id().length())
                .thenComparing(Row::id))
        .toList();
  }

  private static String head(Row row) {
    return String.format(
        Locale.ROOT,
        "%-4s %-36s %-19s",
        row.id(),
        row.name(),
        Objects.toString(row.revision(), "-"));
  }

  private static String shortHead(Row row) {
    return String.format(
        Locale.ROOT, "%-4s %-19s", row.id(), Objects.toString(row.revision(), "-"));
  }

  /** The explorer's models first, then the other judges, those that there are. */
  private static List<String> columns(List<Row> rows) {
    Set<String> there = rows.stream().map(Matrix::column).collect(Collectors.toSet());
    Set<String> columns = new LinkedHashSet<>();
    for (Model model : Model.values()) {
      columns.add(model.toString());
    }
    for (Judge judge : Judge.values()) {
      columns.add(judge.toString());
    }
    columns.retainAll(there);
    return List.copyOf(columns);
  }

  private static String column(Row row) {
    return row.judge().equals(Judge.EXPLORER.toString()) ? row.model() : row.judge();
  }

  private static String cell(List<Row> rows, String column) {
    List<Row> here = rows.stream().filter(row -> column(row).equals(column)).toList();
    String mark = here.stream().allMatch(Row::asExpected) ? "" : " !!";
    return here.stream()
        .map(Row::verdict)
        .min(Comparator.comparingInt(Verdict.WORST_FIRST::indexOf))
        .map(verdict -> verdict + mark)
        .orElse("-");
  }

  private static String line(String head, List<String> cells) {
    StringBuilder line = new StringBuilder(head);
    for (String cell : cells) {
      line.append(" ".repeat(GAP)).append(pad(cell, CELL));
    }
    return line.toString().stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
