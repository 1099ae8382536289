// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.util.Base64;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.explorer.cases.Fib;
import vacate.explorer.cases.Language;
import vacate.explorer.cases.Locking;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.PlainlyReadBits;
import vacate.explorer.cases.PlainlyReadLock;
import vacate.explorer.cases.Sequential;
import vacate.explorer.cases.WeakOnce;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** Compiled tests, from annotations to verdict. */
class ExplorerTest {
  /**
   * As the rows SB+p, SB+v, SB+p+full, MP+ra, MP+o, MP+p+ss+ll, MP+p+ss+none, IRIW+v of the table.
   */
  @ParameterizedTest
  @CsvSource({
    "PlainDekker, PROVED/3 REFUTED/4 REFUTED/4 REFUTED/4",
    "VolatileDekker, PROVED/3 PROVED/3 PROVED/3 PROVED/3",
    "FencedDekker, PROVED/3 PROVED/3 PROVED/3 PROVED/3",
    "ReleaseAcquire, PROVED/3 PROVED/3 PROVED/3 PROVED/3",
    "OpaqueOnly, PROVED/3 PROVED/3 REFUTED/4 REFUTED/4",
    "WeakFences, PROVED/3 PROVED/3 PROVED/3 PROVED/3",
    "WriterFenceOnly, PROVED/3 PROVED/3 PROVED/3 REFUTED/4",
    "VolatileIriw, PROVED/15 PROVED/15 PROVED/15 PROVED/15",
  })
  void wovenClassesHaveTheVerdictAndCountOfTheirRow(String name, String expected)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Ordering.class.getName() + "$" + name);
    StringBuilder found = new StringBuilder();
    for (MemoryModel model : MemoryModel.values()) {
      Result r = Explorer.explore(test, model);
      found
          .append(found.isEmpty() ? "" : " ")
          .append(r.verdict())
          .append("/")
          .append(r.executions());
    }
    assertThat(found.toString()).isEqualTo(expected);
  }

  /** GenMC's counts, from Java byte code. */
  @ParameterizedTest
  @CsvSource({"SC, 218243", "TSO, 525630", "JMM, 525630"})
  void fibBenchHasAsManyExecutionsAsGenmcCounts(MemoryModel model, long executions) {
    assertThat(Explorer.explore(Fib.class, model).executions()).isEqualTo(executions);
  }

  @Test
  void everyTypeOfFieldKeepsItsValue() {
    assertThat(Explorer.explore(Language.Types.class, JMM).outcomeIds())
        .containsExactly(
            "false, 0, -, 0, 0, 0.0, 0.0, null",
            "true, -1, x, -2, 1099511627776, 0.5, -0.25, text");
  }

  /** Everything that one thread can do, once explored and once simply run. */
  @Test
  void oneThreadDoesWhatItDoesWithoutTheExplorer() {
    L_Result run = new L_Result();
    new Sequential().actor(run);
    Result explored = Explorer.explore(Sequential.class, JMM);
    assertThat(explored.reason()).isNull();
    assertThat(explored.outcomeIds()).containsExactly((String) run.r1);
    assertThat(explored.executions()).isEqualTo(1);
  }

  @Test
  void arrayElementsAreSeparateLocations() {
    assertThat(Explorer.explore(Language.Arrays.class, JMM).outcomeIds())
        .containsExactly("8, 11bc");
  }

  @Test
  void aLockFreeStackIsLinearizable() {
    assertThat(Explorer.explore(Language.Stack.class, JMM).outcomeIds())
        .containsExactlyInAnyOrder("0, [2, 1]", "0, [1, 2]", "1, [2]", "2, [1]");
  }

  @Test
  void finalFieldsAreSeenAndOthersMayNotBe() {
    assertThat(Explorer.explore(Language.Published.class, JMM).outcomeIds())
        .containsExactlyInAnyOrder("-1, -1", "-1, 42", "0, -1", "0, 42", "42, -1", "42, 42");
    assertThat(Explorer.explore(Language.Published.class, SC).outcomeIds())
        .containsExactlyInAnyOrder("-1, -1", "-1, 42", "42, -1", "42, 42");
  }

  @Test
  void enumsRecordsLambdasAndDispatchWork() {
    assertThat(Explorer.explore(Language.Dispatch.class, JMM).outcomeIds())
        .containsExactlyInAnyOrder("stop0, false Point[x=0, y=1]", "go9, true Point[x=9, y=1]");
  }

  @Test
  void exceptionsAreThrownAndCaught() {
    assertThat(Explorer.explore(Language.Caught.class, JMM).outcomeIds())
        .containsExactlyInAnyOrder("none0, 1", "seen 1, 1");
  }

  @Test
  void anExceptionOutOfAnActorRefutes() {
    Result r = Explorer.explore(Language.Thrown.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds())
        .containsExactlyInAnyOrder(
            "0",
            "reader threw java.lang.ArrayIndexOutOfBoundsException: "
                + "Index 1 out of bounds for length 1");
  }

  @ParameterizedTest
  @CsvSource({"Monitors", "Reentrant", "Permits", "SpinLock"})
  void locksExclude(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Locking.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      Result r = Explorer.explore(test, model);
      assertThat(r.verdict()).as(model + " " + r).isEqualTo(Verdict.PROVED);
      assertThat(r.outcomeIds()).containsExactly("1, 2", "2, 1");
    }
  }

  /** Failed attempts have no effect: they add blocked executions, and no complete one. */
  @Test
  void spinningAddsNoCompleteExecution() {
    assertThat(Explorer.explore(Locking.SpinLock.class, SC).executions()).isEqualTo(2);
    assertThat(Explorer.explore(Locking.Monitors.class, JMM).executions()).isEqualTo(2);
  }

  @Test
  void aLockWordMayBeReadPlainly() {
    Result r = Explorer.explore(PlainlyReadLock.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).contains("0, 0", "1, 0", "0, 1", "1, 1");
  }

  /** Of the executions in which one waits, three differ in a plain read of its failed attempt. */
  @Test
  void failedAttemptsStayEventsWhereTheirWordIsReadPlainly() {
    assertThat(Explorer.explore(PlainlyReadLock.class, JMM).blocked()).isEqualTo(5);
  }

  @Test
  @Disabled("a wait ends the execution, so none has a failed attempt and a later one that succeeds")
  void aFailedAttemptMayBeReadPlainly() {
    assertThat(Explorer.explore(PlainlyReadBits.class, JMM).outcomeIds())
        .containsExactly("-1", "0", "1", "3");
  }

  @Test
  void locksTakenInDifferentOrderDeadlock() {
    Result r = Explorer.explore(Locking.WrongOrder.class, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("2", "deadlock");
  }

  @Test
  void aWakeUpThatNeverComesIsADeadlock() {
    Result r = Explorer.explore(Locking.LostWakeUp.class, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).containsExactly("deadlock");
  }

  @Test
  void waitingForEitherOfTwoFlagsIsNoDeadlock() {
    Result r = Explorer.explore(Locking.TwoFlags.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("1");
  }

  @Test
  void aLoopThatChangesNothingWaits() {
    Result r = Explorer.explore(Locking.Loop.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("TERMINATED");
    assertThat(r.outcome("STALE").isImpossible()).isTrue();
  }

  @Test
  void turnsOfARecursiveMethodAreToldApart() {
    Result r = Explorer.explore(Locking.Recursive.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("0");
  }

  @Test
  void weakCompareAndSetMayFailForNoReason() {
    assertThat(Explorer.explore(WeakOnce.class, SC).outcomeIds()).containsExactly("false", "true");
  }

  @Test
  void weakCompareAndSetMayFailAndIsTriedAgain() {
    Result r = Explorer.explore(Locking.WeakLoop.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("2");
  }

  @Test
  void aLoopThatGoesOnForEverIsBounded() {
    Result r = Explorer.explore(Locking.Counting.class, SC, new Bounds(5, Long.MAX_VALUE));
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason()).contains("5 iterations");
    assertThat(r.outcomeIds()).containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void theNumberOfExecutionsIsBounded() {
    Result r = Explorer.explore(Ordering.VolatileDekker.class, SC, new Bounds(5, 2));
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.executions()).isEqualTo(2);
    assertThat(r.reason()).contains("2 executions");
  }

  @Test
  void whatWasNotFoundIsCalledImpossibleOnlyIfEverythingWasVisited() {
    Bounds two = new Bounds(5, 2);
    Bounds all = Bounds.DEFAULT;
    assertThat(ResultPrinter.print(Explorer.explore(Ordering.VolatileDekker.class, SC, two)))
        .contains("not found")
        .doesNotContain("impossible");
    assertThat(ResultPrinter.print(Explorer.explore(Ordering.VolatileDekker.class, SC, all)))
        .contains("impossible");
  }

  @Test
  void aRefutedTestThatWasCutOffSaysSo() {
    Result r = Explorer.explore(Ordering.PlainDekker.class, JMM, new Bounds(5, 3));
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(r.reason()).contains("3 executions");
  }

  @Test
  void aClassWithoutTheAnnotationIsNoTest() {
    assertThatIllegalArgumentException().isThrownBy(() -> Explorer.explore(String.class, SC));
  }

  @Test
  void theWitnessSaysWhatPassedWhat() {
    Witness w = Explorer.explore(Ordering.PlainDekker.class, TSO).outcome("0, 0").witness();
    assertThat(w.lines().get(0)).containsSubsequence("left", "right");
    assertThat(w.toString())
        .contains("PlainDekker#1.y -> 0 (from initial value)")
        .contains("Ordering.java:")
        .contains("lets read 1.2 pass write 1.1")
        .contains("With a volatile write of PlainDekker.x at Ordering.java:28")
        .contains("the outcome does not occur (explored: ");
  }

  @Test
  void anInterleavingHasNothingToExplain() {
    Witness w = Explorer.explore(Ordering.PlainDekker.class, SC).outcome("1, 1").witness();
    assertThat(w.toString()).doesNotContain("pass");
  }

  @Test
  void aTokenRebuildsItsExecution() {
    var test = new TestReader(loader()).read(Ordering.PlainDekker.class.getName()).orElseThrow();
    Witness w = Explorer.explore(Ordering.PlainDekker.class, JMM).outcome("0, 0").witness();
    Witness replayed = Explorer.replay(test, loader(), JMM, w.token());
    assertThat(replayed).isEqualTo(w);
    assertThat(replayed.toString()).endsWith("\noutcome: 0, 0");
  }

  @Test
  void aTokenOfAnotherProgramIsRefused() {
    var test = new TestReader(loader()).read(Ordering.FencedDekker.class.getName()).orElseThrow();
    String token =
        Explorer.explore(Ordering.PlainDekker.class, JMM).outcome("0, 0").witness().token();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.replay(test, loader(), JMM, token))
        .withMessageContaining("another program");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.replay(test, loader(), JMM, "v9.0.0"))
        .withMessageContaining("not a replay token");
  }

  /** A token says on what footing it was made, and may say anything. */
  @ParameterizedTest
  @CsvSource({
    "AS_CODE THE_TEST, not a replay token",
    "AS_CODE ALL a.B, not a replay token",
    "AS_CODE THE_TEST no.such.Class, another program",
    "AS_IT_IS NOBODY no.such.Class, another program",
    "AS_IT_IS NOBODY no.such.Class!, another program",
    "'AS_CODE_WITH_BUFFERS MANY no.such.Class!,4@0/8,...,~', replay token ends",
  })
  void aTokenWhoseFootingIsNotTheTestsIsRefused(String footing, String reason) {
    String name = Ordering.FencedDekker.class.getName();
    var test = new TestReader(loader()).read(name).orElseThrow();
    String token =
        Explorer.explore(Ordering.PlainDekker.class, JMM).outcome("0, 0").witness().token()
            + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(footing.getBytes(UTF_8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.replay(test, loader(), JMM, token))
        .withMessageContaining(reason);
  }

  private static ClassLoader loader() {
    return ExplorerTest.class.getClassLoader();
  }
}
