// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two operations, at the same time or one after the other. */
class SequentialOrderTest {
  private static final int[] NOBODY_DONE = {0, 0};
  private static final int[] FIRST_DONE = {1, 0};

  @Test
  void anOverlappedVacateMayFail() {
    assertThat(explains(Pair.FREE_VACATE_NOT_LAST, NOBODY_DONE, "TO_PARTIAL", "FROZEN=0", "SLAB 1"))
        .isTrue();
  }

  @Test
  void aVacateThatNothingOverlapsMayNotFail() {
    assertThat(explains(Pair.FREE_VACATE_NOT_LAST, FIRST_DONE, "TO_PARTIAL", "FROZEN=0", "SLAB 1"))
        .isFalse();
  }

  @Test
  void aVacateNeverClaimsSuccessWithAnObjectLeft() {
    assertThat(explains(Pair.VACATE_VACATE_PINNED, NOBODY_DONE, "LEFTOVER=0", "FROZEN=1", "SLAB 1"))
        .isFalse();
    assertThat(
            SequentialOrder.explainsWithoutSuccess(
                Pair.VACATE_VACATE_PINNED.scenario,
                history(
                    Pair.VACATE_VACATE_PINNED, NOBODY_DONE, "LEFTOVER=0", "FROZEN=1", "SLAB 1")))
        .as("the success is all that is wrong")
        .isTrue();
  }

  @Test
  void aVacateNeverClaimsSuccessWhileThePageStaysASlab() {
    assertThat(explains(Pair.FREE_VACATE_LAST, NOBODY_DONE, "FROZEN", "EMPTIED=1", "SLAB 0"))
        .isFalse();
  }

  @Test
  void anOverlappingFreeMayTakeTheLastObjectFromASuccessfulVacate() {
    assertThat(explains(Pair.FREE_VACATE_LAST, NOBODY_DONE, "FROZEN", "EMPTIED=1", "FREE 0"))
        .isTrue();
    assertThat(explains(Pair.FREE_VACATE_LAST, FIRST_DONE, "DISCARDED", "EMPTIED=1", "FREE 0"))
        .as("not if it was over before")
        .isFalse();
  }

  @Test
  void anObjectIsFreedOnce() {
    assertThat(explains(Pair.FREE_VACATE_LAST, NOBODY_DONE, "TAKEN", "NOT_SLAB=0", "SLAB 1"))
        .isFalse();
    assertThat(explains(Pair.FREE_FREE, NOBODY_DONE, "TO_PARTIAL", "TAKEN", "SLAB 1")).isFalse();
  }

  @Test
  void theEndingIsTheSpecifications() {
    assertThat(explains(Pair.FREE_FREE, NOBODY_DONE, "TO_PARTIAL", "DISCARDED", "FREE 0")).isTrue();
    assertThat(explains(Pair.FREE_FREE, NOBODY_DONE, "TO_PARTIAL", "DISCARDED", "SLAB 1"))
        .isFalse();
  }

  private static boolean explains(
      Pair pair, int[] doneBeforeSecond, String first, String second, String ending) {
    return SequentialOrder.explains(
        pair.scenario, history(pair, doneBeforeSecond, first, second, ending));
  }

  private static History history(
      Pair pair, int[] doneBeforeSecond, String first, String second, String ending) {
    return new History(
        List.of(
            new History.Event(
                0, pair.scenario.cpus().get(0).get(0), new Answer(first), NOBODY_DONE),
            new History.Event(
                1, pair.scenario.cpus().get(1).get(0), new Answer(second), doneBeforeSecond)),
        FinalState.parse(ending));
  }
}
