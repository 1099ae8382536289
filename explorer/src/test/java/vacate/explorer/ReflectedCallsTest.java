// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.CalledByReflection;
import vacate.explorer.model.MemoryModel;

/** A call by reflection does what an instruction does that names the method. */
class ReflectedCallsTest {
  @ParameterizedTest
  @CsvSource({
    "Adds, '1, 1 / 1, 2 / 2, 1', '1, 1 / 1, 2 / 2, 1'",
    "Locks, '2, 0', '2, 0'",
    "Makes, '-1, 0 / 7, 0', '-1, 0 / 7, 0 / 0, 0'",
    "Throws, taken / none is left, taken / none is left",
    "OfSomebodyElse, 'not accessible, 0 / not accessible, 1', "
        + "'not accessible, 0 / not accessible, 1'",
    "Finds, 'true, 1', 'true, 1'",
  })
  void isACall(String name, String sc, String jmm) throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explored(name);

    assertThat(results.get(SC).outcomeIds())
        .as(results.get(SC)::toString)
        .containsExactlyInAnyOrder(sc.split(" / "));
    assertThat(results.get(JMM).outcomeIds())
        .as(results.get(JMM)::toString)
        .containsExactlyInAnyOrder(jmm.split(" / "));
  }

  @ParameterizedTest
  @CsvSource({
    "FindsNothing, 'looks for the class nowhere.Missing, which is missing'",
    "FindsNoneWithSlashes, 'looks for the class vacate/explorer/cases/CalledByReflection, which is"
        + " missing'",
    "LacksAnArgument, calls java.lang.reflect.Method.invoke",
    "OfAStandIn, relies on the name of java.util.concurrent.atomic.AtomicInteger",
  })
  void isRefusedWhereTheAnswerIsNotKnown(String name, String reason) throws ClassNotFoundException {
    Result r = explored(name).get(SC);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith(reason);
  }

  private static Map<MemoryModel, Result> explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(CalledByReflection.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }
}
