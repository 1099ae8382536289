// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.OwnWriters;

/** An actor may write text and bytes that nobody else sees. */
class OwnWritersTest {
  @Test
  void whatAnActorKeepsToItselfItMayWrite() throws ClassNotFoundException {
    Result r = explored("Keeps");

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("x 0 1.5, 4 7", "x 1 1.5, 4 7");
  }

  @ParameterizedTest
  @CsvSource({
    "GivesAway, the reference to a java.io.StringReader made by an actor is shared",
    "WritesAFile, calls java.io.FileOutputStream.<init>",
    "SetsUpAFile, calls java.io.PrintStream.<init> of a file in setup",
    "ToldTheTime, calls java.util.logging.LogRecord.getMillis",
    "ToldTheDay, calls java.text.SimpleDateFormat.get2DigitYearStart",
    "PrintsAnObject, java.io.PrintWriter.print: relies on the identity hash code of a java.lang.Object",
  })
  void whatOthersSeeOrCouldTellIsRefused(String name, String reason) throws ClassNotFoundException {
    Result r = explored(name);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith(reason);
  }

  private static Result explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(OwnWriters.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(JMM), Settings.DEFAULT).get(JMM);
  }
}
