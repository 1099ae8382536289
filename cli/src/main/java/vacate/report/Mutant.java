// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Finding;
import vacate.claim.Kind;
import vacate.claim.Topic;
import vacate.explorer.Verdict;

/**
 * One barrier, lock or check that was weakened or left out.
 *
 * @param findings one for each model
 */
record Mutant(String id, String name, List<Finding> findings) {
  /** Those of which the findings speak: first what the strongest model needs. */
  static List<Mutant> of(List<Finding> findings) {
    Map<Topic, List<Finding>> byMutant = new LinkedHashMap<>();
    Board.of(Kind.BARRIER, findings)
        .forEach(
            finding ->
                byMutant
                    .computeIfAbsent(finding.topics().get(0), key -> new ArrayList<>())
                    .add(finding));
    return byMutant.entrySet().stream()
        .map(of -> new Mutant(of.getKey().id(), of.getKey().name(), of.getValue()))
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
    return FindingText.count(mutants.size(), "place")
        + " changed, one at a time: "
        + needed
        + " needed under some model, "
        + redundant
        + " redundant"
        + (open == 0 ? "." : ", " + open + " not decided.");
  }

  Board.Cell cell(String model) {
    return Board.Cell.of(
        findings.stream().filter(finding -> Board.column(finding).equals(model)).toList());
  }

  private boolean isNeeded() {
    return neededFrom() < Board.COLUMNS.size();
  }

  private boolean isRedundant() {
    return findings.stream().allMatch(finding -> finding.verdict() == Verdict.PROVED);
  }

  /** Place of the strongest model that needs it; beyond the last if none does. */
  private int neededFrom() {
    return findings.stream()
        .filter(finding -> finding.verdict() == Verdict.REFUTED)
        .mapToInt(finding -> Board.COLUMNS.indexOf(Board.column(finding)))
        .min()
        .orElse(Board.COLUMNS.size());
  }
}
