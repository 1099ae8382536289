// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.Verdict.INCONCLUSIVE;
import static vacate.explorer.Verdict.INTERRUPTED;
import static vacate.explorer.Verdict.LEFT_OUT;
import static vacate.explorer.Verdict.NOT_OBSERVED;
import static vacate.explorer.Verdict.OBSERVED;
import static vacate.explorer.Verdict.PROVED;
import static vacate.explorer.Verdict.REFUTED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Finding;
import vacate.explorer.model.MemoryModel;

class SummaryTest {
  @Test
  void countsWhatIsNotAsDeclared() {
    Finding good = Findings.explorer(MemoryModel.SC, PROVED, PROVED);
    Finding bad = Findings.explorer(MemoryModel.TSO, REFUTED, PROVED);

    assertThat(Summary.of(List.of(good))).isEqualTo("1 verdict as declared");
    assertThat(Summary.of(List.of(good, bad)))
        .isEqualTo("1 of 2 verdicts as declared, 1 not: see the row marked !!");
  }

  @Test
  void whatWasInterruptedDiffersFromNothing() {
    Ledger.Entry test =
        Ledger.entries().stream().filter(Ledger.Entry::isDedicated).findFirst().orElseThrow();
    List<Finding> findings =
        new ArrayList<>(
            new ExplorerJudge(test, MemoryModel.SC).interrupted(test.evidence().topics()));
    assertThat(findings).allMatch(finding -> finding.verdict() == INTERRUPTED);
    String missing = "interrupted: 1 verdict is missing; otherwise ";

    assertThat(Summary.of(findings)).isEqualTo(missing + "nothing was run");
    findings.add(Findings.explorer(MemoryModel.SC, PROVED, PROVED));
    assertThat(Summary.of(findings)).isEqualTo(missing + "1 verdict as declared");
    findings.add(findings.get(0));
    assertThat(Summary.of(findings))
        .startsWith("interrupted: 2 verdicts are missing; otherwise 1 ");
  }

  @Test
  void whatCouldNotBeDecidedIsCountedApartFromWhatIsNotAsDeclared() {
    Finding ok = Findings.stress("a", OBSERVED, OBSERVED);
    Finding weak = Findings.stress("b", INCONCLUSIVE, NOT_OBSERVED);
    Finding left = Findings.stress("c", LEFT_OUT, NOT_OBSERVED);
    assertThat(Summary.of(List.of(ok, weak)))
        .isEqualTo("1 of 2 verdicts as declared, 1 undecided: see the row marked ??");
    assertThat(Summary.of(List.of(ok, weak, left, left)))
        .isEqualTo(
            "1 of 4 verdicts as declared, 1 undecided and 2 left out: see the rows marked ??");
    assertThat(Summary.of(List.of(weak, Findings.stress("d", OBSERVED, NOT_OBSERVED))))
        .isEqualTo(
            "0 of 2 verdicts as declared, 1 not: see the row marked !!,"
                + " 1 undecided: see the row marked ??");
  }
}
