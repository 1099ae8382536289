// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.DrawnOrders;
import vacate.explorer.cases.Refusals;
import vacate.explorer.cases.RefusedSetups;
import vacate.explorer.interrupts.Interrupted;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.weave.JdkUse;

/** What is not understood is not judged, and says where it is. */
class RefusalsTest {
  @ParameterizedTest
  @CsvSource({
    "Reflection, java.lang.Class.getDeclaredFields",
    "SharedRandomness, java.util.SplittableRandom.nextInt",
    "MakesStream, OwnStream extends java.io.PipedOutputStream",
    "Publishes, java.util.Date",
    "Concatenates, java.util.Date of others",
    "SharesInLambda, java.util.Date made by an actor is shared",
    "FailsInSetup, setup failed: java.lang.NegativeArraySizeException: -1",
    "RefersToText, java.lang.Object.toString on a java.util.Date that others may reach",
    "Suppresses, calls addSuppressed on a java.lang.RuntimeException that others may reach",
    "PrintsAnObject, calls java.io.PrintStream.println on a java.io.PrintStream that others",
    "LooksAtItsTrace, looks at who calls the test",
    "PrintsItsTrace, calls java.lang.Exception.printStackTrace",
  })
  void whatIsNotUnderstoodIsRefusedWithItsPlace(String name, String what)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(Refusals.class.getName() + "$" + name);
    Result r = Explorer.explore(test, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("Refusals").contains("(Refusals.java:");
    assertThat(r.outcomes()).isEmpty();
  }

  @Test
  void aClassThatNobodyCanMakeIsRefused() {
    Result r = Explorer.explore(Interrupted.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .isEqualTo(Interrupted.class.getName() + " has no constructor without parameters");
  }

  @Test
  void whatAnActorPrintsIsForNobody() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed));
    try {
      assertThat(Explorer.explore(Refusals.Prints.class, JMM).verdict()).isEqualTo(Verdict.PROVED);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.size()).isZero();
  }

  /** What the test itself has called, and not only what that calls in the end. */
  @Test
  void aRefusalInsideOfTheJdkSaysHowItCameThere() {
    assertThat(Explorer.explore(DrawnOrders.ThreeInASet.class, JMM).reason())
        .startsWith(
            "java.util.ImmutableCollections$SetN$SetNIterator.next: relies on the order of a Set.of")
        .contains("(DrawnOrders.java:");
  }

  /** That the JDK's code could not even be set up tells nothing of what stopped the actors. */
  @Test
  void theReasonIsThatOfTheLastWayInWhichActorsRan() {
    StressTest test =
        new TestReader(Refusals.class.getClassLoader())
            .read(Refusals.TakesTheFirst.class.getName())
            .orElseThrow();
    Result r =
        Explorer.explore(
                test,
                Set.of(JMM),
                (as, models) -> {
                  boolean runs = as.footing().jdk() == JdkUse.AS_CODE;
                  Result notRun = Result.notRun(as.name(), JMM, "refused " + as.footing().jdk());
                  return new PassResult(
                      Map.of(JMM, notRun), runs, false, Foreknowledge.NOTHING, true, false);
                })
            .get(JMM);
    assertThat(r.reason()).isEqualTo("refused AS_CODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Randomness", "StrictRandomness", "SplitRandomness"})
  void whatAnActorDrawsIsTakenToBeOne(String name) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Refusals.class.getName() + "$" + name), JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isEqualTo("one value of each random number that actors ask for");
  }

  /** Nobody can change a throwable that others know. */
  @ParameterizedTest
  @ValueSource(strings = {"LooksForSuppressed", "RefersToCause", "SharesException"})
  void whatAThrowableKeepsIsNot(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Refusals.class.getName() + "$" + name);
    assertThat(Explorer.explore(test, JMM).verdict()).isEqualTo(Verdict.PROVED);
  }

  /** What is refused where the JDK's classes are what they are is judged where they are code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SharedMap",
        "Copies",
        "Captures",
        "SharesArray",
        "SharesAdder",
        "RefersToList",
        "RefersToAdder",
        "BoxesAdder",
        "SharesConcurrentMap",
        "ExtendsMap"
      })
  void whatIsCodeIsNotRefused(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Refusals.class.getName() + "$" + name);
    Result r = Explorer.explore(test, JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .isEqualTo(
            "java.util as implemented by JDK "
                + System.getProperty("java.version")
                + ", compiled with its data dependencies kept");
  }

  @Test
  void whoWaitsForWhatNeverComesDeadlocks() {
    assertThat(Explorer.explore(Refusals.Waits.class, JMM).outcome("deadlock").refutes()).isTrue();
  }

  @Test
  void anArbiterThatWaitsIsRefused() {
    Result r = Explorer.explore(Refusals.WaitingArbiter.class, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("the arbiter waits");
  }

  @Test
  void whatAnActorMakesAndKeepsIsNotRefused() {
    assertThat(Explorer.explore(Refusals.KeepsToItself.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatAClassExtendsMattersOnlyWhereOneIsMade() {
    assertThat(Explorer.explore(Refusals.MakesNoStream.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatIsNotReachedIsNotRefused() {
    assertThat(Explorer.explore(Refusals.NotReached.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "KeepsLock, relies on which thread has run setup",
    "LooksAtItsTrace, looks at who calls the test in setup",
  })
  void setupIsRefusedWithItsPlace(String name, String what) throws ClassNotFoundException {
    Class<?> test = Class.forName(RefusedSetups.class.getName() + "$" + name);
    Result r = Explorer.explore(test, JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(RefusedSetups.java:");
  }

  /** It gets the same each time that it runs, and the result says so. */
  @ParameterizedTest
  @ValueSource(strings = {"DrawsLots", "LooksAtTheClock", "DrawsStrictLots", "DrawsLotsLate"})
  void whatSetupDrawsIsAssumed(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(RefusedSetups.class.getName() + "$" + name);
    Result r = Explorer.explore(test, JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .isEqualTo("one value of each random number and time that setup asks for");
  }

  @Test
  void locksThatSetupFreesAreFree() {
    assertThat(Explorer.explore(RefusedSetups.FreesLock.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }
}
