// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
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
import vacate.claim.Form;
import vacate.claim.Judge;
import vacate.claim.Row;
import vacate.claim.Standing;
import vacate.claim.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.story.Wrap;

/**
 * Claims and revisions against judges, a word a cell: the worst that any test made the judge say.
 * The explorer has a column a model. What is said of a claim with a condition added stands in lines
 * of its own, marked {@code if}, and the conditions below.
 */
final class Matrix {
  private static final int CELL = 12;
  private static final int GAP = 2;
  private static final int ID = 4;

  private Matrix() {}

  /**
   * One line for each form of a claim and revision that the rows speak of; a head; and the
   * conditions. Where the terminal is too narrow the claims lose their names; where it still is the
   * columns stand in several such tables below one another.
   *
   * @param terminal columns of it
   */
  static List<String> lines(List<Row> rows, int terminal) {
    List<Row> sorted = sorted(rows);
    List<String> lines = tables(sorted, columns(rows), terminal);
    lines.addAll(conditions(sorted, terminal));
    return lines;
  }

  private static List<String> tables(List<Row> sorted, List<String> columns, int terminal) {
    int ids = sorted.stream().map(Matrix::id).mapToInt(String::length).max().orElse(0);
    List<String> wide = table(sorted, columns, row -> head(row, ids));
    if (wide.stream().allMatch(line -> line.length() <= terminal)) {
      return wide;
    }
    Function<Row, String> head = row -> shortHead(row, ids);
    int left = terminal - sorted.stream().map(head).mapToInt(String::length).max().orElse(0);
    int atOnce = Math.max(1, left / (GAP + CELL));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += atOnce) {
      if (i > 0) {
        lines.add("");
      }
      List<String> some = columns.subList(i, Math.min(columns.size(), i + atOnce));
      lines.addAll(table(sorted, some, head));
    }
    return lines;
  }

  /** What is added to the claims that are marked; nothing if none is. */
  private static List<String> conditions(List<Row> sorted, int terminal) {
    Map<String, String> conditions = new LinkedHashMap<>();
    sorted.stream()
        .filter(row -> row.condition() != null)
        .forEach(row -> conditions.put(id(row), row.condition()));
    if (conditions.isEmpty()) {
      return List.of();
    }
    int ids = conditions.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(
        Wrap.at(
            terminal,
            "if: the claim with a condition added; as it stands it is what the other lines say."));
    conditions.forEach(
        (id, condition) -> {
          List<String> wrapped = Wrap.at(terminal - ids - GAP, condition);
          for (int i = 0; i < wrapped.size(); i++) {
            lines.add(pad(i == 0 ? id : "", ids + GAP) + wrapped.get(i));
          }
        });
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
                .thenComparing(Row::id)
                .thenComparing(Matrix::isQualified)
                .thenComparing(Matrix::revision))
        .toList();
  }

  private static boolean isQualified(Row row) {
    return Form.QUALIFIED.toString().equals(row.form());
  }

  /** The place of the revision in the order of {@link Revision}. */
  private static int revision(Row row) {
    return Arrays.stream(Revision.values())
        .filter(revision -> revision.label.equals(row.revision()))
        .mapToInt(Revision::ordinal)
        .findFirst()
        .orElse(-1);
  }

  /** The id, marked if a condition is added to the claim. */
  static String id(Row row) {
    return isQualified(row) ? row.id() + " if" : row.id();
  }

  private static String head(Row row, int ids) {
    return String.format(
        Locale.ROOT,
        "%s %-36s %-19s",
        pad(id(row), Math.max(ids, ID)),
        row.name(),
        Objects.toString(row.revision(), "-"));
  }

  private static String shortHead(Row row, int ids) {
    return String.format(
        Locale.ROOT,
        "%s %-19s",
        pad(id(row), Math.max(ids, ID)),
        Objects.toString(row.revision(), "-"));
  }

  /** The explorer's models first, then the other judges, those that there are. */
  private static List<String> columns(List<Row> rows) {
    Set<String> there = rows.stream().map(Matrix::column).collect(Collectors.toSet());
    Set<String> columns = new LinkedHashSet<>();
    for (MemoryModel model : MemoryModel.values()) {
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
    String mark = mark(here.stream().map(Row::standing).collect(Collectors.toSet()));
    return here.stream()
        .map(Row::verdict)
        .min(Comparator.comparingInt(Verdict.WORST_FIRST::indexOf))
        .map(verdict -> verdict + mark)
        .orElse("-");
  }

  /** The loudest of the marks of a {@link RowTable}; what is as declared needs none. */
  private static String mark(Set<Standing> standings) {
    if (standings.contains(Standing.DIFFERS) || standings.contains(Standing.MISSING)) {
      return " !!";
    }
    return standings.contains(Standing.UNDECIDED) ? " ??" : "";
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
