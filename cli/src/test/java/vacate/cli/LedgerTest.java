// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Form;
import vacate.claim.Judge;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.claim.Truth;
import vacate.claim.Verdict;
import vacate.explorer.model.MemoryModel;
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
    rows = new ExplorerJob(ENTRIES, topics, EnumSet.allOf(MemoryModel.class)).run();
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
  @MethodSource("sentences")
  void aClaimHoldsWhereItIsSaidTo(Topic sentence) {
    Truth truth = truth(sentence);
    for (Revision revision : truth.revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        boolean literally = truth(sentence.id(), Form.LITERAL).holds(revision, model);
        if (sentence.form() == Form.QUALIFIED && literally) {
          continue;
        }
        assertThat(about(sentence, revision, model))
            .as(sentence + " in " + revision + " under " + model)
            .extracting(Row::verdict)
            .isNotEmpty()
            .satisfies(
                verdicts ->
                    assertThat(verdicts.contains(Verdict.REFUTED))
                        .isNotEqualTo(truth.holds(revision, model)));
      }
    }
  }

  /** Every claim as it stands, and every one that has a condition, with it. */
  static List<Topic> sentences() {
    return Arrays.stream(Claim.values()).map(Topic::all).flatMap(List::stream).toList();
  }

  private static Truth truth(Topic sentence) {
    return truth(sentence.id(), sentence.form());
  }

  private static Truth truth(String claim, Form form) {
    return Claim.valueOf(claim).truth(form);
  }

  private static List<Row> about(Topic sentence, Revision revision, MemoryModel model) {
    return rows.stream()
        .filter(row -> row.isAbout(sentence) && revision.label.equals(row.revision()))
        .filter(row -> row.model().equals(model.toString()))
        .filter(row -> row.verdict() != Verdict.NOT_RUN)
        .toList();
  }

  /** Not that somebody waits for ever after it, or that another defect shows: that it is broken. */
  @ParameterizedTest
  @MethodSource("sentences")
  void whereAClaimIsFalseATestOfItBreaksIt(Topic sentence) {
    for (Revision revision : truth(sentence).revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        if (!truth(sentence).holds(revision, model)) {
          assertThat(about(sentence, revision, model))
              .as(sentence + " in " + revision + " under " + model)
              .filteredOn(row -> row.test().startsWith("vacate.stress.claim."))
              .filteredOn(row -> row.verdict() == Verdict.REFUTED)
              .anyMatch(
                  row -> row.outcomes().stream().anyMatch(seen -> seen.id().equals("BROKEN")));
        }
      }
    }
  }

  /** Of a lesson, which is of no revision, the corrected one is the measure. */
  @Test
  void noProofStandsBesideASentenceThatIsFalse() {
    assertThat(rows)
        .filteredOn(row -> row.kind() == Kind.CLAIM && row.verdict() == Verdict.PROVED)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        truth(row.id(), Form.valueOf(row.form().toUpperCase(Locale.ROOT)))
                            .holds(
                                revision(row),
                                MemoryModel.valueOf(row.model().toUpperCase(Locale.ROOT))))
                    .as(row.id() + " " + row.form() + " " + row.test() + " under " + row.model())
                    .isTrue());
  }

  private static Revision revision(Row row) {
    return Arrays.stream(Revision.values())
        .filter(revision -> revision.label.equals(row.revision()))
        .findFirst()
        .orElse(Revision.CORRECTED);
  }

  /** What a vacate may say in any test that breaks a claim, whatever that test is about. */
  @ParameterizedTest
  @CsvSource({"list_del, C13", "put_page_testzero, C5"})
  void aWordThatBreaksAClaimIsSaidOnlyWhereItIsFalse(String word, Claim claim) {
    assertThat(rows)
        .filteredOn(row -> row.outcomes() != null && row.revision() != null)
        .filteredOn(row -> claim.truth.revisions().contains(revision(row)))
        .filteredOn(
            row ->
                claim.truth.holds(
                    revision(row), MemoryModel.valueOf(row.model().toUpperCase(Locale.ROOT))))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.outcomes())
                    .extracting(Row.Seen::id)
                    .noneMatch(id -> id.contains(word)));
  }

  /** With a condition a sentence says less, so what breaks it breaks the whole. */
  @Test
  void whatBreaksAClaimWithItsConditionBreaksItWithoutToo() {
    assertThat(ENTRIES)
        .map(Ledger.Entry::evidence)
        .filteredOn(evidence -> evidence.isBroken)
        .allSatisfy(evidence -> assertThat(evidence.claims).containsAll(evidence.qualified));
  }

  @Test
  void whatVerifiesAClaimDoesSoInOneForm() {
    assertThat(ENTRIES)
        .map(Ledger.Entry::evidence)
        .filteredOn(evidence -> !evidence.isBroken)
        .allMatch(evidence -> Collections.disjoint(evidence.claims, evidence.qualified));
  }

  /** A defect is of the text of which the revision that shows it is the port. */
  @ParameterizedTest
  @EnumSource
  void aDefectIsShownInTheRevisionThatItsSourceIs(Defect defect) {
    Set<Revision> shownIn =
        ENTRIES.stream()
            .map(Ledger.Entry::evidence)
            .filter(evidence -> evidence.isBroken && evidence.defects.contains(defect))
            .map(Evidence::revision)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<Revision> ports =
        switch (defect.source) {
          case PATCH, CORE -> Set.of(Revision.POSTED);
          case PATCH_20070518 -> Set.of(Revision.POSTED_20070518);
          case PATCH_WITHOUT_BARRIER -> Set.of(Revision.WITHOUT_WRITE_BARRIER);
          case BASE -> Set.of(Revision.PRE_PATCH);
        };
    assertThat(shownIn).isEqualTo(ports);
  }

  @ParameterizedTest
  @EnumSource
  void noTestIsOfARevisionOfWhichItsClaimSaysNothing(Claim claim) {
    assertThat(ENTRIES)
        .filteredOn(
            entry ->
                entry.evidence().claims.contains(claim)
                    || entry.evidence().qualified.contains(claim))
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
            entry ->
                entry
                    .evidence()
                    .expected(Judge.EXPLORER, MemoryModel.JMM)
                    .contains(Verdict.NOT_RUN))
        .allSatisfy(
            entry ->
                assertThat(entry.evidence().because(Judge.EXPLORER, MemoryModel.JMM)).isNotEmpty());
  }
}
