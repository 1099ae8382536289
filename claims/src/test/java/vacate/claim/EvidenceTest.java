// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

class EvidenceTest {
  @Verifies(
      value = {Claim.C1, Claim.C2},
      cures = Defect.LOCK_BIT_LOST)
  static class Corrected {
    static class Silent {}
  }

  @Verifies(cures = Defect.LOCK_BIT_LOST)
  static class CorrectedOnly {}

  @Verifies(value = Claim.C1, qualified = Claim.C10)
  static class Qualified {}

  @Refutes(value = Claim.C10, qualified = Claim.C10)
  static class EvenIfQualified {}

  @Refutes(Claim.C2)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO})
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it varies")
  static class WithoutWriteBarrierHere {}

  @Reproduces(Defect.REFERENCE_LEAKED_ON_OOM)
  static class Posted20070518 {}

  @Control("what it checks")
  @Expects(Verdict.OBSERVED)
  static class Checking {}

  static class Silent {}

  @Control("what it checks")
  @Refutes(Claim.C1)
  static class OfTwoKinds {}

  @Test
  void whatVerifiesExpectsNothingBad() {
    Evidence evidence = Evidence.of(Corrected.class);
    assertThat(evidence.kind()).isEqualTo(TopicKind.CLAIM);
    assertThat(evidence.claims).containsExactly(Claim.C1, Claim.C2);
    assertThat(evidence.defects).containsExactly(Defect.LOCK_BIT_LOST);
    assertThat(evidence.topics())
        .containsExactly(Topic.of(Claim.C1), Topic.of(Claim.C2), Topic.of(Defect.LOCK_BIT_LOST));
    assertThat(evidence.control).isNull();
    assertThat(evidence.isBroken).isFalse();
    assertThat(evidence.expected(Judge.EXPLORER, MemoryModel.JMM)).containsExactly(Verdict.PROVED);
    assertThat(evidence.expected(Judge.JCSTRESS, null)).containsExactly(Verdict.NOT_OBSERVED);
    assertThat(Evidence.of(CorrectedOnly.class).kind()).isEqualTo(TopicKind.DEFECT);
  }

  @Test
  void aQualifiedClaimIsAnotherThingThanTheClaimAsItStands() {
    Evidence verified = Evidence.of(Qualified.class);
    assertThat(verified.claims).containsExactly(Claim.C1);
    assertThat(verified.qualified).containsExactly(Claim.C10);
    assertThat(verified.topics())
        .containsExactly(Topic.of(Claim.C1), Topic.of(Claim.C10, Form.QUALIFIED))
        .doesNotContain(Topic.of(Claim.C10));
    assertThat(Evidence.of(EvenIfQualified.class).topics()).isEqualTo(Topic.all(Claim.C10));
  }

  @ParameterizedTest
  @EnumSource
  void whatReproducesIsRefutedUnderEveryModel(MemoryModel model) {
    Evidence evidence = Evidence.of(Posted20070518.class);
    assertThat(evidence.kind()).isEqualTo(TopicKind.DEFECT);
    assertThat(evidence.isBroken).isTrue();
    assertThat(evidence.expected(Judge.EXPLORER, model)).containsExactly(Verdict.REFUTED);
    assertThat(evidence.expected(Judge.JCSTRESS, null)).containsExactly(Verdict.OBSERVED);
    assertThat(evidence.because(Judge.EXPLORER, model)).isEmpty();
  }

  @Test
  void whatIsSaidOfAJudgeUnderSomeModelsHoldsForThoseOnly() {
    Evidence evidence = Evidence.of(WithoutWriteBarrierHere.class);
    assertThat(evidence.claims).containsExactly(Claim.C2);
    assertThat(evidence.expected(Judge.EXPLORER, MemoryModel.TSO)).containsExactly(Verdict.PROVED);
    assertThat(evidence.expected(Judge.EXPLORER, MemoryModel.PSO)).containsExactly(Verdict.REFUTED);
    assertThat(evidence.expected(Judge.JCSTRESS, null))
        .containsExactly(Verdict.OBSERVED, Verdict.NOT_OBSERVED);
    assertThat(evidence.because(Judge.JCSTRESS, null)).isEqualTo("it varies");
  }

  @Test
  void aControlSaysWhatItExpects() {
    Evidence evidence = Evidence.of(Checking.class);
    assertThat(evidence.kind()).isEqualTo(TopicKind.CONTROL);
    assertThat(evidence.control).isEqualTo("what it checks");
    assertThat(evidence.topics()).containsExactly(Topic.control("control", "what it checks"));
    assertThat(evidence.expected(Judge.JCSTRESS, null)).containsExactly(Verdict.OBSERVED);
    assertThatThrownBy(() -> evidence.expected(Judge.EXPLORER, MemoryModel.SC))
        .hasMessageContaining("does not say what it expects of explorer");
  }

  @Test
  void aNestedClassThatSaysNothingIsWhatTheClassAroundItIs() {
    Evidence evidence = Evidence.of(Corrected.Silent.class);
    assertThat(evidence.claims).containsExactly(Claim.C1, Claim.C2);
    assertThat(evidence.revision()).isEqualTo(Revision.CORRECTED);
  }

  @Test
  void theLongestLabelThatBeginsTheNameIsTheRevision() {
    assertThat(Evidence.of(Posted20070518.class).revision()).isEqualTo(Revision.POSTED_20070518);
    assertThat(Evidence.of(WithoutWriteBarrierHere.class).revision())
        .isEqualTo(Revision.WITHOUT_WRITE_BARRIER);
    assertThat(Evidence.of(Checking.class).revision()).isNull();
  }

  @Test
  void aClassIsEvidenceForSomethingAndOfOneKind() {
    assertThatThrownBy(() -> Evidence.of(Silent.class)).hasMessageContaining("does not say");
    assertThatThrownBy(() -> Evidence.of(OfTwoKinds.class)).hasMessageContaining("two kinds");
  }
}
