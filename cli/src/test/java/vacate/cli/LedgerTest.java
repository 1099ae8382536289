// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
import vacate.claim.Explored;
import vacate.claim.Form;
import vacate.claim.Judge;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.claim.Truth;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * The claims and defects, the tests that are evidence for them, and the explorer's word on these
 * agree. Every test is explored under every model.
 */
class LedgerTest {
  private static final List<Ledger.Entry> ENTRIES = Ledger.entries();

  private static List<Explored> findings;

  @BeforeAll
  static void explore() throws IOException {
    Set<Topic> topics = new HashSet<>();
    ENTRIES.forEach(entry -> topics.addAll(entry.evidence().topics()));
    findings =
        new ExplorerJob(ENTRIES, topics, EnumSet.allOf(MemoryModel.class))
            .run().stream().map(Explored.class::cast).toList();
  }

  @Test
  void everyVerdictIsAsItsTestDeclares() {
    assertThat(findings).hasSizeGreaterThan(1000);
    assertThat(findings)
        .filteredOn(finding -> !finding.asExpected())
        .extracting(
            finding ->
                String.join(
                    " ",
                    finding.topics().get(0).id(),
                    finding.test(),
                    finding.model().id(),
                    finding.expected() + " " + finding.verdict()))
        .isEmpty();
  }

  /** A claim holds where no test breaks it; it does not where one does, in every revision. */
  @ParameterizedTest
  @MethodSource("sentences")
  void aClaimHoldsWhereItIsSaidTo(Topic.OfClaim sentence) {
    Truth truth = truth(sentence);
    for (Revision revision : truth.revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        boolean literally = sentence.claim().truth(Form.LITERAL).holds(revision, model);
        if (sentence.form() == Form.QUALIFIED && literally) {
          continue;
        }
        assertThat(about(sentence, revision, model))
            .as(sentence + " in " + revision + " under " + model)
            .extracting(Explored::verdict)
            .isNotEmpty()
            .satisfies(
                verdicts ->
                    assertThat(verdicts.contains(Verdict.REFUTED))
                        .isNotEqualTo(truth.holds(revision, model)));
      }
    }
  }

  /** Every claim as it stands, and every one that has a condition, with it. */
  static List<Topic.OfClaim> sentences() {
    return Arrays.stream(Claim.values())
        .map(Topic::all)
        .flatMap(List::stream)
        .map(Topic.OfClaim.class::cast)
        .toList();
  }

  private static Truth truth(Topic.OfClaim sentence) {
    return sentence.claim().truth(sentence.form());
  }

  private static List<Explored> about(
      Topic.OfClaim sentence, Revision revision, MemoryModel model) {
    return findings.stream()
        .filter(finding -> finding.topics().contains(sentence) && finding.revision() == revision)
        .filter(finding -> finding.model() == model)
        .filter(finding -> finding.verdict() != Verdict.NOT_RUN)
        .toList();
  }

  /** Not that somebody waits for ever after it, or that another defect shows: that it is broken. */
  @ParameterizedTest
  @MethodSource("sentences")
  void whereAClaimIsFalseATestOfItBreaksIt(Topic.OfClaim sentence) {
    for (Revision revision : truth(sentence).revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        if (!truth(sentence).holds(revision, model)) {
          assertThat(about(sentence, revision, model))
              .as(sentence + " in " + revision + " under " + model)
              .filteredOn(finding -> finding.test().startsWith("vacate.stress.claim."))
              .filteredOn(finding -> finding.verdict() == Verdict.REFUTED)
              .anyMatch(
                  finding ->
                      finding.outcomes().stream().anyMatch(seen -> seen.id().equals("BROKEN")));
        }
      }
    }
  }

  /** Of a lesson, which is of no revision, the corrected one is the measure. */
  @Test
  void noProofStandsBesideASentenceThatIsFalse() {
    assertThat(findings)
        .filteredOn(
            finding -> finding.kind() == TopicKind.CLAIM && finding.verdict() == Verdict.PROVED)
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(
                        truth((Topic.OfClaim) finding.topics().get(0))
                            .holds(revision(finding), finding.model()))
                    .as(finding.topics() + " " + finding.test() + " under " + finding.model())
                    .isTrue());
  }

  private static Revision revision(Explored finding) {
    return finding.revision() == null ? Revision.CORRECTED : finding.revision();
  }

  /** What a vacate may say in any test that breaks a claim, whatever that test is about. */
  @ParameterizedTest
  @CsvSource({"list_del, C13", "put_page_testzero, C5"})
  void aWordThatBreaksAClaimIsSaidOnlyWhereItIsFalse(String word, Claim claim) {
    assertThat(findings)
        .filteredOn(finding -> finding.outcomes() != null && finding.revision() != null)
        .filteredOn(finding -> claim.truth.revisions().contains(revision(finding)))
        .filteredOn(finding -> claim.truth.holds(revision(finding), finding.model()))
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding.outcomes())
                    .extracting(Seen::id)
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
          // What the patch leaves as it was is in the port of the patch, too.
          case BASE, FLAGS ->
              Set.of(defect == Defect.PRE_PATCH_ORDER ? Revision.PRE_PATCH : Revision.POSTED);
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
    assertThat(findings)
        .filteredOn(finding -> finding.test().startsWith("vacate.stress.claim."))
        .filteredOn(
            finding -> finding.kind() == TopicKind.CLAIM && finding.verdict() == Verdict.PROVED)
        .isNotEmpty()
        .allSatisfy(
            finding -> assertThat(finding.outcomes()).extracting(Seen::id).contains("HOLDS"));
  }

  @Test
  void whatIsRefutedHasAWitness() {
    assertThat(findings)
        .filteredOn(finding -> finding.verdict() == Verdict.REFUTED)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.token()).isNotNull());
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
