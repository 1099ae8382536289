// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Dependencies;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** Java promises nothing for a data dependency; who takes it to be kept can prove more. */
class DependenciesTest {
  private static final String NEEDS = "It needs a compiler that breaks a data dependency";

  private static StressTest test(String name) {
    return new TestReader(Dependencies.class.getClassLoader())
        .read(Dependencies.class.getName() + "$" + name)
        .orElseThrow();
  }

  private static Map<MemoryModel, Result> explore(StressTest test) {
    return Explorer.explore(
        test,
        Dependencies.class.getClassLoader(),
        Set.of(JMM, PSO),
        Settings.DEFAULT,
        Progress.NONE);
  }

  private static String told(Result r) {
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    return ResultPrinter.print(r);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ReleaseFence", "StoreStoreFence", "LazySet", "TwoDeep", "Elements", "ReadAgain"})
  void aPublicationWithAFenceNeedsNoMoreThanADependency(String name) {
    assertThat(told(explore(test(name)).get(JMM))).contains(NEEDS);
    Map<MemoryModel, Result> kept = explore(test(name).keepingDependencies());
    assertThat(kept.get(JMM).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(kept.get(JMM).assumes())
        .isEqualTo("a compiler that keeps the data dependencies of the test");
    assertThat(kept.get(PSO).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(kept.get(PSO).assumes()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Plain", "Independent", "TwoWays", "InFunction", "Late"})
  void whatIsWrongWithoutThemIsSaidToBe(String name) {
    Result kept = explore(test(name).keepingDependencies()).get(JMM);
    assertThat(told(kept)).doesNotContain(NEEDS);
    assertThat(told(explore(test(name)).get(JMM))).doesNotContain(NEEDS);
    StressTest keeping = test(name).keepingDependencies();
    String token =
        kept.outcomes().stream()
            .filter(Outcome::refutes)
            .findFirst()
            .orElseThrow()
            .witness()
            .token();
    assertThat(
            Explorer.replay(keeping, Dependencies.class.getClassLoader(), JMM, token).text(false))
        .contains("read");
  }
}
