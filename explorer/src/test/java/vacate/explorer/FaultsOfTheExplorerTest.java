// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;

/** What goes wrong in the explorer, or in the JDK that it calls for itself, is nobody's outcome. */
class FaultsOfTheExplorerTest {
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Ends {
    volatile int x;

    @Actor
    public void actor(I_Result r) {
      r.r1 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Catches {
    volatile int x;

    @Actor
    public void actor(I_Result r) {
      try {
        r.r1 = x;
      } catch (RuntimeException e) {
        r.r1 = -1;
      }
    }
  }

  private static void explore(Class<?> test, Modes broken) {
    ClassLoader loader = test.getClassLoader();
    new Exploration(
            new TestReader(loader).read(test.getName()).orElseThrow(),
            loader,
            MemoryModel.SC,
            Bounds.DEFAULT,
            Progress.NONE,
            broken,
            Watch.NONE)
        .run();
  }

  @ParameterizedTest
  @ValueSource(classes = {Ends.class, Catches.class})
  void anExceptionOfTheExplorerIsNoOutcome(Class<?> test) {
    assertThatThrownBy(
            () ->
                explore(
                    test,
                    (access, site) -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessageContaining("internal error")
        .hasRootCauseMessage("broken");
  }

  @ParameterizedTest
  @ValueSource(classes = {Ends.class, Catches.class})
  void anExceptionOfTheJdkThatTheExplorerCausesIsNoOutcome(Class<?> test) {
    assertThatThrownBy(() -> explore(test, (access, site) -> Integer.parseInt("broken")))
        .hasMessageContaining("internal error")
        .hasRootCauseMessage("For input string: \"broken\"");
  }
}
