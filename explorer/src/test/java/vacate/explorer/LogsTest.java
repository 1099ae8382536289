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
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Logs;
import vacate.explorer.model.MemoryModel;

/** What an actor logs is for people, and orders nothing. */
class LogsTest {
  @ParameterizedTest
  @ValueSource(strings = {"OfLogging", "OfTheSystem", "AskedForByActors", "OfRecords"})
  void aLogOrdersNothing(String name) throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explored(name);

    assertThat(results.get(SC).outcomeIds())
        .as(results.get(SC)::toString)
        .containsExactlyInAnyOrder("0, 0", "0, 1", "1, 1");
    assertThat(results.get(JMM).outcomeIds())
        .as(results.get(JMM)::toString)
        .containsExactlyInAnyOrder("0, 0", "0, 1", "1, 0", "1, 1");
  }

  @ParameterizedTest
  @CsvSource({
    "TellsWhatIsShared, calls java.util.logging.Logger.severe",
    "AsksNobody, calls java.util.logging.Logger.info",
    "PrintsNoCharacters, calls java.io.PrintStream.print",
    "PrintsATextAsANumber, calls java.io.PrintStream.printf",
    "AsksForABundle, calls java.util.logging.Logger.getLogger with the name of a bundle",
    "ChangesTheLevel, calls java.util.logging.Logger.setLevel",
  })
  void whatDoesMoreIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explored(name).get(SC);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith(reason);
  }

  @Test
  void thereIsOneOfAName() throws ClassNotFoundException {
    Result one = explored("IsTheOneOfItsName").get(JMM);
    assertThat(one.verdict()).as(one::toString).isEqualTo(Verdict.PROVED);
    Result another = explored("IsOfAnotherName").get(JMM);
    assertThat(another.verdict()).as(another::toString).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatThrowsNothingIsLeftOut() throws ClassNotFoundException {
    Result r = explored("PrintsNothing").get(SC);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
  }

  private static Map<MemoryModel, Result> explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(Logs.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }
}
