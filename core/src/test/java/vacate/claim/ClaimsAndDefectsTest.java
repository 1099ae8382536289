// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.revision.Corrected;
import vacate.revision.Posted20070518;
import vacate.revision.PrePatch;
import vacate.revision.WithoutWriteBarrier;

class ClaimsAndDefectsTest {
  private static final String KEBAB_CASE = "[a-z0-9]+(-[a-z0-9]+)*";

  @Test
  void theClaimsAreNumberedFromOneToEighteen() {
    assertThat(Claim.values())
        .extracting(Claim::name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).mapToObj(n -> "C" + n).toList());
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

  @Test
  void patchAndCoreAreMessagesOfTheirSeries() {
    assertThat(Source.PATCH.reference).isEqualTo("<20070618095918.636873785@sgi.com>");
    assertThat(Source.CORE.reference).isEqualTo("<20070618095916.297690463@sgi.com>");
  }
}
