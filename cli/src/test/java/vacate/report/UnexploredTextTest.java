// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class UnexploredTextTest {
  private static Finding finding(String test, MemoryModel model, String loadBuffering) {
    Question question =
        new Question(List.of(Topic.of(Claim.C1)), null, test, List.of(Verdict.PROVED));
    return new Explored(question, model, Verdict.PROVED, null, null, null, null, 0, loadBuffering);
  }

  @Test
  void countsEachTestOnceAndOnlyThoseOfWhichItIsKnown() {
    Finding sc = finding("A", MemoryModel.SC, null);
    Finding a = finding("A", MemoryModel.JMM, "impossible");
    Finding b = finding("B", MemoryModel.JMM, "impossible");
    Finding c = finding("C", MemoryModel.JMM, "possible");
    Finding d = finding("D", MemoryModel.JMM, "undecided");
    assertThat(UnexploredText.of(List.of(sc)))
        .isEqualTo("Load buffering, which only jmm has, is not explored.");
    assertThat(UnexploredText.of(List.of(sc, a, a, b, c)))
        .isEqualTo(
            "Load buffering is not explored: under jmm it is impossible in 2 of 3 tests, possible"
                + " in 1.");
    assertThat(UnexploredText.of(List.of(d, a)))
        .isEqualTo(
            "Load buffering is not explored: under jmm it is impossible in 1 of 2 tests, possible"
                + " in 0, and not ruled out in 1 not exhausted.");
  }
}
