// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.stress.runner.Tests.bad;
import static vacate.stress.runner.Tests.good;
import static vacate.stress.runner.Tests.tally;
import static vacate.stress.runner.Tests.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Judge;
import vacate.claim.Sampled;
import vacate.claim.Standing;
import vacate.claim.TopicKind;
import vacate.explorer.Verdict;
import vacate.stress.runner.fork.ForkResult;

class SampledFindingsTest {
  private static final Path DIRECTORY = Path.of("run");

  @Test
  void aRowSaysWhatTheTestIsAndWhatWasSeen() {
    Sampled finding = finding(tally(test(OBSERVED), bad()));
    assertThat(finding.kind()).isEqualTo(TopicKind.CONTROL);
    assertThat(finding.judge()).isEqualTo(Judge.JCSTRESS);
    assertThat(finding.model()).isNull();
    assertThat(finding.samples()).isEqualTo(new Sampled.Samples(1_000_000, 1));
    assertThat(finding.forks()).isEqualTo(1);
    assertThat(finding.reason()).isNull();
    assertThat(finding.asExpected()).isTrue();
    assertThat(finding.results()).isEqualTo(DIRECTORY.resolve(finding.test()).toString());
  }

  @Test
  void aTestThatCouldNotBeRunHasNoCountsAndTheReason() {
    Sampled finding = finding(tally(test(OBSERVED), Tests.FAILED, Tests.FAILED));
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(finding.samples()).isNull();
    assertThat(finding.reason()).isEqualTo("the JVM failed");
    assertThat(finding.asExpected()).isFalse();
  }

  @Test
  void forksThatFailedAmongOthersAreCounted() {
    Sampled finding =
        finding(tally(test(NOT_OBSERVED), good(1_000_000), Tests.TIMEOUT, Tests.TIMEOUT));
    assertThat(finding.reason()).isEqualTo("2 of 3 forks failed: timeout");
  }

  @Test
  void tooFewSamplesAreSaidToBeTooFew() {
    Sampled finding = finding(tally(test(NOT_OBSERVED), good(10), Tests.TIMEOUT, Tests.TIMEOUT));
    assertThat(finding.reason()).endsWith("only 10 of 100000 samples");
  }

  @Test
  void moreActorsThanProcessorsAreNeverSilent() {
    assertThat(finding(tally(test(4, "", OBSERVED), bad())).reason())
        .startsWith("4 actors share 2 CPUs");
    assertThat(finding(tally(test(2, "", OBSERVED), bad())).reason()).isNull();
  }

  @Test
  void whyBothVerdictsAreRightIsRepeated() {
    assertThat(finding(tally(test(2, "it varies", OBSERVED, NOT_OBSERVED), bad())).reason())
        .isEqualTo("it varies");
  }

  @Test
  void aForbiddenOutcomeIsNotAsExpectedEvenWhereAnotherIs() {
    Sampled finding =
        finding(tally(test(OBSERVED), ForkResult.done(Map.of("0, 0", 1L, "7, 7", 1L))));
    assertThat(finding.verdict()).isEqualTo(OBSERVED);
    assertThat(finding.asExpected()).isFalse();
    assertThat(finding.reason()).isEqualTo("forbidden outcome \"7, 7\" seen");
  }

  @Test
  void whatTheTimeWasTooShortForSaysSo() {
    assertThat(finding(tally(test(NOT_OBSERVED))).reason())
        .isEqualTo("the time was up before its turn");
    assertThat(finding(tally(test(NOT_OBSERVED), good(70))).reason())
        .isEqualTo("only 70 of 100000 samples");
    assertThat(finding(tally(test(OBSERVED), good(217_901))).reason())
        .isEqualTo("not seen in 217901 samples; it takes 10000000 to say that it is not seen here");
    assertThat(finding(tally(test(NOT_OBSERVED), good(100_000))).reason()).isNull();
  }

  @Test
  void whatWasStoppedBeforeItWasDecidedIsInterruptedAndNothingElse() {
    Sampled none = only(findings(true), tally(test(OBSERVED)));
    assertThat(none.verdict()).isEqualTo(Verdict.INTERRUPTED);
    assertThat(none.reason()).isEqualTo("interrupted before its turn");
    Sampled some = only(findings(true), tally(test(OBSERVED), good(1_000_000)));
    assertThat(some.verdict()).isEqualTo(Verdict.INTERRUPTED);
    assertThat(some.reason()).isEqualTo("interrupted after 1000000 samples");
    assertThat(only(findings(true), tally(test(OBSERVED), Tests.FAILED)).verdict())
        .isEqualTo(Verdict.INTERRUPTED);
  }

