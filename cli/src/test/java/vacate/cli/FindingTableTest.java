// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.NOT_RUN;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.claim.Claim;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Topic;
import vacate.explorer.model.MemoryModel;

class FindingTableTest {
  private static final List<TableLine> FINDINGS =
      List.of(
          TableLine.of(Findings.stress("protocol.P02_FreeVacate.Posted", OBSERVED, OBSERVED)),
          TableLine.of(Findings.lincheck(PROVED, PROVED)));

  @Test
  void putsAFindingOnOneLineWhereThereIsRoom() {
    assertThat(new FindingTable(160).lines(FINDINGS))
        .hasSize(3)
        .element(1)
        .asString()
        .contains("ok", "d1", "lock-bit-lost", "posted", "OBSERVED", "153 in 1.9 M");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100})
  void staysWithinANarrowTerminal(int width) {
    assertThat(new FindingTable(width).lines(FINDINGS))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
  }

  @Test
  void marksWhatIsNotAsDeclaredAndSaysWhy() {
    List<String> lines =
        new FindingTable(160)
            .lines(List.of(TableLine.of(Findings.stress("t", NOT_RUN, NOT_OBSERVED))));

    assertThat(lines.get(1)).startsWith("!!").contains("NOT RUN");
    assertThat(lines.get(2)).contains("the test JVM did not come back");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 160})
  void marksAClaimThatHasAConditionAdded(int width) {
    Finding finding =
        Findings.explorer(MemoryModel.SC, PROVED, PROVED)
            .about(Topic.of(Claim.C10, Form.QUALIFIED));

    assertThat(new FindingTable(width).lines(List.of(TableLine.of(finding))))
        .anyMatch(line -> line.contains("C10 if "));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "9999,9999", "10000,10 k", "999999,999 k", "1900000,1.9 M", "250000000,250 M"})
  void shortensCounts(long n, String text) {
    assertThat(TableLine.count(n)).isEqualTo(text);
  }

  @Test
  void namesTheEvidenceOfEachJudge() {
    assertThat(TableLine.of(Findings.lincheck(PROVED, PROVED)).evidence())
        .isEqualTo("170 k runs, depth 7");
  }

  @Test
  void ofAnExplorationItTellsModelAndTime() {
    assertThat(TableLine.of(Findings.explorer(MemoryModel.JMM, PROVED)).evidence())
        .isEqualTo("274 executions, jmm, 0.1 s");
    TableLine all =
        new TableLine(
            Stream.of(MemoryModel.values())
                .map(model -> (Finding) Findings.explorer(model, PROVED))
                .toList());
    assertThat(all.evidence()).isEqualTo("1096 executions, all models, 0.3 s");
  }

  @Test
  void saysHowManyMoreThingsItIsAbout() {
    Sampled one = Findings.stress("t", OBSERVED, OBSERVED);
    Finding joined =
        new Sampled(
            new Question(
                List.of(Topic.of(Claim.C1), Topic.of(Claim.C2)), null, "t", one.expected()),
            OBSERVED,
            1L,
            one.samples(),
            null,
            null,
            List.of(),
            1);

    assertThat(new FindingTable(160).lines(List.of(TableLine.of(joined))).get(1))
        .contains("C1 +1 ", Claim.C1.label + " +1");
  }
}
