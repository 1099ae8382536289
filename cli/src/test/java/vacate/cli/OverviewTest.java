// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.BOUNDED;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.claim.Verdict.PROVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Row;
import vacate.claim.Topic;

class OverviewTest {
  @Test
  void addsUpScenariosThatSayTheSame() {
    List<Row> overview =
        Overview.of(
            List.of(
                Rows.scenario("a", PROVED, PROVED, BOUNDED),
                Rows.scenario("b", BOUNDED, PROVED, BOUNDED),
                Rows.scenario("c", PROVED, PROVED, BOUNDED)));

    assertThat(overview).extracting(Row::verdict).containsExactly(PROVED, BOUNDED);
    assertThat(overview.get(0).test()).isEqualTo("2 scenarios");
    assertThat(overview.get(0).runs()).isEqualTo(2 * 170_546L);
    assertThat(overview.get(0).depth()).isEqualTo(7);
  }

  @Test
  void addsUpWhatATestIsUnderSeveralModels() {
    List<Row> overview =
        Overview.of(
            List.of(
                Rows.explorer("sc", PROVED, PROVED),
                Rows.explorer("jmm", PROVED, PROVED),
                Rows.lincheck(PROVED, PROVED)));

    assertThat(overview).hasSize(2);
    assertThat(overview.get(0).test()).endsWith("C14_OneMeansSuccess.Corrected");
    assertThat(overview.get(0).model()).isEqualTo("sc,jmm");
    assertThat(overview.get(0).executions()).isEqualTo(2 * 274);
    assertThat(overview.get(0).millis()).isEqualTo(140);
    assertThat(overview.get(0).runs()).isNull();
    assertThat(overview.get(0).depth()).isNull();
  }

  @Test
  void keepsWhatIsSaidWithAConditionApart() {
    List<Row> rows =
        List.of(
            Rows.explorer("sc", PROVED, PROVED).of(Topic.of(Claim.C10)),
            Rows.explorer("sc", PROVED, PROVED).of(Topic.of(Claim.C10, Form.QUALIFIED)),
            Rows.explorer("jmm", PROVED, PROVED).of(Topic.of(Claim.C10, Form.QUALIFIED)));

    List<Row> overview = Overview.of(rows);

    assertThat(overview).extracting(Row::form).containsExactly("literal", "qualified");
    assertThat(overview.get(1).model()).isEqualTo("sc,jmm");
    assertThat(overview.get(1).condition()).isEqualTo(Claim.C10.condition(Form.QUALIFIED));
  }

  @Test
  void leavesAloneWhatIsNotAsDeclaredAndWhatHardwareShowed() {
    List<Row> rows =
        List.of(
            Rows.lincheck(BOUNDED, PROVED),
            Rows.lincheck(BOUNDED, PROVED),
            Rows.stress("a", OBSERVED, OBSERVED),
            Rows.stress("b", OBSERVED, OBSERVED));

    assertThat(Overview.of(rows)).isEqualTo(rows);
  }
}
