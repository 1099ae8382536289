// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import vacate.explorer.cases.Endless;
import vacate.explorer.cases.PlainSpins;
import vacate.explorer.cases.Spins;
import vacate.explorer.model.MemoryModel;

/** What a turn of a loop did decides whether it was a wait; what was none is bounded. */
class LoopsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HintFirst         | PROVED  | 2 & 3",
        "HintLast          | PROVED  | 2 & 3",
        "NoHint            | PROVED  | 2 & 3",
        "HintInMethod      | PROVED  | 0 & 1",
        "LeavesMark        | PROVED  | 0, 1 & 1, 1",
        "LeavesByException | PROVED  | 1 & 2",
        "WritesThroughCall | BOUNDED | 0 & 1 & 2 & 3 & 4 & 5",
        "InExpression      | PROVED  | 6",
        "Monitor           | PROVED  | 1",
        "LockThatIsTried   | BOUNDED | 0 & 1",
        "HoldsMore         | PROVED  | 1 & 2 & 3 & 4",
      })
  void nothingIsLostWhereATurnIsTakenForAWait(String name, Verdict verdict, String outcomes)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Spins.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      Result result = Explorer.explore(test, model, new Bounds(5, Long.MAX_VALUE));
      assertThat(result.outcomeIds()).as("%s", model).containsExactly(outcomes.split(" & "));
      assertThat(result.verdict()).as("%s", model).isEqualTo(verdict);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gen           | calls by the JDK were cut off after 20",
        "Iter          | calls by the JDK were cut off after 20",
        "RecSpin       | a recursion was cut off at depth 5",
        "Mutual        | a recursion was cut off at depth 5",
        "Ctor          | a recursion was cut off at depth 5",
        "Store         | a loop was cut off after 500 iterations",
        "Fences        | a loop was cut off after 500 iterations",
        "Arb           | in the epilogue a loop was cut off after 500 iterations",
        "Alloc         | a loop was cut off after 5 iterations",
        "ListSpin      | a loop was cut off after 5 iterations",
        "LivelockYield | a loop was cut off after 2 iterations",
        "TryBackoff    | a loop was cut off after 2 iterations",
        "ScanToFlag    | a loop was cut off after 5 iterations",
        "ScanAgain     | a loop was cut off after 5 iterations",
      })
  void everyWayToGoRoundIsBounded(String name, String reason) throws ClassNotFoundException {
    Class<?> test = Class.forName(Endless.class.getName() + "$" + name);
    Result result = Explorer.explore(test, MemoryModel.SC, new Bounds(5, Long.MAX_VALUE));
    assertThat(result.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(result.reason())
        .startsWith(reason + ", at " + test.getName())
        .contains("(Endless.java:")
        .endsWith(" (--loop-bound)");
  }

  /**
   * More turns than a loop may have whose way others could change; these read what nobody writes.
   */
  @JCStressTest
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @State
  public static class Sums {
    int[] cells = new int[200];

    @Actor
    public void writes() {
      cells[150] = 1;
    }

    @Actor
    public void sums(I_Result r) {
      for (int i = 0; i < cells.length; i++) {
        r.r1 += cells[i];
      }
    }
  }

  /** The same, and the elements are the thread's own, read several times. */
  @JCStressTest
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @State
  public static class SumsOwn {
    volatile int number;

    @Actor
    public void writes() {
      number = 1;
    }

    @Actor
    public void sums(I_Result r) {
      int[] cells = new int[2];
      int sum = 0;
      for (int i = 0; i < 200; i++) {
        sum += cells[i % 2];
      }
      r.r1 = sum + number;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Sums.class, SumsOwn.class})
  void aLoopThatOthersCannotTurnGoesOn_andIsShown(Class<?> test) {
    Result r = Explorer.explore(test, MemoryModel.SC);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("0", "1");
    assertThat(r.outcome("1").witness().lines()).anyMatch(l -> l.contains("-> 1 (from 1."));
  }

  /** A recursion that never ends, and touches nothing on its way. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Deep {
    private static int even(int n) {
      return n == 0 ? 1 : odd(n - 1);
    }

    private static int odd(int n) {
      return n == 0 ? 0 : even(n - 1);
    }

    @Actor
    public void actor(I_Result r) {
      r.r1 = even(-1);
    }
  }

  @Test
  void callsThatTouchNothingGoOnlySoDeep() {
    Result r = Explorer.explore(Deep.class, MemoryModel.SC);
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason()).startsWith("calls were cut off that go more than 100000 deep");
  }

  /** {@code cells[10]} is written last, and read first. */
  @Test
  void aLoopGoesThroughAsManyElementsAsThereAre() {
    Bounds bounds = new Bounds(5, Long.MAX_VALUE);
    Result inOrder = Explorer.explore(Endless.Scan.class, MemoryModel.TSO, bounds);
    assertThat(inOrder.outcomeIds()).containsExactly("0", "1", "1025");
    assertThat(inOrder.verdict()).isEqualTo(Verdict.PROVED);
    Result java = Explorer.explore(Endless.Scan.class, MemoryModel.JMM, bounds);
    assertThat(java.outcomeIds()).containsExactly("0", "1", "1024", "1025");
    assertThat(java.verdict()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(classes = {Endless.ArbLocal.class, Endless.ArbHandle.class})
  void anArbiterThatChangesItsOwnObjectGoesOn(Class<?> test) {
    Result result = Explorer.explore(test, MemoryModel.SC);
    assertThat(result.outcomeIds()).containsExactly("1", "2");
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void anArbiterThatWaitsIsNotRun() {
    Result result = Explorer.explore(Endless.ArbWait.class, MemoryModel.SC);
    assertThat(result.reason()).contains("the arbiter waits");
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  /** As jcstress shows on hardware: the compiler does the read once. */
  @ParameterizedTest
  @CsvSource({"Bare, stop", "StFence, stop", "Arr, 'boolean[]#1[0]'", "Once, stop"})
  void aPlainReadThatMayBeHoistedNeedNotSeeTheStore(String name, String read)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(PlainSpins.class.getName() + "$" + name);
    Result java = Explorer.explore(test, MemoryModel.JMM);
    assertThat(java.outcomeIds()).containsExactly("STALE", "TERMINATED");
    assertThat(java.verdict()).isEqualTo(Verdict.REFUTED);
    Result hardware = Explorer.explore(test, MemoryModel.PSO);
    assertThat(hardware.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(hardware.assumes()).contains("reads are repeated: ").contains(read + " is read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fence", "Vol", "VolBeside", "Opq", "Sync"})
  void aReadThatMustBeRepeatedSeesTheStore(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(PlainSpins.class.getName() + "$" + name);
    Result result = Explorer.explore(test, MemoryModel.JMM);
    assertThat(result.outcomeIds()).containsExactly("TERMINATED");
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.assumes()).isNull();
  }

  @Test
  void aProofThatRestsOnAPlainReadBeingRepeatedSaysSo() {
    Result result = Explorer.explore(PlainSpins.Waits.class, MemoryModel.JMM);
    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.assumes()).contains("go is read plainly by a loop that waits for it");
  }
}
