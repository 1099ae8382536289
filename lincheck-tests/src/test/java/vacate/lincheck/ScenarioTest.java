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
import vacate.claim.Row;
import vacate.claim.Verdict;

class ScenarioTest {
  private static final Path KEPT = Path.of("target", "lincheck");
  private static final List<Row> ROWS = new ArrayList<>();

  /** Each test's name is the scenario's; it is wrong if the verdict is not as declared. */
  @TestFactory
  Stream<DynamicTest> everyScenarioIsJudgedAsDeclared() {
    LincheckJudge judge = new LincheckJudge(KEPT);
    return LincheckJudge.scenarios().stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(judge, scenario)));
  }

  private static void check(LincheckJudge judge, Scenario scenario) throws IOException {
    Row row = judge.judge(scenario, Budget.QUICK);
    ROWS.add(row);

    assertThat(row.expected()).as(row.reason()).contains(row.verdict());
    if (row.verdict() == Verdict.REFUTED) {
      assertThat(row.reason()).startsWith(scenario.sought());
      assertThat(Path.of(row.witness())).content().contains("Detailed trace:", row.reason());
    } else {
      assertThat(row.depth()).as("depth").isPositive();
      assertThat(row.runs()).as("runs").isGreaterThanOrEqualTo(20);
    }
  }

  @AfterAll
  static void keepTheTable() throws IOException {
    Files.createDirectories(KEPT);
    Files.writeString(KEPT.resolve("table.txt"), RowTable.of(ROWS));
  }
}
