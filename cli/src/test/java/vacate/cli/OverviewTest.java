// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.BOUNDED;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.claim.Verdict.PROVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Row;

class OverviewTest {
  @Test
  void addsUpScenariosThatSayTheSame() {
    List<Row> overview =
        Overview.of(
            List.of(
                Rows.lincheck(PROVED, PROVED, BOUNDED),
                Rows.lincheck(BOUNDED, PROVED, BOUNDED),
                Rows.lincheck(PROVED, PROVED, BOUNDED)));

    assertThat(overview).extracting(Row::verdict).containsExactly(PROVED, BOUNDED);
    assertThat(overview.get(0).test()).isEqualTo("2 scenarios");
    assertThat(overview.get(0).runs()).isEqualTo(2 * 170_546L);
    assertThat(overview.get(0).depth()).isEqualTo(7);
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
