// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.cases.EscapingThis;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/** Final fields promise nothing of an object that others know before its constructor has ended. */
class EscapingThisTest {
  private static Result explore(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(EscapingThis.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @CsvSource({
    "SeenTooEarly, -1/0/42, EscapingThis$Told",
    "AssignedBefore, -1/7, EscapingThis$Named",
    "ByFunction, -1/0/42, EscapingThis$Asked",
  })
  void anObjectMayBeSeenBeforeItIsWhole(String name, String outcomes, String of)
      throws ClassNotFoundException {
    Result r = explore(name);
    assertThat(r.outcomeIds()).as(r.toString()).containsExactlyInAnyOrder(outcomes.split("/"));
    assertThat(r.assumes()).contains("nothing of the final fields of ").contains(of);
  }

  @Test
  void othersKeepTheirPromise() throws ClassNotFoundException {
    Result r = explore("NoneEscapes");
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes()).isNull();
  }

  @Test
  void itsWitnessIsReplayed() throws ClassNotFoundException {
    String name = EscapingThis.class.getName() + "$SeenTooEarly";
    ClassLoader loader = EscapingThis.class.getClassLoader();
    StressTest test = new TestReader(loader).read(name).orElseThrow();
    String token = Explorer.explore(Class.forName(name), JMM).outcome("0").witness().token();
    assertThat(Explorer.replay(test, loader, JMM, token).toString()).endsWith("outcome: 0");
  }
}
