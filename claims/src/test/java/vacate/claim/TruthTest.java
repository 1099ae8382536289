// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

class TruthTest {
  private final Truth truth =
      Truth.in(Revision.POSTED)
          .butIn(Revision.WITHOUT_WRITE_BARRIER, MemoryModel.SC)
          .butNotIn(Revision.PRE_PATCH);

  @ParameterizedTest
  @EnumSource
  void holdsUnderAllModelsOrNoneUnlessSomeAreNamed(MemoryModel model) {
    assertThat(truth.holds(Revision.POSTED, model)).isTrue();
    assertThat(truth.holds(Revision.PRE_PATCH, model)).isFalse();
    assertThat(truth.holds(Revision.WITHOUT_WRITE_BARRIER, model))
        .isEqualTo(model == MemoryModel.SC);
    assertThat(Truth.notIn(Revision.POSTED).holds(Revision.POSTED, model)).isFalse();
  }

  @Test
  void saysNothingOfRevisionsThatItDoesNotName() {
    assertThat(truth.revisions())
        .containsExactlyInAnyOrder(
            Revision.POSTED, Revision.WITHOUT_WRITE_BARRIER, Revision.PRE_PATCH);
    assertThatThrownBy(() -> truth.holds(Revision.CORRECTED, MemoryModel.SC))
        .hasMessage("nothing is said of corrected");
  }

  @ParameterizedTest
  @EnumSource
  void ofPostedAndCorrectedEveryClaimSaysSomething(Claim claim) {
    assertThat(claim.truth.revisions()).contains(Revision.POSTED, Revision.CORRECTED);
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsUnderAModelHoldsUnderTheStrongerOnes(Claim claim) {
    for (Revision revision : claim.truth.revisions()) {
      for (MemoryModel model : MemoryModel.values()) {
        if (claim.truth.holds(revision, model)) {
          assertThat(MemoryModel.values())
              .filteredOn(stronger -> stronger.compareTo(model) < 0)
              .allMatch(stronger -> claim.truth.holds(revision, stronger));
        }
      }
    }
  }
}
