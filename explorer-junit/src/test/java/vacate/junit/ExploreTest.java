// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;
import static vacate.junit.ResultAssert.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import vacate.explorer.Result;
import vacate.junit.cases.Mailbox;
import vacate.junit.cases.Unjudged;
import vacate.junit.cases.inner.Dekker;

class ExploreTest {
  @Test
  void whatIsProvedIsNoFailure() {
    assertThatCode(() -> Explore.check(Mailbox.Volatile.class)).doesNotThrowAnyException();
    assertThatCode(() -> Explore.check(Mailbox.Plain.class, SC, TSO)).doesNotThrowAnyException();
  }

  @Test
  void whatIsRefutedIsAFailureWithTheSameTextAsOfTheEngine() {
    String byEngine =
        Engines.only(Engines.run(Mailbox.Plain.class)).getThrowable().orElseThrow().getMessage();

    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> Explore.check(Mailbox.Plain.class))
        .satisfies(
            failure ->
                org.assertj.core.api.Assertions.assertThat(withoutTime(failure.getMessage()))
                    .isEqualTo(withoutTime(byEngine)));
  }

  private static String withoutTime(String message) {
    return message.replaceAll("[0-9.]+ ms", "N ms");
  }

  @Test
  void whatIsRefutedUnderTwoModelsIsTwoFailures() {
    assertThatExceptionOfType(MultipleFailuresError.class)
        .isThrownBy(() -> Explore.check(Mailbox.Plain.class, JMM, SC, PSO))
        .satisfies(
            all ->
                org.assertj.core.api.Assertions.assertThat(all.getFailures())
                    .extracting(f -> f.getMessage().lines().findFirst().orElseThrow())
                    .containsExactly(
                        "vacate.junit.cases.Mailbox.Plain: 1, 0 comes about under pso, and is"
                            + " FORBIDDEN: an empty letter",
                        "vacate.junit.cases.Mailbox.Plain: 1, 0 comes about under jmm, and is"
                            + " FORBIDDEN: an empty letter"));
  }

  @Test
  void whatIsNotProvedIsAFailure() {
    assertThatThrownBy(() -> Explore.check(Unjudged.Counting.class))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("Counting: BOUNDED under jmm: ");
    assertThatThrownBy(() -> Explore.check(Unjudged.WithoutActor.class))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("WithoutActor: NOT RUN under jmm: ");
  }

  @Test
  void whatTheClassSaysOfItselfCounts() {
    assertThatCode(() -> Explore.check(Dekker.BrokenAsDeclared.class)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Explore.check(Dekker.MeantToBeBroken.class))
        .hasMessageContaining("was to be refuted, but PROVED under sc");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.of(Unjudged.WronglyDeclared.class))
        .withMessage("soon is no time; as 90s, 10m or 1h30m");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.of(Unjudged.BrokenUnasked.class))
        .withMessage("refutedUnder names jmm, which is not among the models");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.check(Unjudged.BrokenUnderAnother.class))
        .withMessage("refutedUnder names pso, which is not among the models");
    assertThatThrownBy(() -> Explore.check(Unjudged.BrokenUnderAnother.class, PSO))
        .hasMessageContaining("was to be refuted, but PROVED under pso");
  }

  @Test
  void aClassThatIsNoTestIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.of(Mailbox.class))
        .withMessage("vacate.junit.cases.Mailbox is no @JCStressTest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.of(Object.class))
        .withMessage("java.lang.Object is no @JCStressTest");
  }

  @Test
  void boundsMakeAResultBounded() {
    Explore volatiles = Explore.of(Mailbox.Volatile.class);

    assertThat(volatiles.maxExecutions(1).under(JMM)).isBounded();
    assertThat(volatiles.maxTime(Duration.ofNanos(1)).under(JMM)).isBounded();
    assertThat(Explore.of(Unjudged.Counting.class).under(JMM)).isBounded();
    assertThat(Explore.of(Unjudged.Counting.class).loopBound(9).under(JMM)).isProved();
  }

  @Test
  void strictnessForbidsWhatIsInteresting() {
    assertThat(Explore.of(Dekker.AsAround.class).under(TSO)).isProved();
    assertThat(Explore.of(Dekker.AsAround.class).strict().under(TSO)).refutes("0 and 0");
  }

  @Test
  void aTokenRebuildsTheWitness() {
    Explore plain = Explore.of(Mailbox.Plain.class);
    Result result = plain.under(List.of(JMM)).get(JMM);
    String token = result.outcome("1, 0").witness().token();

    org.assertj.core.api.Assertions.assertThat(plain.replay(JMM, token).execution().outcome())
        .isEqualTo("1, 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explore.of(Mailbox.Volatile.class).replay(JMM, token));
  }
}
