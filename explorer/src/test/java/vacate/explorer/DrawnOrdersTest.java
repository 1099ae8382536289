// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.DrawnOrders;

/** An order that the JVM draws when it starts is explored, assumed or refused. */
class DrawnOrdersTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(DrawnOrders.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @CsvSource({"TwoInASet, 2", "NoneInASet, 2"})
  void whatHoldsIsProvedAndAllOfItIsSeen(String name, int outcomes) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).hasSize(outcomes);
  }

  @ParameterizedTest
  @ValueSource(strings = "SetupLooks")
  void whatSetupLooksAtIsAssumed(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("one order of each Set.of and Map.of that setup looks at");
  }

  @ParameterizedTest
  @ValueSource(strings = "ThreeInASet")
  void anOrderOfMoreIsRefused(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains("relies on the order of");
  }
}
