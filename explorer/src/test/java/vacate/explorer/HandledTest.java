// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Handled;
import vacate.explorer.model.MemoryModel;

/** To invoke a method handle is to execute the instruction that it stands for. */
class HandledTest {
  @ParameterizedTest
  @CsvSource({
    "PlainFields, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 0 / 1, 1'",
    "VolatileField, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 1'",
    "PrivateMethod, '1, 1 / 1, 2 / 2, 1', '1, 1 / 1, 2 / 2, 1'",
    "OverriddenMethod, '2, 0', '2, 0'",
    "Constructor, '-1, 0 / 7, 0', '-1, 0 / 7, 0 / 0, 0'",
    "OfAVarHandle, '0, 1 / 1, 0', '0, 1 / 1, 0'",
    "Elements, '0, 0 / 0, 1 / 1, 1', '0, 0 / 0, 1 / 1, 0 / 1, 1'",
    "Waits, '1, 0', '1, 0'",
    "WaitsForLock, '1, 0', '1, 0'",
    "OfTheJdk, '2, 3', '2, 3'",
    "Composed, '0, 0 / 2, 0', '0, 0 / 2, 0'",
    "OfAnotherType, another type, another type",
    "FindsNothing, no field, no field",
    "TwoOfOneField, '0, 0', '0, 0'",
    "Initializes, '5, 5 / 5, 6 / 6, 5', '5, 5 / 5, 6 / 6, 5'",
  })
  void isAnInstruction(String name, String sc, String jmm) throws ClassNotFoundException {
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
    "WritesAFinal, makes a method handle that writes the final field x",
    "CatchesAll, calls java.lang.invoke.MethodHandle.invokeExact",
    "Reveals, calls java.lang.invoke.MethodHandles$Lookup.revealDirect",
    "Describes, calls java.lang.invoke.MethodHandle.describeConstable",
    "PublishesAHandle, the reference to a java.lang.invoke",
  })
  void isRefusedWhereItMayDoMore(String name, String reason) throws ClassNotFoundException {
    Result r = explored(name).get(SC);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith(reason);
  }

  private static Map<MemoryModel, Result> explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Handled.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }
}
