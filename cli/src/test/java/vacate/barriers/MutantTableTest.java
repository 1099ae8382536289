// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Mutated;
import vacate.explorer.BarrierAnalysis.Need;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

class MutantTableTest {
  private static final MutantResult NEEDED =
      line(new ModelResult(Need.NEEDED, "a.B", "1, 0", null, 5), null);
  private static final MutantResult SURVIVOR =
      line(new ModelResult(Need.REDUNDANT, null, null, null, 5), null);
  private static final MutantResult EXPLAINED = SURVIVOR.because("the lock does it");
  private static final MutantResult OPEN =
      line(new ModelResult(Need.UNDECIDED, null, null, null, 5), "why");

  @Test
  void onlyAMutantThatIsNeitherNeededNorExplainedIsUnexplained() {
    assertThat(List.of(NEEDED, SURVIVOR, EXPLAINED, OPEN))
        .extracting(MutantResult::isUnexplained)
        .containsExactly(false, true, false, true);
  }

  @Test
  void aSurvivorThatNobodyExplainedIsNotAsDeclared() {
    List<Mutated> findings =
        MutantFindings.of(List.of(NEEDED, SURVIVOR, EXPLAINED), Revision.CORRECTED, true);
    assertThat(findings).extracting(Mutated::asExpected).containsExactly(true, false, true);
    assertThat(findings)
        .extracting(Mutated::verdict)
        .containsExactly(Verdict.REFUTED, Verdict.PROVED, Verdict.PROVED);
    assertThat(MutantFindings.of(List.of(SURVIVOR), null, false)).allMatch(Mutated::asExpected);
  }

  @Test
  void theTableSaysWhoNeedsItAndWhyNot() {
    String text =
        String.join(
            "\n", new MutantTable(List.of(NEEDED, SURVIVOR, EXPLAINED), t -> "C2", true).text());
    assertThat(text)
        .contains("jmm  new_slab  full fence -> none  A.java:1  a.B: 1, 0  C2  id")
        .contains("NOBODY HAS SAID WHY")
        .contains("the lock does it");
  }

  private static MutantResult line(ModelResult cell, String why) {
    return new MutantResult(
        "id", "new_slab", "A.java:1", "full fence", "none", Map.of(MemoryModel.JMM, cell), why);
  }
}
