// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.INCONCLUSIVE;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.NOT_RUN;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.stress.runner.Tests.bad;
import static vacate.stress.runner.Tests.good;
import static vacate.stress.runner.Tests.tally;
import static vacate.stress.runner.Tests.test;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Seen;
import vacate.explorer.jcstress.Expectation;
import vacate.stress.runner.fork.ForkResult;

class TallyTest {
  @Test
  void anInterestingOutcomeIsObservedHoweverFewSamplesThereAre() {
    Tally tally = tally(test(OBSERVED), ForkResult.done(Map.of("0, 0", 1L)));
    assertThat(tally.verdict()).isEqualTo(OBSERVED);
    assertThat(tally.observed()).isEqualTo(1);
    assertThat(tally.forbidden()).isEmpty();
  }

  @Test
  void anOutcomeThatNoAnnotationNamesIsForbiddenAndObserved() {
    Tally tally =
        tally(test(NOT_OBSERVED), ForkResult.done(Map.of("7, 7", 3L, "1, 1", 1_000_000L)));
    assertThat(tally.verdict()).isEqualTo(OBSERVED);
    assertThat(tally.observed()).isEqualTo(3);
    assertThat(tally.forbidden())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.id()).isEqualTo("7, 7");
              assertThat(seen.expect()).isEqualTo(Expectation.FORBIDDEN);
              assertThat(seen.count()).isEqualTo(3);
            });
  }

  @Test
  void nothingBadIsNotObservedFromTheSampleFloorOn() {
    long floor = Tally.SAMPLE_FLOOR;
    assertThat(tally(test(NOT_OBSERVED), good(floor)).verdict()).isEqualTo(NOT_OBSERVED);
    assertThat(tally(test(NOT_OBSERVED), good(floor - 1)).verdict()).isEqualTo(INCONCLUSIVE);
    assertThat(tally(test(NOT_OBSERVED), good(floor - 1), good(1)).verdict())
        .isEqualTo(NOT_OBSERVED);
  }

  @Test
  void whatOnlyFailedWasNotRunAndWhatHadNoTurnIsUndecided() {
    assertThat(tally(test(OBSERVED)).verdict()).isEqualTo(INCONCLUSIVE);
    assertThat(tally(test(OBSERVED), Tests.TIMEOUT).verdict()).isEqualTo(NOT_RUN);
  }

  @Test
  void theOutcomesOfAllForksAddUpAndThoseNotSeenAreListedWithNone() {
    Tally tally = tally(test(OBSERVED), good(5), Tests.FAILED, good(7));
    assertThat(tally.outcomes())
        .contains(new Seen("1, 1", Expectation.ACCEPTABLE, "some order of the four accesses", 12))
        .contains(
            new Seen("0, 0", Expectation.ACCEPTABLE_INTERESTING, "both loads overtook a store", 0));
    assertThat(tally.samples()).isEqualTo(12);
    assertThat(tally.millis()).isEqualTo(1500);
  }

  @Test
  void aForkThatWasStoppedDoesNotCount() {
    assertThat(tally(test(OBSERVED), Tests.STOPPED).forks()).isZero();
  }

  @Test
  void whatMustBeSeenAndIsNotContradictsThatOnlyAfterManyMoreSamples() {
    assertThat(tally(test(OBSERVED), good(Tally.ABSENCE_FLOOR - 1)).verdict())
        .isEqualTo(INCONCLUSIVE);
    assertThat(tally(test(OBSERVED), good(Tally.ABSENCE_FLOOR)).verdict()).isEqualTo(NOT_OBSERVED);
  }

  @Test
  void whatWasSeenIsSettled() {
    assertThat(tally(test(OBSERVED), bad()).isSettled()).isTrue();
    assertThat(tally(test(NOT_OBSERVED), bad()).isSettled()).isTrue();
    assertThat(tally(test(OBSERVED), good(1_000_000)).isSettled()).isFalse();
    assertThat(tally(test(NOT_OBSERVED), good(1_000_000)).isSettled()).isFalse();
  }

  @Test
  void onlyWhatMustBeSeenWaitsForItUntilItIs() {
    assertThat(tally(test(OBSERVED), good(1_000_000)).isStillToBeSeen()).isTrue();
    assertThat(tally(test(OBSERVED), bad()).isStillToBeSeen()).isFalse();
    assertThat(tally(test(OBSERVED), Tests.FAILED, Tests.FAILED).isStillToBeSeen()).isFalse();
    assertThat(tally(test(NOT_OBSERVED)).isStillToBeSeen()).isFalse();
    assertThat(tally(test(OBSERVED, NOT_OBSERVED)).isStillToBeSeen()).isFalse();
  }

  @Test
  void aTestThatOnlyFailsIsGivenUpAndOneThatHangsSooner() {
    assertThat(tally(test(OBSERVED)).isGivenUp()).isFalse();
    assertThat(tally(test(OBSERVED), Tests.FAILED).isGivenUp()).isFalse();
    assertThat(tally(test(OBSERVED), Tests.FAILED, Tests.FAILED).isGivenUp()).isTrue();
    assertThat(tally(test(OBSERVED), Tests.TIMEOUT).isGivenUp()).isTrue();
    assertThat(tally(test(OBSERVED), good(1), Tests.TIMEOUT).isGivenUp()).isFalse();
    assertThat(tally(test(OBSERVED), good(1), Tests.TIMEOUT, Tests.TIMEOUT).isGivenUp()).isTrue();
  }
}
