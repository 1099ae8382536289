// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Ruling;
import vacate.universe.SweepSummary;
import vacate.universe.Swept;
import vacate.watch.BrokenClaim;

class ClaimTableTest {
  private static final BrokenClaim WORDED = new BrokenClaim(Claim.C11, Form.LITERAL, "so");
  private static final BrokenClaim QUALIFIED = new BrokenClaim(Claim.C12, Form.QUALIFIED, "or so");

  private static Ruling ruling(MemoryModel model, BrokenClaim... claims) {
    return new Ruling(model, Verdict.PROVED, null, 10, 2, null, null, List.of(), List.of(claims));
  }

  private static Swept swept(String scenario, Ruling... rulings) {
    return new Swept(Revision.POSTED, Scenario.parse(scenario), List.of(rulings), true);
  }

  private static List<String> lines(Swept... swept) {
    return new ClaimTable(
            Stream.of(MemoryModel.SC, MemoryModel.JMM)
                .map(model -> SweepSummary.of(model, List.of(swept)))
                .toList())
        .lines(100);
  }

  @Test
  void countsScenariosUnderEachModelAndNamesTheFirst() {
    assertThat(
            lines(
                swept("full: vacate", ruling(MemoryModel.SC), ruling(MemoryModel.JMM, WORDED)),
                swept(
                    "kept: vacate",
                    ruling(MemoryModel.SC, WORDED, QUALIFIED),
                    ruling(MemoryModel.JMM, WORDED, QUALIFIED))))
        .containsExactly(
            "claims that break as the patch words them: in how many scenarios, and the first;",
            "+ those that break with the condition that was to save them, too",
            "  C11   1 under sc, 2 under jmm: kept: vacate",
            "  C12   1 under each model: kept: vacate",
            "  C12 + 1 under each model: kept: vacate",
            "  not seen to break: C1, C2, C3, C4, C5, C6, C8, C9, C10, C13, C15, C16, C17, C18, C19");
  }

  @Test
  void saysNothingOfClaimsWhereNothingWasExplored() {
    assertThat(lines(Swept.notBegun(Revision.POSTED, Scenario.parse("full: vacate")))).isEmpty();
  }
}
