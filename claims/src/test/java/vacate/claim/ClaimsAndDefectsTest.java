// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Corrected;
import vacate.revision.Posted20070518;
import vacate.revision.PrePatch;
import vacate.revision.Revision;
import vacate.revision.WithoutWriteBarrier;

class ClaimsAndDefectsTest {
  private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";

  @Test
  void theClaimsAreNumberedFromOneToNineteen() {
    assertThat(Claim.values())
        .extracting(Claim::name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 19).mapToObj(n -> "C" + n).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aClaimHasAKebabLabelAStatementAndAPlace(Claim claim) {
    assertThat(claim.label).matches(KEBAB_CASE);
    assertThat(claim.statement).endsWith(".");
    assertThat(claim.place).isNotBlank();
    assertThat(claim.because).isNotBlank();
    assertThat(claim.source.reference).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void aDefectHasAKebabLabelASentenceAndASource(Defect defect) {
    assertThat(defect.label()).matches(KEBAB_CASE);
    assertThat(defect.id).matches(KEBAB_CASE);
    assertThat(defect.sentence).isNotBlank();
    assertThat(defect.place).matches("[a-z_]+(, [a-z_]+)*");
    assertThat(defect.cure).matches("[A-Z].*\\.|[0-9].*\\.");
    assertThat(defect.source.reference).isNotBlank();
    assertThat(defect.source.date).matches("[0-9]{1,2} [A-Z][a-z]+ 2007");
  }

  @Test
  void noTwoClaimsOrDefectsShareALabelOrAnId() {
    assertThat(
            Stream.concat(
                Arrays.stream(Claim.values()).map(claim -> claim.label),
                Arrays.stream(Defect.values()).map(Defect::label)))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(Defect.values()).map(defect -> defect.id)).doesNotHaveDuplicates();
  }

  @Test
  void theDefectsThatReportsNameKeepTheirIds() {
    assertThat(Arrays.stream(Defect.values()).map(defect -> defect.id + " " + defect.label()))
        .contains(
            "a abort-reports-success",
            "a2 kept-slab-reports-success",
            "c dying-slab-revived",
            "d1 lock-bit-lost",
            "d2 lock-bit-stuck",
            "d4 debug-flag-clobbers-lock",
            "j compound-page-bug-on",
            "l uninitialised-object-kicked",
            "m1 reference-leaked-on-oom");
  }

  @ParameterizedTest
  @EnumSource
  void aDefectIsCuredOrCausedInAStepThatSomeRevisionOverrides(Defect defect) {
    Set<String> overridden =
        Stream.of(Corrected.class, PrePatch.class, WithoutWriteBarrier.class, Posted20070518.class)
            .flatMap(revision -> Arrays.stream(revision.getDeclaredMethods()))
            .map(method -> method.getName())
            .collect(Collectors.toSet());
    assertThat(overridden).contains(defect.curedIn.split(", "));
  }

  @ParameterizedTest
  @EnumSource
  void aConditionIsAddedOnlyWhereItSavesTheClaim(Claim claim) {
    if (claim.qualifier.isEmpty()) {
      return;
    }
    boolean saves = false;
    for (Revision revision : claim.qualifier.get().truth().revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        boolean literally = claim.truth(Form.LITERAL).holds(revision, model);
        boolean qualified = claim.truth(Form.QUALIFIED).holds(revision, model);
        saves |= qualified && !literally;
        assertThat(qualified || !literally)
            .as("%s holds in %s under %s, with any condition", claim, revision, model)
            .isTrue();
      }
    }
    assertThat(saves).isTrue();
    assertThat(claim.condition(Form.QUALIFIED))
        .isNotBlank()
        .doesNotContain("+")
        .doesNotEndWith(".");
    assertThat(claim.condition(Form.LITERAL)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aFalseClaimNamesOnlyDefectsThatThereAre(Claim claim) {
    Set<String> ids =
        Arrays.stream(Defect.values()).map(defect -> defect.id).collect(Collectors.toSet());
    Matcher named =
        Pattern.compile("[(]([a-z0-9]{1,2}(?:, [a-z0-9]{1,2})*)[)]").matcher(claim.because);
    while (named.find()) {
      assertThat(ids).contains(named.group(1).split(", "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClaimThatHasNoFormHasNoTruthForIt(Claim claim) {
    if (claim.qualifier.isEmpty()) {
      assertThatThrownBy(() -> claim.truth(Form.QUALIFIED)).hasMessage(claim + " has no qualifier");
    }
  }

  /**
   * What only the correction cures is false as posted, and what it does not cure is false in both.
   */
  @Test
  void theCorrectionCuresTheseClaimsAndNoOthers() {
    assertThat(claims(false, true))
        .containsExactlyInAnyOrder("C1", "C3", "C5", "C11", "C13", "C14", "C15", "C17", "C19");
    assertThat(claims(false, false))
        .containsExactlyInAnyOrder("C4", "C7", "C8", "C9", "C10", "C12", "C16", "C18");
    assertThat(claims(true, true)).containsExactlyInAnyOrder("C2", "C6");
  }

  /**
   * A claim that no condition saves as posted is one that a defect breaks, whatever is excluded.
   */
  @Test
  void conditionsSaveTheseClaimsAsPostedAndTheseOnlyCorrected() {
    assertThat(qualified(true))
        .containsExactlyInAnyOrder(
            "C3", "C4", "C5", "C9", "C11", "C13", "C15", "C16", "C17", "C18", "C19");
    assertThat(qualified(false)).containsExactlyInAnyOrder("C7", "C10", "C12");
  }

  private static List<String> qualified(boolean asPosted) {
    return Arrays.stream(Claim.values())
        .filter(claim -> claim.qualifier.isPresent())
        .filter(claim -> claim.truth(Form.QUALIFIED).holds(Revision.CORRECTED, MemoryModel.JMM))
        .filter(
            claim ->
                claim.truth(Form.QUALIFIED).holds(Revision.POSTED, MemoryModel.JMM) == asPosted)
        .map(Claim::name)
        .toList();
  }

  private static List<String> claims(boolean asPosted, boolean corrected) {
    return Arrays.stream(Claim.values())
        .filter(claim -> claim.truth.holds(Revision.POSTED, MemoryModel.JMM) == asPosted)
        .filter(claim -> claim.truth.holds(Revision.CORRECTED, MemoryModel.JMM) == corrected)
        .map(Claim::name)
        .toList();
  }

  @Test
  void patchAndCoreAreMessagesOfTheirSeries() {
    assertThat(Source.PATCH.reference).isEqualTo("<20070618095918.636873785@sgi.com>");
    assertThat(Source.CORE.reference).isEqualTo("<20070618095916.297690463@sgi.com>");
  }
}
