// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.SharedHolders;

/** Properties and what is observed are code where threads share them. */
class SharedHoldersTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(SharedHolders.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PropertiesInOrder", "ObserverIsAdded"})
  void whatTheyPromiseIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("java.util as implemented by JDK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"PropertiesTheOtherWay|null, 2", "ObserverIsToldTwice|1"})
  void whatTheyDoNotIsRefuted(String name, String by) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcome(by).refutes()).isTrue();
  }

  @Test
  void propertiesAreReadByNobody() throws ClassNotFoundException {
    assertThat(explore("PropertiesThatAreRead").reason()).contains("java.io.StringReader");
  }
}
