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
import vacate.claim.Finding;
import vacate.claim.Judge;
import vacate.claim.TopicKind;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * Subjects in revisions against judges. A cell is the worst that any test made the judge say; the
 * explorer has a column a model.
 */
final class VerdictMatrix {
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
  static final Comparator<Finding> OF_ONE_SUBJECT =
      Comparator.comparing(FindingText::isQualified)
          .thenComparing(Finding::revision, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(finding -> COLUMNS.indexOf(column(finding)))
          .thenComparing(FindingText::test)
          .thenComparing(Finding::toString);

  private VerdictMatrix() {}

  /**
   * What some findings come to.
   *
   * @param verdict the worst; null without findings
   * @param findings how many there are
   * @param differing how many were judged, or were to be, and are not as declared
   */
  record Cell(Verdict verdict, int findings, int differing) {
    static Cell of(List<Finding> findings) {
      return new Cell(
          findings.stream()
              .map(Finding::verdict)
              .min(Comparator.comparingInt(Verdict.WORST_FIRST::indexOf))
              .orElse(null),
          findings.size(),
          (int) findings.stream().filter(finding -> finding.standing().isAmiss()).count());
    }
  }

  /** Across judges: broken if one of them broke it, else what the strongest of them says. */
  static Cell acrossJudges(List<Finding> findings) {
    Verdict verdict =
        Arrays.stream(Judge.values())
            .map(judge -> findings.stream().filter(finding -> finding.judge() == judge).toList())
            .map(of -> Cell.of(of).verdict())
            .filter(Objects::nonNull)
            .min(Comparator.comparingInt(STRONGEST_FIRST::indexOf))
            .orElse(null);
    Cell all = Cell.of(findings);
    return new Cell(verdict, all.findings(), all.differing());
  }

  /**
   * One subject in one revision, and a claim in one of its forms.
   *
   * @param condition that is added to the claim's sentence; null for none
   * @param revision null where there is none
   * @param findings all of it
   */
  record Row(Subject subject, String condition, Revision revision, List<Finding> findings) {
    Cell cell(String column) {
      return Cell.of(findings.stream().filter(finding -> column(finding).equals(column)).toList());
    }

    boolean isAsDeclared() {
      return findings.stream().noneMatch(finding -> finding.standing().isAmiss());
    }
  }

  /** The lines of those claims and defects of which the findings say something, in their order. */
  static List<Row> lines(List<Finding> findings) {
    return Subject.all().stream().flatMap(subject -> lines(subject, findings).stream()).toList();
  }

  /** The lines of one subject: a claim as it stands first, each in the order of the revisions. */
  static List<Row> lines(Subject subject, List<Finding> findings) {
    Map<Key, List<Finding>> lines = new LinkedHashMap<>();
    findings.stream()
        .flatMap(subject::of)
        .sorted(OF_ONE_SUBJECT)
        .forEach(
            finding ->
                lines.computeIfAbsent(Key.of(finding), key -> new ArrayList<>()).add(finding));
    return lines.entrySet().stream()
        .map(
            line ->
                new Row(
                    subject, line.getKey().condition(), line.getKey().revision(), line.getValue()))
        .toList();
  }

  /** What findings on one subject have in common that stand in one line. */
  private record Key(String condition, Revision revision) {
    static Key of(Finding finding) {
      return new Key(finding.topics().get(0).condition(), finding.revision());
    }
  }

  /** The column in which a finding is. */
  static String column(Finding finding) {
    return finding.judge() == Judge.EXPLORER
        ? finding.model().toString()
        : finding.judge().toString();
  }

  /** Findings in an order that depends on nothing but what they are about. */
  static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::kind)
                .thenComparingInt(VerdictMatrix::subject)
                .thenComparing(FindingText::ids)
                .thenComparing(FindingText::names)
                .thenComparing(OF_ONE_SUBJECT))
        .toList();
  }

  /** Place of the first subject among all. */
  private static int subject(Finding finding) {
    List<Subject> all = Subject.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isShownBy(finding)) {
        return i;
      }
    }
    return all.size();
  }

  /** Those that are about no claim and no defect. */
  static List<Finding> of(TopicKind kind, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }
}
