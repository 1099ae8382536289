// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StressTestTest {
  private static StressTest with(Clause... clauses) {
    return new StressTest(
        "a.B$C",
        List.of(new TestMethod("x", "()V")),
        null,
        null,
        false,
        "a.B$C",
        List.of(clauses),
        null);
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
  void theFirstIdAndTheFirstPatternCountAndTheLastDefault() {
    StressTest test =
        with(
            new Clause(List.of(), Expectation.FORBIDDEN, "first default"),
            new Clause(List.of("1", "2"), Expectation.ACCEPTABLE, "first"),
            new Clause(List.of("2", "3.*", ""), Expectation.FORBIDDEN, "second"),
            new Clause(List.of("3+"), Expectation.ACCEPTABLE, "third"));
    assertThat(test.clauseFor("2").description()).isEqualTo("first");
    assertThat(test.clauseFor("33").description()).isEqualTo("second");
    assertThat(test.clauseFor("4").description()).isEqualTo("second");
  }

  @Test
  void aPatternMustMatchTheWholeResult() {
    StressTest test = with(new Clause(List.of("(0|1), 1"), Expectation.ACCEPTABLE, "pattern"));
    assertThat(test.clauseFor("0, 1").expect()).isEqualTo(Expectation.ACCEPTABLE);
    assertThat(test.clauseFor("0, 11").expect()).isEqualTo(Expectation.FORBIDDEN);
  }

  @Test
  void theNameIsThatOfJcstress() {
    assertThat(with().name()).isEqualTo("a.B.C");
  }
}
