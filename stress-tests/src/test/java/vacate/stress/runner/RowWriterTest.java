// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.NOT_OBSERVED;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.stress.runner.Tests.bad;
import static vacate.stress.runner.Tests.good;
import static vacate.stress.runner.Tests.tally;
import static vacate.stress.runner.Tests.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Row;
import vacate.claim.Standing;
import vacate.claim.Verdict;
import vacate.stress.runner.fork.ForkResult;

class RowWriterTest {
  private static final Path DIRECTORY = Path.of("run");

  @Test
  void aRowSaysWhatTheTestIsAndWhatWasSeen() {
    Row row = row(tally(test(OBSERVED), bad()));
    assertThat(row.id()).isEqualTo("control");
    assertThat(row.judge()).isEqualTo("jcstress");
    assertThat(row.model()).isNull();
    assertThat(row.samples()).isEqualTo(1_000_000);
    assertThat(row.observed()).isEqualTo(1);
    assertThat(row.runs()).isEqualTo(1);
    assertThat(row.reason()).isNull();
    assertThat(row.asExpected()).isTrue();
    assertThat(row.witness()).isEqualTo(DIRECTORY.resolve(row.test()).toString());
  }

  @Test
  void aTestThatCouldNotBeRunHasNoCountsAndTheReason() {
    Row row = row(tally(test(OBSERVED), Tests.FAILED, Tests.FAILED));
    assertThat(row.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(row.samples()).isNull();
    assertThat(row.observed()).isNull();
    assertThat(row.reason()).isEqualTo("the JVM failed");
    assertThat(row.asExpected()).isFalse();
  }

  @Test
  void forksThatFailedAmongOthersAreCounted() {
    Row row = row(tally(test(NOT_OBSERVED), good(1_000_000), Tests.TIMEOUT, Tests.TIMEOUT));
    assertThat(row.reason()).isEqualTo("2 of 3 forks failed: timeout");
  }

  @Test
  void tooFewSamplesAreSaidToBeTooFew() {
    Row row = row(tally(test(NOT_OBSERVED), good(10), Tests.TIMEOUT, Tests.TIMEOUT));
    assertThat(row.reason()).endsWith("only 10 of 100000 samples");
  }

  @Test
  void moreActorsThanProcessorsAreNeverSilent() {
    assertThat(row(tally(test(4, "", OBSERVED), bad())).reason())
        .startsWith("4 actors share 2 CPUs");
    assertThat(row(tally(test(2, "", OBSERVED), bad())).reason()).isNull();
  }

  @Test
  void whyBothVerdictsAreRightIsRepeated() {
    assertThat(row(tally(test(2, "it varies", OBSERVED, NOT_OBSERVED), bad())).reason())
        .isEqualTo("it varies");
  }

  @Test
  void aForbiddenOutcomeIsNotAsExpectedEvenWhereAnotherIs() {
    Row row = row(tally(test(OBSERVED), ForkResult.done(Map.of("0, 0", 1L, "7, 7", 1L))));
    assertThat(row.verdict()).isEqualTo(OBSERVED);
    assertThat(row.asExpected()).isFalse();
    assertThat(row.reason()).isEqualTo("forbidden outcome \"7, 7\" seen");
  }

  @Test
  void whatTheTimeWasTooShortForSaysSo() {
    assertThat(row(tally(test(NOT_OBSERVED))).reason())
        .isEqualTo("the time was up before its turn");
    assertThat(row(tally(test(NOT_OBSERVED), good(70))).reason())
        .isEqualTo("only 70 of 100000 samples");
    assertThat(row(tally(test(OBSERVED), good(217_901))).reason())
        .isEqualTo("not seen in 217901 samples; it takes 10000000 to say that it is not seen here");
    assertThat(row(tally(test(NOT_OBSERVED), good(100_000))).reason()).isNull();
  }

  @Test
  void whatWasStoppedBeforeItWasDecidedIsInterruptedAndNothingElse() {
    Row none = onlyRow(writer(true), tally(test(OBSERVED)));
    assertThat(none.verdict()).isEqualTo(Verdict.INTERRUPTED);
    assertThat(none.reason()).isEqualTo("interrupted before its turn");
    Row some = onlyRow(writer(true), tally(test(OBSERVED), good(1_000_000)));
    assertThat(some.verdict()).isEqualTo(Verdict.INTERRUPTED);
    assertThat(some.reason()).isEqualTo("interrupted after 1000000 samples");
    assertThat(onlyRow(writer(true), tally(test(OBSERVED), Tests.FAILED)).verdict())
        .isEqualTo(Verdict.INTERRUPTED);
  }

  @Test
  void whatWasDecidedBeforeARunWasStoppedStays() {
    assertThat(onlyRow(writer(true), tally(test(OBSERVED), bad())).verdict()).isEqualTo(OBSERVED);
    assertThat(onlyRow(writer(true), tally(test(NOT_OBSERVED), good(100_000))).verdict())
        .isEqualTo(NOT_OBSERVED);
    assertThat(onlyRow(writer(true), tally(test(NOT_OBSERVED), bad())).standing())
        .isEqualTo(Standing.DIFFERS);
    assertThat(onlyRow(writer(true), tally(test(OBSERVED), Tests.FAILED, Tests.FAILED)).verdict())
        .isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void whatWasLeftOutSaysWhatItWouldHaveTaken() {
    Row row =
        writer(false)
            .leftOut(
                new Plan.LeftOut(test(OBSERVED), Plan.Cause.NO_TIME, Duration.ofMillis(62_500)));
    assertThat(row.standing()).isEqualTo(Standing.LEFT_OUT);
    assertThat(row.samples()).isNull();
    assertThat(row.witness()).isNull();
    assertThat(row.reason())
        .isEqualTo(
            "it would take 62 s on this machine as it is now, and the time does not suffice for"
                + " all");
  }

  private static Row row(Tally tally) {
    return onlyRow(writer(false), tally);
  }

  private static Row onlyRow(RowWriter writer, Tally tally) {
    List<Row> rows = writer.rows(tally);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static RowWriter writer(boolean stopped) {
    return new RowWriter(new Topology(2, 2), DIRECTORY, stopped);
  }

  @Test
  void aForbiddenOutcomeIsNotAsExpectedInATestThatShowsSeveralDefectsEither() {
    Tally tally =
        tally(
            posted("P04_AllocVacatePartial"),
            ForkResult.done(Map.of("TWICE, made_up, WRECK", 7L, "ELSEWHERE, x, y", 200_000L)));

    assertThat(tally.forbidden()).isNotEmpty();
    assertThat(onlyRow(writer(false), tally).asExpected()).isFalse();
  }

  private static StressTest posted(String name) {
    return StressSuite.tests().stream()
        .filter(test -> test.name().endsWith(name + ".Posted"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTestThatShowsSeveralDefectsHasARowForEach() {
    StressTest freeVacate = posted("P06_FreeVacateLast");
    Tally tally =
        tally(
            freeVacate,
            ForkResult.done(
                Map.of(
                    "DISCARDED, EMPTY=1, FREE", 200_000L, "DISCARDED, bit_spin_unlock, FREE", 7L)));

    List<Row> rows = writer(false).rows(tally);

    assertThat(rows).extracting(Row::id).containsExactly("d1", "c", "b", "d2");
    assertThat(rows).extracting(Row::observed).containsExactly(7L, 0L, 0L, 0L);
    assertThat(rows.get(0).expected()).containsExactly(OBSERVED);
    assertThat(rows.get(0).verdict()).isEqualTo(OBSERVED);
    assertThat(rows.get(1).verdict()).isEqualTo(NOT_OBSERVED);
    assertThat(rows.get(2).asExpected()).isTrue();
    assertThat(rows.get(2).reason()).contains("seen less often than d1 in the same test");
  }

  @Test
  void nothingIsAskedOfADefectThatComesAlongWithAnother() {
    Tally tally =
        tally(
            posted("P06_FreeVacateLast"),
            ForkResult.done(
                Map.of("DISCARDED, EMPTY=1, FREE", 5L, "DISCARDED, bit_spin_unlock, FREE", 7L)));

    List<Row> rows = writer(false).rows(tally);

    assertThat(rows).extracting(Row::verdict).contains(Verdict.INCONCLUSIVE);
    assertThat(rows).allMatch(Row::asExpected);
    assertThat(writer(true).rows(tally)).allMatch(Row::asExpected);
  }
}
