// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.WaitingThreads;
import vacate.explorer.model.MemoryModel;

/** Waiting, parking and interrupting, as the JLS and the Javadoc of {@code LockSupport} have it. */
class WaitingThreadsTest {
  private static final String RETURNS = "wait returns for no reason";

  @ParameterizedTest
  @CsvSource({
    "ParksInALoop, 1, 1",
    // a permit that comes before the thread is known is lost; and park may return for no reason
    "ParksOnce, 0 / 1 / deadlock, 0 / 1 / deadlock",
    "WaitsOnce, 1, 1",
    // not notified, but woken for no reason
    "WaitsWithoutLoop, 0 / 1, 0 / 1",
    "NotifiesTooEarly, 1 / deadlock, 1 / deadlock",
    "NobodyNotifies, 1 / deadlock, 1 / deadlock",
    "NotifiesOneOfTwo, '1, 1 / deadlock', '1, 1 / deadlock'",
    "NotifiesAll, '1, 1', '1, 1'",
    "WaitsInVain, 0 / 1, 0 / 1",
    "InterruptsWhoWaits, '1, true', '1, true'",
    "InterruptIsSeen, 1, 1",
    "ConditionOfALock, 1, 1",
    "ConditionWithoutLoop, 0 / 1, 0 / 1",
    "ThreadsAreTwo, false, false",
    "EachHasItsOwn, '1, 1', '1, 1'",
    "DrawsOneOfThree, 0 / 1 / 2, 0 / 1 / 2",
    "DrawsAsARandom, 0 / 1 / 2, 0 / 1 / 2",
  })
  void threadsWaitUntilTheyAreWoken(String name, String sc, String jmm)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(WaitingThreads.class.getName() + "$" + name);
    Map<MemoryModel, Result> results = Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
    comesTo(results.get(SC), sc);
    comesTo(results.get(JMM), jmm);
  }

  private static void comesTo(Result r, String outcomes) {
    assertThat(r.reason()).isNull();
    assertThat(r.outcomeIds())
        .as(r.toString())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(outcomes.split(" / ")));
  }

  /** What the environment decides is told as what it is. */
  @Test
  void aWaitThatReturnsForNoReasonIsTold() {
    Result r = Explorer.explore(WaitingThreads.WaitsWithoutLoop.class, MemoryModel.SC);
    assertThat(r.outcome("0").witness().lines()).anyMatch(l -> l.contains(RETURNS));
  }

  @Test
  void ofTwoNumbersAtOnceOneIsNotKept() {
    Result r = Explorer.explore(WaitingThreads.DrawsWhatComesInPairs.class, MemoryModel.SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith("calls java.util.concurrent.ThreadLocalRandom.nextGaussian");
  }

  /** A thread may have what its maker has; but who has removed it knows. */
  @Test
  void nobodyFindsWhatIsInherited() {
    Result r = Explorer.explore(WaitingThreads.Inherits.class, MemoryModel.JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("looks for what it may have inherited");
    Result removed = Explorer.explore(WaitingThreads.RemovesWhatSetupLeft.class, MemoryModel.JMM);
    assertThat(removed.verdict()).as(removed.toString()).isEqualTo(Verdict.PROVED);
  }

  /** jcstress lets threads that are actors run the arbiter, too. */
  @Test
  void whichThreadRunsTheArbiterIsNotSaid() {
    Result finds =
        Explorer.explore(WaitingThreads.ArbiterFindsWhatAnActorLeft.class, MemoryModel.SC);
    assertThat(finds.verdict()).as(finds.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(finds.reason()).contains("looks for what an actor has left in a ThreadLocal");
    Result is = Explorer.explore(WaitingThreads.ArbiterIsAnActor.class, MemoryModel.SC);
    assertThat(is.verdict()).as(is.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(is.reason()).contains("relies on which thread runs the arbiter");
    Result own = Explorer.explore(WaitingThreads.ArbiterFindsItsOwn.class, MemoryModel.SC);
    assertThat(own.verdict()).as(own.toString()).isEqualTo(Verdict.PROVED);
  }
}
