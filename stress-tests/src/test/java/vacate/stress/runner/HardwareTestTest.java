// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Form;
import vacate.claim.Reproduces;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.stress.runner.fork.Catalog;
import vacate.stress.runner.protocol.FreeVacate;

class HardwareTestTest {
  private static final List<Topic> VERIFIED =
      List.of(
          Topic.of(Claim.C1),
          Topic.of(Claim.C2),
          Topic.of(Claim.C10, Form.QUALIFIED),
          Topic.of(Defect.LOCK_BIT_LOST));

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
    HardwareTest test = read(Reproducing.class);
    assertThat(test.question().kind()).isEqualTo(TopicKind.DEFECT);
    assertThat(test.question().topics())
        .containsExactly(Topic.of(Defect.LOCK_BIT_LOST), Topic.of(Defect.LOCK_BIT_STUCK));
    assertThat(test.expected()).containsExactly(Verdict.OBSERVED);
  }

  @Test
  void aTestThatVerifiesClaimsIsExpectedToShowNothing() {
    HardwareTest test = read(Verifying.class);
    assertThat(test.question().kind()).isEqualTo(TopicKind.CLAIM);
    assertThat(test.question().topics()).isEqualTo(VERIFIED);
    assertThat(test.expected()).containsExactly(Verdict.NOT_OBSERVED);
    assertThat(read(Curing.class).question().kind()).isEqualTo(TopicKind.DEFECT);
  }

  @Test
  void aNestedTestSpeaksForItselfOrIsWhatTheClassAroundItIs() {
    assertThat(read(Verifying.Silent.class).question().topics()).isEqualTo(VERIFIED);
    HardwareTest test = read(Verifying.Speaking.class);
    assertThat(test.question().topics()).containsExactly(Topic.of(Defect.STALE_NULL_CACHE));
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
    assertThat(revision(FreeVacate.Posted.class)).isEqualTo(Revision.POSTED);
    assertThat(revision(FreeVacate.WithoutWriteBarrier.class))
        .isEqualTo(Revision.WITHOUT_WRITE_BARRIER);
    assertThat(revision(FreeVacate.CorrectedSlabs.LastObject.class)).isEqualTo(Revision.CORRECTED);
    assertThat(revision(FreeVacate.class)).isNull();
    assertThat(revision(Reproducing.class)).isNull();
  }

  private static Revision revision(Class<?> type) {
    return read(type).question().revision();
  }

  private static HardwareTest read(Class<?> type) {
    return HardwareTest.of(new Catalog.Entry(type.getName(), type, 2));
  }
}
