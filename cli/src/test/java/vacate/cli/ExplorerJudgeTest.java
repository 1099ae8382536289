// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.claim.Explored;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.stress.protocol.P07_FreeVacateLastDebug;
import vacate.stress.protocol.P17_AllocFreeVacateVacate;
import vacate.stress.slice.S02_PatchWithoutFence;

class ExplorerJudgeTest {
  @Test
  void saysWhatItExploredAndHowItComesAbout() {
    Explored explored =
        judge(
            S02_PatchWithoutFence.LockingReader.class,
            MemoryModel.PSO,
            Topic.of(Defect.MISSING_WRITE_BARRIER));

    assertThat(explored.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(explored.asExpected()).isTrue();
    assertThat(explored.extent().executions()).isPositive();
    assertThat(explored.token()).isNotEmpty();
    assertThat(explored.outcomes()).extracting(Seen::count).allMatch(count -> count > 0);
    assertThat(explored.model()).isEqualTo(MemoryModel.PSO);
  }

  /** The test shows more than one; none of its outcomes is of this one. */
  @Test
  void ofSeveralDefectsEachIsShownByItsOwnOutcomes() {
    Topic shown = Topic.of(Defect.LOCK_BIT_LOST);
    Topic other = Topic.of(Defect.PRE_PATCH_ORDER);

    assertThat(judge(P07_FreeVacateLastDebug.Posted.class, MemoryModel.SC, shown).verdict())
        .isEqualTo(Verdict.REFUTED);
    assertThat(judge(P07_FreeVacateLastDebug.Posted.class, MemoryModel.SC, other).verdict())
        .isEqualTo(Verdict.PROVED);
  }

  @Test
  void doesNotRunWhatIsDeclaredNotToBeRun() {
    Explored explored =
        judge(P17_AllocFreeVacateVacate.Corrected.class, MemoryModel.SC, Topic.of(Claim.C14));

    assertThat(explored.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(explored.asExpected()).isTrue();
    assertThat(explored.reason()).contains("four actors");
    assertThat(explored.extent()).isNull();
  }

  private static Explored judge(Class<?> type, MemoryModel model, Topic topic) {
    Ledger.Entry entry = new Ledger.Entry(type.getCanonicalName(), Evidence.of(type));
    return new ExplorerJudge(entry, model)
        .judge(List.of(topic), ExplorerJudge.explore(entry, List.of(model)))
        .get(0);
  }
}
