// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class VerdictTableTest {
  private static Result result(String test, MemoryModel model, Verdict verdict) {
    return new Result(test, model, verdict, null, 1, 0, 1, null, List.of());
  }

  @Test
  void hasALineATestAndAColumnAModelInTheOrderOfTheResults() {
    assertThat(
            VerdictTable.lines(
                List.of(
                    result("b.B", SC, Verdict.PROVED),
                    result("b.B", JMM, Verdict.REFUTED),
                    result("a.A", SC, Verdict.NOT_RUN),
                    Result.notRun("a.A", JMM, Job.INTERRUPTED))))
        .containsExactly(
            "  sc        jmm", "  PROVED    REFUTED   b.B", "  NOT RUN   -         a.A");
  }

  @Test
  void isLeftOutWhereThereIsOneResult() {
    assertThat(VerdictTable.lines(List.of(result("b.B", SC, Verdict.PROVED)))).isEmpty();
  }
}
