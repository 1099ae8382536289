// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StressTestTest {
  private static StressTest with(Clause... clauses) {
    return new StressTest(
        "a.B$C", List.of(new TestMethod("x", "()V")), null, null, false, "a.B$C", List.of(clauses));
  }

  @Test
  void anIdInSoManyWordsComesBeforeAPatternAndAPatternBeforeTheDefault() {
    StressTest test =
        with(
            new Clause(List.of(), Expectation.FORBIDDEN, "default"),
            new Clause(List.of("1, .*"), Expectation.ACCEPTABLE_INTERESTING, "pattern"),
            new Clause(List.of("1, 1"), Expectation.ACCEPTABLE, "words"));
    assertThat(test.clauseFor("1, 1").description()).isEqualTo("words");
    assertThat(test.clauseFor("1, 2").description()).isEqualTo("pattern");
    assertThat(test.clauseFor("2, 2").description()).isEqualTo("default");
  }

  @Test
  void anIdThatIsNoPatternIsOnlyItself() {
    StressTest test = with(new Clause(List.of("[1, 2"), Expectation.ACCEPTABLE, "list"));
    assertThat(test.clauseFor("[1, 2").description()).isEqualTo("list");
    assertThat(test.clauseFor("1").expect()).isEqualTo(Expectation.FORBIDDEN);
  }

  @Test
  void theNameIsThatOfJcstress() {
    assertThat(with().name()).isEqualTo("a.B.C");
  }
}
