// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.claim.Verdict.INCONCLUSIVE;
import static vacate.claim.Verdict.INTERRUPTED;
import static vacate.claim.Verdict.LEFT_OUT;
import static vacate.claim.Verdict.NOT_OBSERVED;
import static vacate.claim.Verdict.OBSERVED;
import static vacate.claim.Verdict.PROVED;
import static vacate.claim.Verdict.REFUTED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Row;
import vacate.explorer.model.MemoryModel;

class SummaryTest {
  @Test
  void countsWhatIsNotAsDeclared() {
    Row good = Rows.explorer("sc", PROVED, PROVED);
    Row bad = Rows.explorer("tso", REFUTED, PROVED);

    assertThat(Summary.of(List.of(good))).isEqualTo("1 verdict as declared");
    assertThat(Summary.of(List.of(good, bad)))
        .isEqualTo("1 of 2 verdicts as declared, 1 not: see the row marked !!");
  }

  @Test
  void whatWasInterruptedDiffersFromNothing() {
    Ledger.Entry test =
        Ledger.entries().stream().filter(Ledger.Entry::isDedicated).findFirst().orElseThrow();
    List<Row> rows =
        new ArrayList<>(
            new ExplorerJudge(test, MemoryModel.SC).interrupted(test.evidence().topics()));
    assertThat(rows).allMatch(row -> row.verdict() == INTERRUPTED);
    String missing = "interrupted: 1 verdict is missing; otherwise ";

    assertThat(Summary.of(rows)).isEqualTo(missing + "nothing was run");
    rows.add(Rows.explorer("sc", PROVED, PROVED));
    assertThat(Summary.of(rows)).isEqualTo(missing + "1 verdict as declared");
    rows.add(rows.get(0));
    assertThat(Summary.of(rows)).startsWith("interrupted: 2 verdicts are missing; otherwise 1 ");
  }

  @Test
  void whatCouldNotBeDecidedIsCountedApartFromWhatIsNotAsDeclared() {
    Row ok = Rows.stress("a", OBSERVED, OBSERVED);
    Row weak = Rows.stress("b", INCONCLUSIVE, NOT_OBSERVED);
    Row left = Rows.stress("c", LEFT_OUT, NOT_OBSERVED);
    assertThat(Summary.of(List.of(ok, weak)))
        .isEqualTo("1 of 2 verdicts as declared, 1 undecided: see the row marked ??");
    assertThat(Summary.of(List.of(ok, weak, left, left)))
        .isEqualTo(
            "1 of 4 verdicts as declared, 1 undecided and 2 left out: see the rows marked ??");
    assertThat(Summary.of(List.of(weak, Rows.stress("d", OBSERVED, NOT_OBSERVED))))
        .isEqualTo(
            "0 of 2 verdicts as declared, 1 not: see the row marked !!,"
                + " 1 undecided: see the row marked ??");
  }
}
