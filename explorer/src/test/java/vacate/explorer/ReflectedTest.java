// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Reflected;
import vacate.explorer.model.MemoryModel;

/** An access by reflection is the one that an instruction makes that names the field. */
class ReflectedTest {
  @ParameterizedTest
  @CsvSource({
    "PlainMessage, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 0 / 1, 1'",
    "VolatileMessage, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 1'",
    "OfOneField, '1, 0 / 2, 0 / 3, 0', '1, 0 / 2, 0 / 3, 0'",
    "OfAnotherType, another type, another type",
    "OfNothing, null, null",
    "OfSomebodyElse, not accessible, not accessible",
    "OfANestmate, 0 / 1, 0 / 1",
  })
  void isAnAccessOfTheField(String name, String sc, String jmm) throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explored(name);

    assertThat(results.get(SC).outcomeIds())
        .as(results.get(SC).toString())
        .containsExactlyInAnyOrder(sc.split(" / "));
    assertThat(results.get(JMM).outcomeIds())
        .as(results.get(JMM).toString())
        .containsExactlyInAnyOrder(jmm.split(" / "));
  }

  @Test
  void isRefusedOfAFinalField() throws ClassNotFoundException {
    Result r = explored("WritesAFinal").get(SC);

    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith("a write to the final field x, at ");
  }

  private static Map<MemoryModel, Result> explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Reflected.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }
}
