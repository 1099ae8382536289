// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.Borders;

/** What the JDK does behind the back of woven code is refused, the rest as the JDK does it. */
class BordersTest {
  @ParameterizedTest
  @CsvSource({
    "WritesArray, uses an array that the JDK was given before",
  })
  void whatGoesUnseenIsRefused(String name, String what) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Borders.class.getName() + "$" + name), JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(Borders.java:");
  }

  /** Where the JDK's classes are code all is seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "KeepsArray",
        "PublishesKept",
        "FillsArray",
        "NestsArray",
        "Condition",
        "Missing",
        "MissingInherited",
        "MissingInSetup"
      })
  void whatIsCodeIsSeen(String name) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Borders.class.getName() + "$" + name), JMM);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aLockIsNotItsMonitor() {
    assertThat(Explorer.explore(Borders.LockAndMonitor.class, JMM).outcomeIds())
        .containsExactly("1", "2");
  }

  @Test
  void aLoopThatChangesAnArrayOfTheJdkGoesOn() {
    assertThat(Explorer.explore(Borders.CountsInArray.class, JMM).outcomeIds())
        .containsExactly("0", "1");
  }

  @Test
  void aHandleDoesNotWriteAFinalField() {
    assertThat(Explorer.explore(Borders.WritesFinal.class, JMM).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void whatCannotBeCopiedIsNot() {
    assertThat(Explorer.explore(Borders.CopiesTooMuch.class, JMM).outcomeIds())
        .containsExactly("-1, -1");
  }
}
