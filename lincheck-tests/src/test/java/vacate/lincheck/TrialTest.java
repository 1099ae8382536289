// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vacate.claim.Interleaved;
import vacate.explorer.Verdict;

class TrialTest {
  private static final Path KEPT = Path.of("target", "lincheck");
  private static final List<Interleaved> FINDINGS = new ArrayList<>();

  /** Each test's name is the scenario's; it is wrong if the verdict is not as declared. */
  @TestFactory
  Stream<DynamicTest> everyScenarioIsJudgedAsDeclared() {
    LincheckJudge judge = new LincheckJudge(KEPT);
    return LincheckJudge.trials().stream()
        .map(trial -> DynamicTest.dynamicTest(trial.name(), () -> check(judge, trial)));
  }

  private static void check(LincheckJudge judge, Trial trial) throws IOException {
    Interleaved judged = judge.judge(trial, Budget.QUICK);
    FINDINGS.add(judged);

    assertThat(judged.expected()).as(judged.reason()).contains(judged.verdict());
    if (judged.verdict() == Verdict.REFUTED) {
      assertThat(judged.reason()).startsWith(trial.sought());
      assertThat(Path.of(judged.trace())).content().contains("Detailed trace:", judged.reason());
    } else {
      assertThat(judged.extent().depth()).as("depth").isPositive();
      assertThat(judged.extent().runs()).as("runs").isGreaterThanOrEqualTo(20);
    }
  }

  @AfterAll
  static void keepTheTable() throws IOException {
    Files.createDirectories(KEPT);
    Files.writeString(KEPT.resolve("table.txt"), FindingTable.of(FINDINGS));
  }
}
