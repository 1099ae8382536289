// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Explorer;
import vacate.explorer.cases.FinalFields;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.search.Tally;

/** JLS 17.5: what dereference chains behind final fields show, and what they do not. */
class FinalFieldsTest {
  private static final ClassLoader LOADER = FinalFieldsTest.class.getClassLoader();

  /** Under SC and TSO alike, under PSO and under JMM. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Behind             | -1; 42         | -1; 42                 | -1; 42",
        "BehindPlain        | -1; 42         | -1; -2; 0; 42          | -1; -2; 0; 42",
        "WrittenLater       | -1; 43         | -1; 42; 43             | -1; 42; 43",
        "Deeper             | -1; 42         | -1; 42                 | -1; 42",
        "TwoWays            | -1; 42         | -1; 0; 42              | -1; 0; 42",
        "SecondWayLater     | -1, -1; 42, 42 | -1, -1; 42, -1; 42, 42"
            + " | -1, -1; 42, -1; 42, 0; 42, 42",
        "FrozenBySuperclass | -1; 42         | -1; 42                 | -1; 42",
        "WrittenBySubclass  | -1; 42         | -1; 0; 42              | -1; 0; 42",
        "Relayed            | -1; 42         | -1; 42                 | -1; 42",
      })
  void chainsShowWhatWasThereWhenTheConstructorEnded(
      String name, String inOrder, String pso, String jmm) throws ClassNotFoundException {
    Class<?> test = Class.forName(FinalFields.class.getName() + "$" + name);
    for (MemoryModel model : MemoryModel.values()) {
      String outcomes =
          switch (model) {
            case SC, TSO -> inOrder;
            case PSO -> pso;
            case JMM -> jmm;
          };
      assertThat(Explorer.explore(test, model).outcomeIds())
          .as(name + " under " + model)
          .containsExactlyInAnyOrder(outcomes.split("; "));
    }
  }

  @Test
  void j5LetsNothingBeMissedBehindAFinalField() {
    assertThat(outcomes(new JavaMemory())).doesNotContain("0");
    assertThat(
            outcomes(
                new JavaMemory() {
                  @Override
                  boolean j5(Graph g, int event) {
                    return true;
                  }
                }))
        .contains("0");
    assertThat(outcomes(new PartialStoreOrder())).doesNotContain("0");
    assertThat(
            outcomes(
                new PartialStoreOrder() {
                  @Override
                  boolean j5(Graph g, int event) {
                    return true;
                  }
                }))
        .contains("0");
  }

  /** What FinalFields says of them: there the axiom changes nothing. */
  @Test
  void storesInOrderNeedNoJ5() {
    assertThat(
            outcomes(
                new TotalStoreOrder() {
                  @Override
                  boolean j5(Graph g, int event) {
                    return true;
                  }
                }))
        .isEqualTo(outcomes(new TotalStoreOrder()));
  }

  private static List<String> outcomes(Axioms axioms) {
    StressTest test = new TestReader(LOADER).read(FinalFields.Behind.class.getName()).orElseThrow();
    WovenTest program = new WovenTest(test, LOADER, 100);
    return Tally.of(program.tape(), axioms).outcomes.keySet().stream()
        .map(Object::toString)
        .toList();
  }
}