  @Test
  void whatWasDecidedBeforeARunWasStoppedStays() {
    assertThat(only(findings(true), tally(test(OBSERVED), bad())).verdict()).isEqualTo(OBSERVED);
    assertThat(only(findings(true), tally(test(NOT_OBSERVED), good(100_000))).verdict())
        .isEqualTo(NOT_OBSERVED);
    assertThat(only(findings(true), tally(test(NOT_OBSERVED), bad())).standing())
        .isEqualTo(Standing.DIFFERS);
    assertThat(only(findings(true), tally(test(OBSERVED), Tests.FAILED, Tests.FAILED)).verdict())
        .isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void whatWasLeftOutSaysWhatItWouldHaveTaken() {
    Sampled finding =
        findings(false)
            .leftOut(
                new Plan.LeftOut(test(OBSERVED), Plan.Cause.NO_TIME, Duration.ofMillis(62_500)));
    assertThat(finding.standing()).isEqualTo(Standing.LEFT_OUT);
    assertThat(finding.samples()).isNull();
    assertThat(finding.results()).isNull();
    assertThat(finding.reason())
        .isEqualTo(
            "it would take 62 s on this machine as it is now, and the time does not suffice for"
                + " all");
  }

  private static Sampled finding(Tally tally) {
    return only(findings(false), tally);
  }

  private static Sampled only(SampledFindings findings, Tally tally) {
    List<Sampled> all = findings.of(tally);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static SampledFindings findings(boolean stopped) {
    return new SampledFindings(new Topology(2, 2), DIRECTORY, stopped);
  }

  @Test
  void aForbiddenOutcomeIsNotAsExpectedInATestThatShowsSeveralDefectsEither() {
    Tally tally =
        tally(
            posted("P04_AllocVacatePartial"),
            ForkResult.done(Map.of("TWICE, made_up, WRECK", 7L, "ELSEWHERE, x, y", 200_000L)));

    assertThat(tally.forbidden()).isNotEmpty();
    assertThat(only(findings(false), tally).asExpected()).isFalse();
  }

  private static HardwareTest posted(String name) {
    return StressSuite.tests().stream()
        .filter(test -> test.name().endsWith(name + ".Posted"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTestThatShowsSeveralDefectsHasARowForEach() {
    HardwareTest freeVacate = posted("P06_FreeVacateLast");
    Tally tally =
        tally(
            freeVacate,
            ForkResult.done(
                Map.of(
                    "DISCARDED, EMPTY=1, FREE", 200_000L, "DISCARDED, bit_spin_unlock, FREE", 7L)));

    List<Sampled> findings = findings(false).of(tally);

    assertThat(findings)
        .extracting(one -> one.topics().get(0).id())
        .containsExactly("d1", "c", "b", "d2");
    assertThat(findings).extracting(one -> one.samples().bad()).containsExactly(7L, 0L, 0L, 0L);
    assertThat(findings.get(0).expected()).containsExactly(OBSERVED);
    assertThat(findings.get(0).verdict()).isEqualTo(OBSERVED);
    assertThat(findings.get(1).verdict()).isEqualTo(NOT_OBSERVED);
    assertThat(findings.get(2).asExpected()).isTrue();
    assertThat(findings.get(2).reason()).contains("seen less often than d1 in the same test");
  }

  @Test
  void nothingIsAskedOfADefectThatComesAlongWithAnother() {
    Tally tally =
        tally(
            posted("P06_FreeVacateLast"),
            ForkResult.done(
                Map.of("DISCARDED, EMPTY=1, FREE", 5L, "DISCARDED, bit_spin_unlock, FREE", 7L)));

    List<Sampled> findings = findings(false).of(tally);

    assertThat(findings).extracting(Sampled::verdict).contains(Verdict.INCONCLUSIVE);
    assertThat(findings).allMatch(Sampled::asExpected);
    assertThat(findings(true).of(tally)).allMatch(Sampled::asExpected);
  }
}
