// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Failing;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/** A failure beats a wait, a wait beats a bound, and all of them are told. */
class FailuresTest {
  private static final Bounds FIVE = new Bounds(5, Long.MAX_VALUE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SignalThrows        | signal threw AIOOBE; waiter waits",
        "ThrowsWhenSignalled | waiter threw ISE: seen",
        "AnotherWaits        | thrower threw AIOOBE; waiter waits",
        "LockIsLeft          | TERMINATED & thrower threw ISE: left"
            + " & thrower threw ISE: left; waiter waits",
        "OthersDeadlock      | thrower threw ISE: always"
            + " & thrower threw ISE: always; left waits; right waits",
        "AnotherIsCutOff     | thrower threw AIOOBE; counter was cut off",
        "OneWaitsOneIsCutOff | thrower threw ISE: always; counter was cut off; waiter waits",
        "BothThrow           | always threw ISE: first"
            + " & always threw ISE: first; sometimes threw IAE: second",
        "ArbiterThrows       | 0 & arbiter threw ISE: two",
      })
  void whoThrowsIsTold(String name, String outcomes) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.outcomeIds())
        .containsExactlyInAnyOrder(
            outcomes
                .replace("AIOOBE", "java.lang.ArrayIndexOutOfBoundsException: " + OUT_OF_BOUNDS)
                .replace("ISE", "java.lang.IllegalStateException")
                .replace("IAE", "java.lang.IllegalArgumentException")
                .split(" & "));
    assertThat(r.verdict()).isEqualTo(Verdict.REFUTED);
  }

  private static final String OUT_OF_BOUNDS = "Index 1 out of bounds for length 1";

  @Test
  void whatWasCutOffIsToldBesideAFailure() throws ClassNotFoundException {
    assertThat(explore("AnotherIsCutOff").reason())
        .startsWith("a loop was cut off after 5 iterations, at ");
    assertThat(explore("AnotherWaits").reason()).isNull();
  }

  /** Nor is it proved: nobody has seen what comes after the loop. */
  @Test
  void whoWaitsForOneThatWasCutOffIsNotSaidToDeadlock() throws ClassNotFoundException {
    Result r = explore("WaitsForOneThatIsCutOff");
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason())
        .startsWith("a loop was cut off after 5 iterations, at ")
        .endsWith(" (--loop-bound), and a thread waits that it might have woken");
    assertThat(Explorer.explore(Failing.WaitsForOneThatIsCutOff.class, SC).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void aTokenOfAFailureRebuildsWhatTheOthersDid() {
    ClassLoader loader = FailuresTest.class.getClassLoader();
    StressTest test =
        new TestReader(loader).read(Failing.OneWaitsOneIsCutOff.class.getName()).orElseThrow();
    Outcome failed = Explorer.explore(test, loader, JMM, FIVE).outcomes().get(0);
    assertThat(failed.description()).isEqualTo("an actor threw");
    assertThat(failed.witness().execution().outcome()).isEqualTo(failed.id());
  }

  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(Failing.class.getName() + "$" + name), JMM, FIVE);
  }
}
