// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Optionals;

/** An {@code Optional} never changes; what it holds may. */
class SharedOptionalsTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(Optionals.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HoldsAValue", "HoldsAnObject", "HoldsWhatItWasGiven", "HoldsANumber"})
  void isWhatItWasMadeWith(String name) throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).hasSizeGreaterThan(1);
    assertThat(r.assumes()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = "WhatItHoldsRaces")
  void orderIsNotMadeByIt(String name) throws ClassNotFoundException {
    assertThat(explore(name).verdict()).isEqualTo(Verdict.REFUTED);
  }
}
