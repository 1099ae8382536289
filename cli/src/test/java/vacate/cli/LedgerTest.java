// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Judge;
import vacate.claim.Model;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.claim.Verdict;
import vacate.revision.Revision;

/**
 * The claims and defects, the tests that are evidence for them, and the explorer's word on these
 * agree. Every test is explored under every model.
 */
class LedgerTest {
  private static final List<Ledger.Entry> ENTRIES = Ledger.entries();

  private static List<Row> rows;

  @BeforeAll
  static void explore() throws IOException {
    Set<Topic> topics = new HashSet<>();
    ENTRIES.forEach(entry -> topics.addAll(entry.evidence().topics()));
    rows = new ExplorerJob(ENTRIES, topics, EnumSet.allOf(Model.class)).run();
  }

  @Test
  void everyVerdictIsAsItsTestDeclares() {
    assertThat(rows).hasSizeGreaterThan(1000);
    assertThat(rows)
        .filteredOn(row -> !row.asExpected())
        .extracting(
            row ->
                String.join(
                    " ", row.id(), row.test(), row.model(), row.expected() + " " + row.verdict()))
        .isEmpty();
  }

  /** A claim holds where no test breaks it; it does not where one does, in every revision. */
  @ParameterizedTest
  @EnumSource
  void aClaimHoldsWhereItIsSaidTo(Claim claim) {
    for (Revision revision : claim.truth.revisions()) {
      for (Model model : Model.values()) {
        assertThat(verdicts(claim, revision, model))
            .as(claim + " in " + revision + " under " + model)
            .isNotEmpty()
            .satisfies(
                verdicts ->
                    assertThat(verdicts.contains(Verdict.REFUTED))
                        .isNotEqualTo(claim.truth.holds(revision, model)));
      }
    }
  }

  private static List<Verdict> verdicts(Claim claim, Revision revision, Model model) {
    return rows.stream()
        .filter(row -> row.id().equals(claim.name()) && revision.label.equals(row.revision()))
        .filter(row -> row.model().equals(model.toString()))
        .map(Row::verdict)
        .filter(verdict -> verdict != Verdict.NOT_RUN)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void noTestIsOfARevisionOfWhichItsClaimSaysNothing(Claim claim) {
    assertThat(ENTRIES)
        .filteredOn(entry -> entry.evidence().claims.contains(claim))
        .extracting(entry -> entry.evidence().revision())
        .filteredOn(revision -> revision != null)
        .allMatch(claim.truth.revisions()::contains);
  }

  @ParameterizedTest
  @EnumSource
  void aDefectIsShownAndItsCureToo(Defect defect) {
    assertThat(ENTRIES)
        .filteredOn(entry -> entry.evidence().defects.contains(defect))
        .extracting(entry -> entry.evidence().isBroken)
        .contains(true, false);
  }

  /** Else it would hold because nothing that it speaks of ever happens. */
  @Test
  void aClaimThatHoldsIsPutToTheTest() {
    assertThat(rows)
        .filteredOn(row -> row.test().startsWith("vacate.stress.claim."))
        .filteredOn(row -> row.id().startsWith("C") && row.verdict() == Verdict.PROVED)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.outcomes()).extracting(Row.Seen::id).contains("HOLDS"));
  }

  @Test
  void whatIsRefutedHasAWitness() {
    assertThat(rows)
        .filteredOn(row -> row.verdict() == Verdict.REFUTED)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.witness()).isNotNull());
  }

  @Test
  void whatIsNotRunSaysWhy() {
    assertThat(ENTRIES)
        .filteredOn(
            entry -> entry.evidence().expected(Judge.EXPLORER, Model.JMM).contains(Verdict.NOT_RUN))
        .allSatisfy(
            entry -> assertThat(entry.evidence().because(Judge.EXPLORER, Model.JMM)).isNotEmpty());
  }
}
