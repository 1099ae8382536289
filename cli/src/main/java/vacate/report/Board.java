// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vacate.claim.Judge;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * Subjects in revisions against judges. A cell is the worst that any test made the judge say; the
 * explorer has a column a model.
 */
final class Board {
  /** A proof is more than a bounded search, and that is more than samples. */
  private static final List<Verdict> STRONGEST_FIRST =
      List.of(
          Verdict.REFUTED,
          Verdict.OBSERVED,
          Verdict.PROVED,
          Verdict.BOUNDED,
          Verdict.NOT_OBSERVED,
          Verdict.INCONCLUSIVE,
          Verdict.LEFT_OUT,
          Verdict.INTERRUPTED,
          Verdict.NOT_RUN);

  /** The explorer's models, then the other judges. */
  static final List<String> COLUMNS =
      Stream.concat(
              Arrays.stream(MemoryModel.values()).map(MemoryModel::toString),
              Arrays.stream(Judge.values())
                  .filter(judge -> judge != Judge.EXPLORER)
                  .map(Judge::toString))
          .toList();

  /** Claims as they stand first, then by revision, then by judge, then by test. */
  static final Comparator<Row> OF_ONE_SUBJECT =
      Comparator.comparing(Words::isQualified)
          .thenComparingInt((Row row) -> revision(row.revision()))
          .thenComparingInt(row -> COLUMNS.indexOf(column(row)))
          .thenComparing(Words::test)
          .thenComparing(Row::toString);

  private Board() {}

  /**
   * What some rows come to.
   *
   * @param verdict the worst; null without rows
   * @param rows how many there are
   * @param differing how many were judged, or were to be, and are not as declared
   */
  record Cell(Verdict verdict, int rows, int differing) {
    static Cell of(List<Row> rows) {
      return new Cell(
          rows.stream()
              .map(Row::verdict)
              .min(Comparator.comparingInt(Verdict.WORST_FIRST::indexOf))
              .orElse(null),
          rows.size(),
          (int) rows.stream().filter(row -> row.standing().isAmiss()).count());
    }
  }

  /** Across judges: broken if one of them broke it, else what the strongest of them says. */
  static Cell acrossJudges(List<Row> rows) {
    Verdict verdict =
        Arrays.stream(Judge.values())
            .map(
                judge -> rows.stream().filter(row -> row.judge().equals(judge.toString())).toList())
            .map(of -> Cell.of(of).verdict())
            .filter(Objects::nonNull)
            .min(Comparator.comparingInt(STRONGEST_FIRST::indexOf))
            .orElse(null);
    Cell all = Cell.of(rows);
    return new Cell(verdict, all.rows(), all.differing());
  }

  /**
   * One subject in one revision, and a claim in one of its forms.
   *
   * @param condition that is added to the claim's sentence; null for none
   * @param revision null where there is none
   * @param rows all of it
   */
  record Line(Subject subject, String condition, String revision, List<Row> rows) {
    Cell cell(String column) {
      return Cell.of(rows.stream().filter(row -> column(row).equals(column)).toList());
    }

    boolean isAsDeclared() {
      return rows.stream().noneMatch(row -> row.standing().isAmiss());
    }
  }

  /** The lines of those claims and defects of which the rows say something, in their order. */
  static List<Line> lines(List<Row> rows) {
    return Subject.all().stream().flatMap(subject -> lines(subject, rows).stream()).toList();
  }

  /** The lines of one subject: a claim as it stands first, each in the order of the revisions. */
  static List<Line> lines(Subject subject, List<Row> rows) {
    Map<List<String>, List<Row>> lines = new LinkedHashMap<>();
    rows.stream()
        .flatMap(subject::of)
        .sorted(OF_ONE_SUBJECT)
        .forEach(
            row ->
                lines
                    .computeIfAbsent(
                        Arrays.asList(row.condition(), row.revision()), key -> new ArrayList<>())
                    .add(row));
    return lines.entrySet().stream()
        .map(line -> new Line(subject, line.getKey().get(0), line.getKey().get(1), line.getValue()))
        .toList();
  }

  /** The column in which a row is. */
  static String column(Row row) {
    return row.judge().equals(Judge.EXPLORER.toString()) ? row.model() : row.judge();
  }

  /** Rows in an order that depends on nothing but what they are about. */
  static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparing(Row::kind)
                .thenComparingInt(Board::subject)
                .thenComparing(Row::id)
                .thenComparing(Row::name)
                .thenComparing(OF_ONE_SUBJECT))
        .toList();
  }

  /** Place of the first subject among all. */
  private static int subject(Row row) {
    List<Subject> all = Subject.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isShownBy(row)) {
        return i;
      }
    }
    return all.size();
  }

  private static int revision(String label) {
    return Arrays.stream(Revision.values())
        .filter(revision -> revision.label.equals(label))
        .mapToInt(Enum::ordinal)
        .findFirst()
        .orElse(-1);
  }

  /** Rows that are about no claim and no defect. */
  static List<Row> of(Kind kind, List<Row> rows) {
    return rows.stream().filter(row -> row.kind() == kind).toList();
  }
}
