// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * What was wrong with each version that was posted, by a scenario that shows it, and in which it
 * was mended. What a single CPU shows that no scenario sets up is in the tests of the revisions.
 */
class HistoryTest {
  /** A row for each: defect, revision, scenario, and outcomes that must be among those it has. */
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 | posted20070504    | partial: vacate irq: free(0) | deadlock
          """)
  void isShown(String defect, String revision, String scenario, String outcomes) {
    assertThat(outcomes(revision, scenario)).contains(outcomes.split(" *; *"));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 | posted20070504fix | partial: vacate irq: free(0) | deadlock
          """)
  void isMended(String defect, String revision, String scenario, String outcomes) {
    assertThat(outcomes(revision, scenario)).doesNotContain(outcomes.split(" *; *"));
  }

  private static Set<String> outcomes(String label, String scenario) {
    Revision revision =
        Set.of(Revision.values()).stream().filter(r -> r.label.equals(label)).findFirst().get();
    Result result =
        Explorer.explore(
                new ScenarioQuestion(revision, Scenario.parse(scenario)).test(),
                Play.class.getClassLoader(),
                Set.of(MemoryModel.SC),
                Settings.of(Bounds.DEFAULT),
                Progress.NONE)
            .get(MemoryModel.SC);
    assertThat(result.reason()).as("all executions were visited").isNull();
    return result.outcomes().stream()
        .filter(o -> !o.isImpossible())
        .map(Outcome::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
