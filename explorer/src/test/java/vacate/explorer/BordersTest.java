// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.Borders;

/** What the JDK does behind the back of woven code is refused, the rest as the JDK does it. */
class BordersTest {
  @ParameterizedTest
  @CsvSource({
    "WritesArray, uses an array that the JDK was given before",
    "KeepsArray, uses an array that the JDK was given before",
    "PublishesKept, uses an array that the JDK was given before",
    "FillsArray, uses an array that the JDK was given before",
    "NestsArray, calls java.util.Objects.deepEquals with a shared array",
    "Condition, ReentrantLock.newCondition",
    "Missing, ReentrantLock.isLocked",
    "MissingInherited, isLocked",
    "MissingInSetup, ReentrantLock.newCondition",
  })
  void whatGoesUnseenIsRefused(String name, String what) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Borders.class.getName() + "$" + name), JMM);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(Borders.java:");
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
