// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.TSO;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.Advised;
import vacate.explorer.cases.FinalFields;
import vacate.explorer.cases.Ordering;
import vacate.explorer.execution.Execution;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.Weakening;

/** What a witness says of what forbids its outcome. */
class AdviceTest {
  private static final ClassLoader LOADER = AdviceTest.class.getClassLoader();

  private static Witness witness(Class<?> test, MemoryModel model, String outcome) {
    return Explorer.explore(test, model).outcome(outcome).witness();
  }

  private static List<String> advice(Class<?> test, MemoryModel model, String outcome) {
    return told(witness(test, model, outcome).advice());
  }

  private static List<String> told(Advice advice) {
    return advice.sentences().stream()
        .map(s -> s.replaceAll(" at \\w+\\.java:\\d+", "").replaceAll(" the outcome does.*", ""))
        .toList();
  }

  @Test
  void onePairOfAccessesIsEnoughWhereTheModelMovesOnlyThat() {
    assertThat(advice(Ordering.OpaqueOnly.class, PSO, "1, 0"))
        .containsExactly(
            "With a release write of OpaqueOnly.flag",
            "With a storeStoreFence before the write of OpaqueOnly.flag");
  }

  @Test
  void noSingleAccessIsEnoughWhereBothThreadsAreOutOfOrder() {
    assertThat(advice(Ordering.OpaqueOnly.class, JMM, "1, 0"))
        .containsExactly(
            "With a release write of OpaqueOnly.flag and an acquire read of OpaqueOnly.flag, only"
                + " together,",
            "With a storeStoreFence before the write of OpaqueOnly.flag and a loadLoadFence before"
                + " the read of OpaqueOnly.data, only together,");
  }

  @Test
  void theThreadThatIsToldInOrderIsMendedToo() {
    assertThat(advice(Ordering.PlainDekker.class, JMM, "0, 0"))
        .contains(
            "With a fullFence before the read of PlainDekker.y and a fullFence before the read of"
                + " PlainDekker.x, only together,");
  }

  @Test
  void anAcquireReadAloneDoesNotOrderWhatTheConstructorOfASubclassWrote() {
    assertThat(advice(FinalFields.WrittenBySubclass.class, JMM, "0"))
        .contains(
            "With a release write of WrittenBySubclass.shared and an acquire read of"
                + " WrittenBySubclass.shared, only together,");
  }

  @Test
  void anUpdateIsMendedAsOne() {
    assertThat(advice(Advised.PublishedByUpdate.class, JMM, "1, 0"))
        .containsExactly(
            "With a release update of PublishedByUpdate.flag",
            "With a storeStoreFence before the update of PublishedByUpdate.flag");
  }

  @Test
  void whatAWaitingThreadReadsIsMendedInItsLoop() {
    assertThat(advice(Advised.Awaited.class, JMM, "0"))
        .containsExactly(
            "With a release write of Awaited.flag and an acquire read of Awaited.flag, only"
                + " together,",
            "With a storeStoreFence before the write of Awaited.flag and a loadLoadFence before"
                + " the read of Awaited.data, only together,");
  }

  @Test
  void ofAMutantTheAdviceIsAboutTheMutant() {
    StressTest test =
        new TestReader(LOADER).read(Ordering.ReleaseAcquire.class.getName()).orElseThrow();
    BarrierAnalysis barriers = new BarrierAnalysis(test, LOADER, Bounds.DEFAULT);
    Weakening plain =
        barriers.places(frame -> false).stream()
            .filter(place -> place.what().equals("release store to ReleaseAcquire.flag"))
            .findFirst()
            .orElseThrow()
            .weakest();
    Witness found = barriers.judge(plain, List.of(JMM)).get(JMM).outcome().witness();
    Witness again = barriers.replay(plain, JMM, found.token());

    for (Witness witness : List.of(found, again)) {
      assertThat(told(witness.advice()))
          .containsExactly(
              "With a release write of ReleaseAcquire.flag",
              "With a storeStoreFence before the write of ReleaseAcquire.flag");
    }
  }

  @Test
  void allThatIsTriedIsHeardOfAsOneExploration() {
    List<Progress.State> heard = new ArrayList<>();
    Advice advice = witness(Advised.Busy.class, TSO, "0, 0").advice(heard::add);

    assertThat(advice.cures()).isNotEmpty();
    assertThat(heard).isNotEmpty();
    assertThat(heard)
        .isSortedAccordingTo(Comparator.comparingLong(s -> s.executions() + s.blocked()));
    assertThat(heard).isSortedAccordingTo(Comparator.comparingLong(Progress.State::nanos));
  }

  @Test
  void whatIsNotDecidedWithinTheBoundIsNoCure() {
    StressTest test =
        new TestReader(LOADER).read(Ordering.PlainDekker.class.getName()).orElseThrow();
    Execution witness = witness(Ordering.PlainDekker.class, JMM, "0, 0").execution();
    Mending short1 =
        new Mending(test, LOADER, JMM, Settings.of(new Bounds(100, 1)), Modes.DECLARED);
    Advice advice = short1.advise(witness, Progress.NONE);
    assertThat(advice.cures()).isEmpty();
    assertThat(advice.sentences())
        .singleElement()
        .asString()
        .startsWith("Of nothing that was tried is it known that it forbids the outcome, after ");
  }

  @Test
  void anInterleavingNeedsNoAdvice() {
    assertThat(witness(Ordering.PlainDekker.class, JMM, "0, 1").advice()).isEqualTo(Advice.NONE);
  }

  @Test
  void theSentenceSaysHowManyExecutionsTheMendedTestHas() {
    assertThat(witness(Ordering.PlainDekker.class, JMM, "0, 0").lines())
        .filteredOn(line -> line.startsWith("With a full"))
        .singleElement()
        .asString()
        .endsWith(" the outcome does not occur (explored: 3 executions)."); // SB+full of litmus.txt
  }
}
