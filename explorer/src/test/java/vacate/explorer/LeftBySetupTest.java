// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.LeftBySetup;
import vacate.explorer.model.MemoryModel;

/**
 * jcstress has a thread of an actor run setup, or another: what it has left there is found or not.
 */
class LeftBySetupTest {
  private static Result explore(String name, MemoryModel model) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(LeftBySetup.class.getName() + "$" + name), model);
  }

  @Test
  void anActorFindsItOrNoneDoes() throws ClassNotFoundException {
    Result r = explore("OneFindsIt", JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("0, 0", "0, 1", "1, 0");
    Result first = explore("OnlyTheFirstFindsIt", JMM);
    assertThat(first.outcome("0, 1").refutes()).as(first.toString()).isTrue();
  }

  @Test
  void whoFindsOneThingFindsAll() throws ClassNotFoundException {
    Result r = explore("FindsBoth", JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("0, 0", "0, 3", "3, 0");
  }

  @Test
  void toLookForItOrdersNothing() throws ClassNotFoundException {
    assertThat(explore("LooksBetween", SC).verdict()).isEqualTo(Verdict.PROVED);
    Result r = explore("LooksBetween", JMM);
    assertThat(r.outcome("1, 0").refutes()).as(r.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ArbiterLooks", "MayBeInherited", "LeftByAnInitializer"})
  void whereItIsNotOneOfTwoThingsItIsRefused(String name) throws ClassNotFoundException {
    assertThat(explore(name, JMM).reason())
        .contains("looks for what setup has left in a ThreadLocal");
  }
}
