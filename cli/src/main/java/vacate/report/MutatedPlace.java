// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.explorer.Verdict;

/**
 * One barrier, lock or check that was weakened or left out.
 *
 * @param findings one for each model
 */
record MutatedPlace(String id, String name, List<Finding> findings) {
  /** Those of which the findings speak: first what the strongest model needs. */
  static List<MutatedPlace> of(List<Finding> findings) {
    Map<Topic, List<Finding>> byMutant = new LinkedHashMap<>();
    VerdictMatrix.of(TopicKind.BARRIER, findings)
        .forEach(
            finding ->
                byMutant
                    .computeIfAbsent(finding.topics().get(0), key -> new ArrayList<>())
                    .add(finding));
    return byMutant.entrySet().stream()
        .map(of -> new MutatedPlace(of.getKey().id(), of.getKey().name(), of.getValue()))
        .sorted(
            Comparator.comparingInt(MutatedPlace::neededFrom)
                .thenComparing(MutatedPlace::name)
                .thenComparing(MutatedPlace::id))
        .toList();
  }

  /** {@code 181 places changed, one at a time: 88 needed under some model, 93 redundant.} */
  static String summary(List<MutatedPlace> mutants) {
    long needed = mutants.stream().filter(MutatedPlace::isNeeded).count();
    long redundant = mutants.stream().filter(MutatedPlace::isRedundant).count();
    long open = mutants.size() - needed - redundant;
    return FindingText.count(mutants.size(), "place")
        + " changed, one at a time: "
        + needed
        + " needed under some model, "
        + redundant
        + " redundant"
        + (open == 0 ? "." : ", " + open + " not decided.");
  }

  VerdictMatrix.Cell cell(String model) {
    return VerdictMatrix.Cell.of(
        findings.stream().filter(finding -> VerdictMatrix.column(finding).equals(model)).toList());
  }

  private boolean isNeeded() {
    return neededFrom() < VerdictMatrix.COLUMNS.size();
  }

  private boolean isRedundant() {
    return findings.stream().allMatch(finding -> finding.verdict() == Verdict.PROVED);
  }

  /** Place of the strongest model that needs it; beyond the last if none does. */
  private int neededFrom() {
    return findings.stream()
        .filter(finding -> finding.verdict() == Verdict.REFUTED)
        .mapToInt(finding -> VerdictMatrix.COLUMNS.indexOf(VerdictMatrix.column(finding)))
        .min()
        .orElse(VerdictMatrix.COLUMNS.size());
  }
}
