// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.spec.Answer;
import vacate.spec.History;
import vacate.spec.SequentialOrder;

/** Two operations, at the same time or one after the other. */
class SequentialOrderTest {
  private static final List<Integer> NOBODY_DONE = List.of(0, 0);
  private static final List<Integer> FIRST_DONE = List.of(1, 0);

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

  /** Of two objects: a vacate that takes one, and later finds that the other was freed. */
  @Test
  void aVacateTakesOneObjectAfterTheOther() {
    assertThat(explains(List.of(0, 0, 0), List.of(1, 0, 0))).isTrue();
    assertThat(explains(List.of(0, 1, 0), List.of(1, 1, 0)))
        .as("not if it was over before")
        .isFalse();
  }

  /** A free that finds its object taken, another that frees its own, and a vacate beside them. */
  private static boolean explains(List<Integer> doneBeforeFirst, List<Integer> doneBeforeSecond) {
    Scenario scenario = Scenario.parse("full: free(0) | vacate | free(1)");
    List<Integer> nobody = List.of(0, 0, 0);
    return SequentialOrder.explains(
        scenario,
        new History(
            List.of(
                event(scenario, 0, "TAKEN", doneBeforeFirst),
                event(scenario, 1, "EMPTIED=1", nobody),
                event(scenario, 2, "FROZEN", doneBeforeSecond)),
            new History.Ending(false, OptionalInt.of(0))));
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
      Pair pair, List<Integer> doneBeforeSecond, String first, String second, String ending) {
    return SequentialOrder.explains(
        pair.scenario, history(pair, doneBeforeSecond, first, second, ending));
  }

  private static History history(
      Pair pair, List<Integer> doneBeforeSecond, String first, String second, String ending) {
    FinalState end = FinalState.parse(ending);
    return new History(
        List.of(event(pair, 0, first, NOBODY_DONE), event(pair, 1, second, doneBeforeSecond)),
        new History.Ending(end.slab(), OptionalInt.of(end.objects())));
  }

  private static History.Event event(Pair pair, int cpu, String answer, List<Integer> doneBefore) {
    return event(pair.scenario, cpu, answer, doneBefore);
  }

  private static History.Event event(
      Scenario scenario, int cpu, String answer, List<Integer> doneBefore) {
    Operation operation = scenario.cpus().get(cpu).get(0);
    return new History.Event(cpu, 0, cpu, operation, new Answer(answer), doneBefore);
  }
}
