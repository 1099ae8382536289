// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.ThreadsSaidOf;

class ThreadsSaidOfTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(ThreadsSaidOf.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pooled",
        "BySetup",
        "TooHigh",
        "Inherited",
        "OwnMethods",
        "TellsBefore",
        "WaitsForNothing",
        "WaitsInterrupted",
        "WorksForAPool"
      })
  void whatIsPromisedIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ByAnother", "TellsAnyTime"})
  void whatIsNotPromisedIsRefuted(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
    assertThat(r.outcomeIds()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "AsksTooLate, calls java.lang.Thread.getPriority of a thread that was started",
    "Inherits, calls java.lang.Thread.getPriority of a thread that has it of its maker",
    "StartsAService, calls java.lang.Thread.start",
    "SaysWhoHandles, in a thread that says who handles that",
    "CountsThreads, calls java.lang.Thread.activeCount",
    "AsksForLoader, calls java.lang.Thread.getContextClassLoader"
  })
  void whatNobodyCanSayIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(reason);
  }
}
