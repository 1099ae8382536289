// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.StartingInitializers;

/** Class initialisers that start threads are taken to have run before the actors. */
class StartingInitializersTest {
  private static Result explore(String name) throws ClassNotFoundException {
    String type = StartingInitializers.class.getName() + "$" + name;
    return Explorer.explore(Class.forName(type), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Looks", "TwoPools"})
  void whatIsPromisedIsProved(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("initialised before the actors run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LooksTooEarly", "LooksTooLate"})
  void whatIsNotPromisedIsRefuted(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "WaitForEachOther, a class initialiser",
    "WaitForEachOtherLate, a class initialiser",
    "WritesTooLate, a class initialiser",
    "IsMe, which thread has run a class initialiser",
    "IsOne, which thread has run a class initialiser",
    "LivesOn, looks at the thread that runs setup"
  })
  void whatNobodyCanSayIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(reason);
  }
}
