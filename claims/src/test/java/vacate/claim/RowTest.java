// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void aVerdictIsAsExpectedIfItIsAmongThoseDeclared() {
    assertThat(row(Verdict.OBSERVED).asExpected()).isTrue();
    assertThat(row(Verdict.NOT_OBSERVED).asExpected()).isTrue();
    assertThat(row(Verdict.INCONCLUSIVE).asExpected()).isFalse();
  }

  @Test
  void onlyAVerdictThatWasReachedCanContradictWhatWasDeclared() {
    Row row = row(Verdict.OBSERVED);
    assertThat(row.standing()).isEqualTo(Standing.AS_DECLARED);
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
    assertThat(Kind.values())
        .extracting(Kind::toString)
        .containsExactly("claim", "defect", "control", "barrier");
  }

  @Test
  void saysTheSameOfAnotherTopic() {
    Row row = row(Verdict.OBSERVED);
    Row other = row.of(Topic.of(Claim.C2));
    assertThat(other.id()).isEqualTo("C2");
    assertThat(other.kind()).isEqualTo(Kind.CLAIM);
    assertThat(other.form()).isEqualTo("literal");
    assertThat(other.condition()).isNull();
    assertThat(row.of(Topic.of(Claim.C10, Form.QUALIFIED)).condition())
        .isEqualTo(Claim.C10.condition(Form.QUALIFIED));
    assertThat(other.of(new Topic(row.id(), row.name(), row.kind(), null, null))).isEqualTo(row);
  }

  @Test
  void isAboutAClaimInTheFormThatItSays() {
    Topic literal = Topic.of(Claim.C10);
    Topic qualified = Topic.of(Claim.C10, Form.QUALIFIED);

    assertThat(joined("C1+C10+d1", "literal+qualified").isAbout(qualified)).isTrue();
    assertThat(joined("C1+C10+d1", "literal+qualified").isAbout(literal)).isFalse();
    assertThat(joined("C1+C10+d1", "literal+qualified").isAbout(Topic.of(Defect.LOCK_BIT_LOST)))
        .isTrue();
    assertThat(joined("C10+C10", "literal+qualified").isAbout(literal)).isTrue();
    assertThat(joined("C10+C10", "literal+qualified").isAbout(qualified)).isTrue();
    assertThat(joined("C1+C10", null).isAbout(literal))
        .as("rows from before there were forms")
        .isTrue();
    assertThat(joined("C1+C10", null).isAbout(qualified)).isFalse();
    assertThat(joined("C1", "literal").isAbout(literal)).isFalse();
  }

  private static Row joined(String ids, String forms) {
    Row row = row(Verdict.OBSERVED);
    return new Row(
        ids,
        ids,
        Kind.CLAIM,
        row.revision(),
        row.judge(),
        row.model(),
        row.test(),
        row.expected(),
        row.verdict(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        forms,
        null);
  }

  private static Standing standing(Verdict verdict) {
    return row(verdict).standing();
  }

  private static Row row(Verdict verdict) {
    return new Row(
        "c",
        "dying-slab-revived",
        Kind.DEFECT,
        "posted",
        "jcstress",
        null,
        "FreeVersusVacate",
        List.of(Verdict.OBSERVED, Verdict.NOT_OBSERVED),
        verdict,
        null,
        null,
        null,
        null,
        1000L,
        1L,
        null,
        null,
        List.of(new Row.Seen("LEFTOVER", "ACCEPTABLE_INTERESTING", "what it is", 1)),
        5);
  }
}
