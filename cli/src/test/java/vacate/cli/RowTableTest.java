// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.NOT_OBSERVED;
import static vacate.claim.Verdict.NOT_RUN;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.claim.Verdict.PROVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Row;
import vacate.claim.Topic;

class RowTableTest {
  private static final List<Row> ROWS =
      List.of(
          Rows.stress("protocol.P02_FreeVacate.Posted", OBSERVED, OBSERVED),
          Rows.lincheck(PROVED, PROVED));

  @Test
  void putsARowOnOneLineWhereThereIsRoom() {
    assertThat(new RowTable(160).lines(ROWS))
        .hasSize(3)
        .element(1)
        .asString()
        .contains("ok", "d1", "lock-bit-lost", "posted", "OBSERVED", "153 in 1.9 M");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100})
  void staysWithinANarrowTerminal(int width) {
    assertThat(new RowTable(width).lines(ROWS))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
  }

  @Test
  void marksARowThatIsNotAsDeclaredAndSaysWhy() {
    List<String> lines = new RowTable(160).lines(List.of(Rows.stress("t", NOT_RUN, NOT_OBSERVED)));

    assertThat(lines.get(1)).startsWith("!!").contains("NOT RUN");
    assertThat(lines.get(2)).contains("the test JVM did not come back");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 160})
  void marksAClaimThatHasAConditionAdded(int width) {
    Row row = Rows.explorer("sc", PROVED, PROVED).of(Topic.of(Claim.C10, Form.QUALIFIED));

    assertThat(new RowTable(width).lines(List.of(row))).anyMatch(line -> line.contains("C10 if "));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "9999,9999", "10000,10 k", "999999,999 k", "1900000,1.9 M", "250000000,250 M"})
  void shortensCounts(long n, String text) {
    assertThat(RowTable.count(n)).isEqualTo(text);
  }

  @Test
  void namesTheEvidenceOfEachJudge() {
    assertThat(RowTable.evidence(Rows.lincheck(PROVED, PROVED))).isEqualTo("170 k runs, depth 7");
  }

  @Test
  void ofAnExplorationItTellsModelAndTime() {
    assertThat(RowTable.evidence(Rows.explorer("jmm", PROVED)))
        .isEqualTo("274 executions, jmm, 0.1 s");
    assertThat(RowTable.evidence(Rows.explorer("sc,tso,pso,jmm", PROVED)))
        .isEqualTo("274 executions, all models, 0.1 s");
  }
}
