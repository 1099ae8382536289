// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;

class AllowedOutcomesTest {
  private static final String DEKKER = "vacate.stress.control.DekkerVolatile";
  private static final String NESTED = "vacate.stress.protocol.P10_FreeFree.Posted";

  private static Row observed(String test, Row.Seen... outcomes) {
    return new Row(
        "control",
        "control",
        Kind.CONTROL,
        null,
        "jcstress",
        null,
        test,
        List.of(Verdict.NOT_OBSERVED),
        Verdict.NOT_OBSERVED,
        null,
        null,
        1L,
        null,
        Stream.of(outcomes).mapToLong(Row.Seen::count).sum(),
        0L,
        null,
        null,
        List.of(outcomes),
        1);
  }

  private static List<Row> check(List<Row> rows) {
    return new AllowedOutcomes(text -> {}).check(rows);
  }

  private static Row.Seen seen(String id, long count) {
    return new Row.Seen(id, "ACCEPTABLE", "", count);
  }

  @Test
  void whatTheModelAllowsHoldsInOneRow() {
    List<Row> rows =
        check(
            List.of(
                observed(DEKKER, seen("1, 1", 7), seen("0, 1", 1)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(rows.get(0).test()).isEqualTo("2 tests");
    assertThat(rows.get(0).reason()).startsWith("3 outcomes observed");
  }

  @Test
  void whatItDoesNotAllowIsLoud() {
    List<Row> rows =
        check(
            List.of(
                observed(DEKKER, seen("0, 0", 2), seen("1, 1", 5)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.PROVED, Verdict.REFUTED);
    assertThat(rows.get(1).test()).isEqualTo(DEKKER);
    assertThat(rows.get(1).reason())
        .isEqualTo(
            "\"0, 0\" was observed 2 times and jmm does not allow it:"
                + " the model is wrong, or this JVM");
    assertThat(ExitCode.of(rows)).isEqualTo(ExitCode.DIFFERS);
  }

  @Test
  void whatWasDeclaredAndNotObservedSaysNothing() {
    assertThat(check(List.of(observed(DEKKER, seen("0, 0", 0))))).isEmpty();
  }

  @Test
  void whatATestThatCannotBeExhaustedDoesNotFindIsNoDifference() {
    String beyond = "vacate.stress.protocol.P17_AllocFreeVacateVacate.Corrected";
    List<Row> rows = check(List.of(observed(beyond, seen("nobody has seen this", 3))));
    assertThat(rows).singleElement().extracting(Row::verdict).isEqualTo(Verdict.BOUNDED);
    assertThat(ExitCode.of(rows)).isEqualTo(ExitCode.AS_DECLARED);
    assertThat(rows.get(0).reason()).contains("observed 3 times and not found");
  }

  @Test
  void whatCtrlCComesBeforeIsInterruptedInOneRow() {
    AllowedOutcomes allowed = new AllowedOutcomes(text -> {});
    allowed.stop();
    List<Row> rows =
        allowed.check(
            List.of(
                observed(DEKKER, seen("1, 1", 7)),
                observed(NESTED, seen("TO_PARTIAL, DISCARDED, FREE", 3))));
    assertThat(rows).singleElement().extracting(Row::verdict).isEqualTo(Verdict.INTERRUPTED);
    assertThat(rows.get(0).test()).isEqualTo("2 tests");
  }

  @Test
  void howFarItIsIsTold() {
    List<String> told = new ArrayList<>();
    new AllowedOutcomes(told::add).check(List.of(observed(DEKKER, seen("1, 1", 7))));
    assertThat(told).containsExactly("explorer: are the outcomes of 1 test allowed? 1 done");
  }
}
