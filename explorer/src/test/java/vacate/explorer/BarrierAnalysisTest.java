// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vacate.explorer.BarrierAnalysis.Need.NEEDED;
import static vacate.explorer.BarrierAnalysis.Need.REDUNDANT;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vacate.explorer.BarrierAnalysis.Judgement;
import vacate.explorer.cases.Locking;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.Weakenable;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weaken.OrderedAccess;
import vacate.explorer.weaken.PrimitiveCall;
import vacate.explorer.weaken.Substitution;
import vacate.explorer.weaken.Weakening;

/** One barrier weaker at a time: whether that is noticed, by whom, and with which witness. */
class BarrierAnalysisTest {
  private static final List<MemoryModel> ALL = List.of(MemoryModel.values());

  @Test
  void releaseAndAcquireAreNeededWhereTheModelReordersTheirSide() {
    assertThat(oneStep(Ordering.ReleaseAcquire.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "release store to ReleaseAcquire.flag -> opaque", "pso jmm",
                "acquire load of ReleaseAcquire.flag -> opaque", "jmm"));
  }

  @Test
  void theFencesOfDekkerAreNeededOnWeakHardwareToo() {
    assertThat(oneStep(Ordering.FencedDekker.class))
        .containsExactly(Map.entry("full fence -> acquire+release", "tso pso jmm"));
  }

  @Test
  void volatileOfDekkerCannotBeReleaseAndAcquire() {
    assertThat(oneStep(Ordering.VolatileDekker.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "volatile store to VolatileDekker.x -> release", "tso pso jmm",
                "volatile store to VolatileDekker.y -> release", "tso pso jmm",
                "volatile load of VolatileDekker.y -> acquire", "jmm",
                "volatile load of VolatileDekker.x -> acquire", "jmm"));
  }

  @Test
  void aFenceThatRepeatsWhatTheStoreDoesIsRedundantAltogether() {
    BarrierAnalysis barriers = barriers(Weakenable.FenceTooMany.class);
    OrderedAccess fence = place(barriers, "full fence");

    Map<MemoryModel, Judgement> gone = barriers.judge(fence.weakest(), ALL);

    assertThat(fence.weakest().label()).isEqualTo("none");
    assertThat(gone.values()).extracting(Judgement::need).containsOnly(REDUNDANT);
  }

  @Test
  void aLockWithoutItsMemoryEffectStillExcludesAndHandsOverNothing() {
    BarrierAnalysis barriers = barriers(Locking.Monitors.class);
    List<OrderedAccess> places = barriers.places(f -> false);

    assertThat(places)
        .extracting(OrderedAccess::what)
        .containsOnly("lock of Monitors", "unlock of Monitors");
    for (OrderedAccess place : places) {
      Judgement found = barriers.judge(place.weakest(), List.of(JMM)).get(JMM);
      assertThat(found.need()).as(place.toString()).isEqualTo(NEEDED);
      assertThat(found.outcome().id()).isEqualTo("1, 1");
    }
  }

  @Test
  void eachCallOfAPrimitiveIsABarrierOfItsOwn() {
    BarrierAnalysis barriers = barriers(Weakenable.SharedBarrier.class);

    assertThat(barriers.places(f -> false)).filteredOn(p -> p.of() == null).hasSize(1);
    List<PrimitiveCall> calls =
        PrimitiveCall.of(barriers.places(f -> f.method().equals("barrier"))).stream()
            .filter(p -> p.name().equals("barrier"))
            .toList();

    assertThat(calls)
        .extracting(p -> barriers.judge(p, List.of(JMM)).get(JMM).need())
        .containsExactly(NEEDED, REDUNDANT);
  }

  @Test
  void modesMeanNothingUnderSequentialConsistency() {
    BarrierAnalysis barriers = barriers(Ordering.FencedDekker.class);
    Weakening gone = place(barriers, "full fence").weakest();
    assertThat(barriers.judge(gone, List.of(SC)).get(SC).need()).isEqualTo(REDUNDANT);
  }

  @Test
  void aTokenIsBoundToTheWeakening() {
    BarrierAnalysis barriers = barriers(Ordering.ReleaseAcquire.class);
    Weakening store = place(barriers, "release store to ReleaseAcquire.flag").weakest();
    Weakening load = place(barriers, "acquire load of ReleaseAcquire.flag").weakest();
    Witness witness = barriers.judge(store, List.of(JMM)).get(JMM).outcome().witness();

    assertThat(barriers.replay(store, JMM, witness.token()).execution().outcome())
        .isEqualTo("1, 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> barriers.replay(load, JMM, witness.token()))
        .withMessageContaining("another program");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Explorer.replay(
                    test(Ordering.ReleaseAcquire.class), loader(), JMM, witness.token()));
  }

  @Test
  void aCheckThatIsLeftOutIsNeededUnderEveryModel() {
    BarrierAnalysis barriers = barriers(Weakenable.Room.class);
    Substitution unlimited =
        new Substitution(
            loader(), Weakenable.Limited.class.getName(), Weakenable.Unlimited.class.getName());

    Map<MemoryModel, Judgement> found = barriers.judge(unlimited, ALL);

    assertThat(found.values()).extracting(Judgement::need).containsOnly(NEEDED);
    String token = found.get(SC).outcome().witness().token();
    assertThat(barriers.replay(unlimited, SC, token).execution().outcome()).isEqualTo("1, 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.replay(test(Weakenable.Room.class), loader(), SC, token));
  }

  /** Each weakening by one step, and the models that need what it takes away. */
  private static Map<String, String> oneStep(Class<?> test) {
    BarrierAnalysis barriers = barriers(test);
    Map<String, String> found = new TreeMap<>();
    for (OrderedAccess place : barriers.places(f -> false)) {
      for (Weakening weakening : place.weakenings()) {
        Map<MemoryModel, Judgement> judged = barriers.judge(weakening, ALL);
        List<String> needing =
            ALL.stream().filter(m -> judged.get(m).need() == NEEDED).map(MemoryModel::id).toList();
        found.put(place.what() + " -> " + weakening.label(), String.join(" ", needing));
      }
    }
    return found;
  }

  private static OrderedAccess place(BarrierAnalysis barriers, String what) {
    return barriers.places(f -> false).stream()
        .filter(p -> p.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static BarrierAnalysis barriers(Class<?> test) {
    return new BarrierAnalysis(test(test), loader(), Bounds.DEFAULT);
  }

  private static StressTest test(Class<?> test) {
    return new TestReader(loader()).read(test.getName()).orElseThrow();
  }

  private static ClassLoader loader() {
    return BarrierAnalysisTest.class.getClassLoader();
  }
}
