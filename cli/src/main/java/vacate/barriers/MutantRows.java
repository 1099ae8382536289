// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.List;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;
import vacate.explorer.Barriers;
import vacate.explorer.model.MemoryModel;

/** Mutants as rows of a report, one for each model. */
public final class MutantRows {
  private static final List<Verdict> SETTLED = List.of(Verdict.REFUTED, Verdict.PROVED);
  private static final List<Verdict> KILLED = List.of(Verdict.REFUTED);

  private MutantRows() {}

  /**
   * A mutant that some test refutes is needed, one that all prove is redundant.
   *
   * @param revision of the protocol; null for tests of others
   * @param explained whether a redundant mutant without a reason is not as declared
   */
  public static List<Row> of(List<Line> lines, String revision, boolean explained) {
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<Verdict> expected = explained && line.isUnexplained() ? KILLED : SETTLED;
      line.cells().forEach((model, cell) -> rows.add(row(line, model, cell, revision, expected)));
    }
    return rows;
  }

  private static Row row(
      Line line, MemoryModel model, Cell cell, String revision, List<Verdict> expected) {
    return new Row(
        line.id(),
        line.function() + " (" + line.place() + "): " + line.what() + " -> " + line.to(),
        Kind.BARRIER,
        revision,
        "explorer",
        model.id(),
        cell.test(),
        expected,
        verdict(cell.need()),
        cell.executions(),
        null,
        null,
        null,
        null,
        null,
        cell.witness() == null ? null : cell.witness().token(),
        cell.outcome() != null ? cell.outcome() : line.why(),
        null,
        0);
  }

  private static Verdict verdict(Barriers.Need need) {
    return switch (need) {
      case NEEDED -> Verdict.REFUTED;
      case REDUNDANT, VISIBLE -> Verdict.PROVED;
      case UNDECIDED -> Verdict.BOUNDED;
    };
  }
}
