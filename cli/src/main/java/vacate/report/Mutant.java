// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;

/**
 * One barrier, lock or check that was weakened or left out.
 *
 * @param rows one for each model
 */
record Mutant(String id, String name, List<Row> rows) {
  /** Those of which the rows speak: first what the strongest model needs. */
  static List<Mutant> of(List<Row> rows) {
    Map<List<String>, List<Row>> byMutant = new LinkedHashMap<>();
    Board.of(Kind.BARRIER, rows)
        .forEach(
            row ->
                byMutant
                    .computeIfAbsent(List.of(row.id(), row.name()), key -> new ArrayList<>())
                    .add(row));
    return byMutant.entrySet().stream()
        .map(e -> new Mutant(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(
            Comparator.comparingInt(Mutant::neededFrom)
                .thenComparing(Mutant::name)
                .thenComparing(Mutant::id))
        .toList();
  }

  /** {@code 181 places changed, one at a time: 88 needed under some model, 93 redundant.} */
  static String summary(List<Mutant> mutants) {
    long needed = mutants.stream().filter(Mutant::isNeeded).count();
    long redundant = mutants.stream().filter(Mutant::isRedundant).count();
    long open = mutants.size() - needed - redundant;
    return Words.count(mutants.size(), "place")
        + " changed, one at a time: "
        + needed
        + " needed under some model, "
        + redundant
        + " redundant"
        + (open == 0 ? "." : ", " + open + " not decided.");
  }

  Board.Cell cell(String model) {
    return Board.Cell.of(rows.stream().filter(row -> Board.column(row).equals(model)).toList());
  }

  private boolean isNeeded() {
    return neededFrom() < Board.COLUMNS.size();
  }

  private boolean isRedundant() {
    return rows.stream().allMatch(row -> row.verdict() == Verdict.PROVED);
  }

  /** Place of the strongest model that needs it; beyond the last if none does. */
  private int neededFrom() {
    return rows.stream()
        .filter(row -> row.verdict() == Verdict.REFUTED)
        .mapToInt(row -> Board.COLUMNS.indexOf(Board.column(row)))
        .min()
        .orElse(Board.COLUMNS.size());
  }
}
