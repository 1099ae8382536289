// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.ThrowingInitializers;

/** Errors of linking that the program itself brings about are its outcomes, JLS 12.4.2. */
class ThrowingInitializersTest {
  @ParameterizedTest
  @CsvSource({
    "SetOffByActors, which an actor sets off",
    "CaughtAsRuntimeException, which an actor sets off",
    "HandlesRefusal, calls java.lang.System.setProperty",
    "SetOffByAnotherToo, 'Grave, whose initialiser an actor sets off, and which throws java.lang.No'",
    "SetOffByTwo, 'Grave, whose initialiser an actor sets off, and which throws java.lang.No'",
  })
  void whatAnInitializerMayNotDoIsRefusedWhoeverHandlesIt(String name, String what)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(ThrowingInitializers.class.getName() + "$" + name);
    Result r = Explorer.explore(test, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(ThrowingInitializers.java:");
  }

  @Test
  void aClassWhoseInitializerThrewInSetupStaysUnusable() {
    Result r = Explorer.explore(ThrowingInitializers.SetOffBySetup.class, SC);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("2, 2");
  }

  @Test
  void whatSetsItOffSeesItThrow() {
    Result r = Explorer.explore(ThrowingInitializers.SetOffByAnother.class, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("13, 13");
  }

  @Test
  void anErrorThatTheProgramMakesIsItsOwn() {
    Result r = Explorer.explore(ThrowingInitializers.ThrowsOfItsOwnAccord.class, SC);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactly("1, 2");
  }
}
