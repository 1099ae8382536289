// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.junit.ResultAssert.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.Result;
import vacate.junit.cases.Mailbox;
import vacate.junit.cases.Unjudged;

class ResultAssertTest {
  private static final Result REFUTED = Explore.of(Mailbox.Plain.class).under(JMM);
  private static final Result PROVED = Explore.of(Mailbox.Plain.class).under(SC);
  private static final Result BOUNDED = Explore.of(Unjudged.Counting.class).under(JMM);
  private static final Result NOT_RUN = Explore.of(Unjudged.WithoutActor.class).under(JMM);

  @Test
  void whatIsSoHolds() {
    assertThat(PROVED)
        .isProved()
        .isExhausted()
        .sees("0, 0")
        .neverSees("1, 0", "17")
        .hasOutcomes("1, 42", "0, 0");
    assertThat(REFUTED)
        .isRefuted()
        .isExhausted()
        .refutes("1, 0")
        .sees("1, 42", "1, 0")
        .hasOutcomes("0, 0", "1, 0", "1, 42");
    assertThat(BOUNDED).isBounded();
    assertThat(NOT_RUN).isNotRun();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(REFUTED, a -> a.isProved(), "was to be PROVED, but 1, 0 comes about under jmm"),
        wrong(PROVED, a -> a.isRefuted(), "was to be REFUTED, but PROVED under sc"),
        wrong(PROVED, a -> a.isBounded(), "was to be BOUNDED, but PROVED under sc"),
        wrong(PROVED, a -> a.isNotRun(), "was to be NOT RUN, but PROVED under sc"),
        wrong(PROVED, a -> a.refutes("1, 0"), "1, 0 was to come about, but PROVED"),
        wrong(PROVED, a -> a.refutes("0, 0"), "0, 0 was to be what the test forbids, but"),
        wrong(PROVED, a -> a.sees("0, 0", "1, 0"), "1, 0 was to come about, but"),
        wrong(REFUTED, a -> a.neverSees("7", "1, 0"), "1, 0 was never to come about, but"),
        wrong(REFUTED, a -> a.hasOutcomes("0, 0", "1, 42"), "outcomes were to be [0, 0, 1, 42]"),
        wrong(BOUNDED, a -> a.neverSees("99"), "every execution was to be visited, but BOUNDED"),
        wrong(BOUNDED, a -> a.isExhausted(), "every execution was to be visited, but BOUNDED"),
        wrong(
            BOUNDED,
            a -> a.hasOutcomes(BOUNDED.outcomeIds().toArray(String[]::new)),
            "every execution was to be visited, but BOUNDED"),
        wrong(NOT_RUN, a -> a.neverSees("1"), "every execution was to be visited, but NOT RUN"),
        wrong(NOT_RUN, a -> a.hasOutcomes(), "every execution was to be visited, but NOT RUN"));
  }

  private static Arguments wrong(Result result, Consumer<ResultAssert> asked, String message) {
    return Arguments.of(
        result.verdict(), message, (Runnable) () -> asked.accept(assertThat(result)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrong")
  void whatIsNotSoIsSaidInAFailure(Object verdict, String message, Runnable asked) {
    assertThatThrownBy(asked::run).isInstanceOf(AssertionError.class).hasMessageContaining(message);
  }

  @Test
  void aFailureHasAllThatIsKnown() {
    assertThatThrownBy(() -> assertThat(REFUTED).isProved())
        .hasMessageContaining("How 1, 0 comes about:")
        .hasMessageContaining("replay token: v1.");
  }
}
