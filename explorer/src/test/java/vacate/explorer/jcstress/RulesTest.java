// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.cases.Graded;
import vacate.explorer.cases.NotTaken;

/** The explorer takes the tests that jcstress takes, and grades them as jcstress does. */
class RulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NoActor               | a test without an @Actor",
        "TwoArbiters           | more than one @Arbiter: first, second",
        "TwoSignals            | more than one @Signal: one, other",
        "PrimitiveParameter    | a parameter that is neither @State nor @Result: int in actor",
        "ThreadParameter       |"
            + " a parameter that is neither @State nor @Result: java.lang.Thread in actor",
        "TwoStates             | more than one @State: NotTaken$One, NotTaken$Other",
        "StateBesidesItself    | more than one @State: NotTaken$One, NotTaken$StateBesidesItself",
        "TwoResults            | more than one @Result: I_Result, II_Result",
        "NoState               | a test without a @State",
        "FinalState            | a @State that is final: NotTaken$FinalState",
        "HiddenState           | a @State that is not public: NotTaken$HiddenState",
        "ProtectedState        | a @State that is not public: NotTaken$ProtectedState",
        "ResultIsHidden        | a @Result that is not public: NotTaken$HiddenResult",
        "ResultExtends         | a @Result that extends another class: NotTaken$ExtendingResult",
        "NoSignal              | a termination test without a @Signal",
        "TwoActorsToTerminate  | a termination test with more than one @Actor: one, other",
        "TerminatesWithAResult | a termination test with a @Result: I_Result",
        "TwoLines              | a description of an @Outcome with a line break: one line",
        "NoPattern             | an id of an @Outcome that is no regular expression: [0",
      })
  void whatJcstressDoesNotTakeIsNotRun(String name, String reason) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(NotTaken.class.getName() + "$" + name), SC);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(
            r.reason()
                .replace("vacate.explorer.cases.", "")
                .replace("org.openjdk.jcstress.infra.results.", ""))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Inherited                 | PROVED",
        "InheritedBesidesOwn       | PROVED",
        "Overridden                | REFUTED",
        "WithMetadata              | PROVED",
        "Unknown                   | REFUTED",
        "InheritedState            | PROVED",
        "NoResult                  | PROVED",
        "SignalOfNoTerminationTest | PROVED",
        "ArbiterOfATerminationTest | PROVED",
      })
  void whatItTakesIsGradedAsThere(String name, Verdict verdict) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(Graded.class.getName() + "$" + name), SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(verdict);
    assertThat(r.reason()).isNull();
  }

  @Test
  void theFirstOfEqualIdsIsThatOfTheMetadataThenOfSeveralThenOfOne() {
    assertThat(describe(Graded.WithMetadata.class)).isEqualTo("of the superclass");
    assertThat(describe(Graded.InheritedBesidesOwn.class)).isEqualTo("of the superclass");
    assertThat(describe(Graded.Overridden.class)).isEqualTo("own");
  }

  private static String describe(Class<?> test) {
    return Explorer.explore(test, SC).outcome("0").description();
  }
}
