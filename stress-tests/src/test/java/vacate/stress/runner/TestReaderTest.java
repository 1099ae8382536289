// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Form;
import vacate.claim.Kind;
import vacate.claim.Reproduces;
import vacate.claim.Verdict;
import vacate.claim.Verifies;
import vacate.stress.runner.fork.Catalog;
import vacate.stress.runner.protocol.FreeVacate;

class TestReaderTest {
  @Reproduces({Defect.LOCK_BIT_LOST, Defect.LOCK_BIT_STUCK})
  static class Reproducing {}

  @Verifies(
      value = {Claim.C1, Claim.C2},
      qualified = Claim.C10,
      cures = Defect.LOCK_BIT_LOST)
  static class Verifying {
    static class Silent {}

    @Reproduces(Defect.STALE_NULL_CACHE)
    @Expects(
        value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
        because = "it varies")
    static class Speaking {}
  }

  @Verifies(cures = Defect.LOCK_BIT_LOST)
  static class Curing {}

  @Control("what it checks")
  static class Undecided {}

  static class Silent {}

  @Test
  void aTestThatReproducesDefectsIsExpectedToShowThem() {
    StressTest test = read(Reproducing.class);
    assertThat(test.kind()).isEqualTo(Kind.DEFECT);
    assertThat(test.ids()).isEqualTo("d1+d2");
    assertThat(test.label()).isEqualTo("lock-bit-lost+lock-bit-stuck");
    assertThat(test.expected()).containsExactly(Verdict.OBSERVED);
    assertThat(test.forms()).isNull();
    assertThat(test.conditions()).isNull();
  }

  @Test
  void aTestThatVerifiesClaimsIsExpectedToShowNothing() {
    StressTest test = read(Verifying.class);
    assertThat(test.kind()).isEqualTo(Kind.CLAIM);
    assertThat(test.ids()).isEqualTo("C1+C2+C10+d1");
    assertThat(test.forms()).isEqualTo("literal+literal+qualified");
    assertThat(test.conditions()).isEqualTo(Claim.C10.condition(Form.QUALIFIED));
    assertThat(test.expected()).containsExactly(Verdict.NOT_OBSERVED);
    assertThat(read(Curing.class).kind()).isEqualTo(Kind.DEFECT);
  }

  @Test
  void aNestedTestSpeaksForItselfOrIsWhatTheClassAroundItIs() {
    assertThat(read(Verifying.Silent.class).ids()).isEqualTo("C1+C2+C10+d1");
    StressTest test = read(Verifying.Speaking.class);
    assertThat(test.ids()).isEqualTo("b");
    assertThat(test.expected()).containsExactly(Verdict.OBSERVED, Verdict.NOT_OBSERVED);
    assertThat(test.because()).isEqualTo("it varies");
  }

  @Test
  void aTestThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> read(Silent.class)).hasMessageContaining("does not say");
    assertThatThrownBy(() -> read(Undecided.class)).hasMessageContaining("does not say");
  }

  @Test
  void theRevisionBeginsTheNameOfTheClassOrOfTheOneAroundIt() {
    assertThat(read(FreeVacate.Posted.class).revision()).isEqualTo("posted");
    assertThat(read(FreeVacate.WithoutWriteBarrier.class).revision())
        .isEqualTo("withoutWriteBarrier");
    assertThat(read(FreeVacate.CorrectedSlabs.LastObject.class).revision()).isEqualTo("corrected");
    assertThat(read(FreeVacate.class).revision()).isNull();
    assertThat(read(Reproducing.class).revision()).isNull();
  }

  private static StressTest read(Class<?> type) {
    return TestReader.read(new Catalog.Entry(type.getName(), type, 2));
  }
}
