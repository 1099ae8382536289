// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.StackTraces;

/** A program may look at traces of its own, and see what it would without the explorer. */
class StackTracesTest {
  @ParameterizedTest
  @ValueSource(strings = {"Down", "ByTheJdk"})
  void aTraceHasWhatTheProgramHasCalled(String name) throws ClassNotFoundException {
    Result r = explored(name);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).contains("one length of each stack trace");
  }

  @Test
  void thatOfAnotherIsRefused() throws ClassNotFoundException {
    Result r = explored("OfAnother");

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason())
        .startsWith("looks at the stack trace of a java.lang.Throwable that others may have made");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FilledInByItself", "KeptByAClass"})
  void whatIsNotMadeYetHasNoMonitor(String name) throws ClassNotFoundException {
    Result r = explored(name);

    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).as(r::toString).isNull();
  }

  private static Result explored(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(StackTraces.class.getName() + "$" + name);
    return Explorer.explore(test, Set.of(JMM), Settings.DEFAULT).get(JMM);
  }
}
