// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.Verdict;
import vacate.explorer.jcstress.Expectation;
import vacate.revision.Revision;

class FindingTest {
  @Test
  void aVerdictIsAsExpectedIfItIsAmongThoseDeclared() {
    assertThat(finding(Verdict.OBSERVED).asExpected()).isTrue();
    assertThat(finding(Verdict.NOT_OBSERVED).asExpected()).isTrue();
    assertThat(finding(Verdict.INCONCLUSIVE).asExpected()).isFalse();
  }

  @Test
  void onlyAVerdictThatWasReachedCanContradictWhatWasDeclared() {
    Finding finding = finding(Verdict.OBSERVED);
    assertThat(finding.standing()).isEqualTo(Standing.AS_DECLARED);
    assertThat(Arrays.stream(Verdict.values()).filter(v -> standing(v) == Standing.DIFFERS))
        .containsExactly(Verdict.PROVED, Verdict.REFUTED);
    assertThat(Arrays.stream(Verdict.values()).filter(v -> !standing(v).isAmiss()))
        .containsExactly(
            Verdict.OBSERVED, Verdict.NOT_OBSERVED, Verdict.LEFT_OUT, Verdict.INTERRUPTED);
    assertThat(standing(Verdict.INCONCLUSIVE)).isEqualTo(Standing.UNDECIDED);
    assertThat(standing(Verdict.NOT_RUN)).isEqualTo(Standing.MISSING);
  }

  @Test
  void theWorstOfSeveralVerdictsIsKnownForEach() {
    assertThat(Verdict.WORST_FIRST).containsExactlyInAnyOrder(Verdict.values());
  }

  @Test
  void verdictsArePrintedAsWords() {
    assertThat(Verdict.NOT_OBSERVED).hasToString("NOT OBSERVED");
    assertThat(Verdict.PROVED).hasToString("PROVED");
  }

  @Test
  void kindsArePrintedInSmallLetters() {
    assertThat(TopicKind.values())
        .extracting(TopicKind::toString)
        .containsExactly("claim", "defect", "control", "barrier");
  }

  @Test
  void saysTheSameOfOneOfItsTopics() {
    Topic literal = Topic.of(Claim.C10);
    Topic qualified = Topic.of(Claim.C10, Form.QUALIFIED);
    Finding joined = finding(Verdict.OBSERVED, literal, qualified, Topic.of(Defect.LOCK_BIT_LOST));

    assertThat(joined.kind()).isEqualTo(TopicKind.CLAIM);
    assertThat(joined.about(qualified)).isEqualTo(finding(Verdict.OBSERVED, qualified));
    assertThat(joined.about(Topic.of(Defect.LOCK_BIT_LOST)).kind()).isEqualTo(TopicKind.DEFECT);
  }

  @Test
  void aTestIsEvidenceForSomething() {
    assertThatThrownBy(() -> finding(Verdict.OBSERVED, new Topic[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FreeVersusVacate");
  }

  private static Standing standing(Verdict verdict) {
    return finding(verdict).standing();
  }

  private static Finding finding(Verdict verdict) {
    return finding(verdict, Topic.of(Defect.DYING_SLAB_REVIVED));
  }

  private static Finding finding(Verdict verdict, Topic... topics) {
    return new Sampled(
        new Question(
            List.of(topics),
            Revision.POSTED,
            "FreeVersusVacate",
            List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED)),
        verdict,
        1L,
        new Sampled.Samples(1000, 1),
        null,
        null,
        List.of(new Seen("LEFTOVER", Expectation.ACCEPTABLE_INTERESTING, "what it is", 1)),
        5);
  }
}
