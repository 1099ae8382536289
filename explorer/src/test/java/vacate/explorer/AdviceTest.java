// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.FinalFields;
import vacate.explorer.cases.Ordering;
import vacate.explorer.execution.Execution;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;

/** What a witness says of what forbids its outcome. */
class AdviceTest {
  private static final ClassLoader LOADER = AdviceTest.class.getClassLoader();

  private static Witness witness(Class<?> test, MemoryModel model, String outcome) {
    return Explorer.explore(test, model).outcome(outcome).witness();
  }

  private static List<String> advice(Class<?> test, MemoryModel model, String outcome) {
    return witness(test, model, outcome).advice().sentences().stream()
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
  void whatIsNotDecidedWithinTheBoundIsNoCure() {
    StressTest test =
        new TestReader(LOADER).read(Ordering.PlainDekker.class.getName()).orElseThrow();
    Execution witness = witness(Ordering.PlainDekker.class, JMM, "0, 0").execution();
    Mending short1 = new Mending(test, LOADER, JMM, new Bounds(100, 1), Modes.DECLARED);
    Advice advice = short1.advise(witness);
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
