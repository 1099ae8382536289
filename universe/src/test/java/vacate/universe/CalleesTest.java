// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class CalleesTest {
  private static final Set<MemoryModel> MODELS = Set.of(MemoryModel.SC, MemoryModel.JMM);

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "cpu_slab: vacate | shrink => 0",
        "cpu_slab: shrink | vacate | alloc => 1 2",
        "partial: vacate | shrink => ",
        "partial: shrink | flush | drain => ",
        "fresh: alloc | shrink => 0",
        "partial: - irq: alloc | shrink => 0",
        "partial: - | shrink irq: free(0) | vacate => 2",
        "partial: destroy(0) | vacate => 1",
        "partial: free(0); shrink | vacate => 1",
        "partial: flush; shrink | vacate => 1",
        "partial: flush; alloc | vacate => 1",
        "partial: - | shrink => ",
        "cpu_slab: - | shrink => ",
        "cpu_slab: - | shrink proc: free(0) => ",
        "cpu_slab: - | shrink irq: free(0) => 0",
        "partial: - | shrink irq: free(0) => ",
      })
  void whoHasASlabAnswersAndWhoseCallerDoesSomethingFirst(String scenario, String answering) {
    Scenario s = Scenario.parse(scenario);
    StringBuilder answers = new StringBuilder();
    for (int cpu = 0; cpu < s.cpus().size(); cpu++) {
      answers.append(Callees.answers(s, cpu) ? " " + cpu : "");
    }

    assertThat(answers.toString().strip()).isEqualTo(answering == null ? "" : answering);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kept: vacate | shrink",
        "partial: vacate | shrink",
        "full: free(0) | flush",
        "kept: shrink | shrink",
        "store_user partial: shrink | free(0)",
        "cpu_slab: vacate | shrink",
        "cpu_slab: - | shrink | vacate",
      })
  void whereACpuNeedNotAnswerNothingIsLostAndNothingIsAdded(String scenario) {
    for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
      StressTest few = new ScenarioQuestion(revision, Scenario.parse(scenario)).test();
      StressTest all = CalledPlay.test(revision, scenario);

      assertThat(outcomes(few)).isEqualTo(outcomes(all));
    }
  }

  private static String outcomes(StressTest test) {
    Map<MemoryModel, Result> results =
        Explorer.explore(
            test, Play.class.getClassLoader(), MODELS, Settings.of(Bounds.DEFAULT), Progress.NONE);
    StringBuilder text = new StringBuilder();
    for (MemoryModel model : List.of(MemoryModel.SC, MemoryModel.JMM)) {
      text.append(model).append(' ').append(results.get(model).verdict()).append(' ');
      text.append(new TreeSet<>(results.get(model).outcomeIds())).append('\n');
    }
    return text.toString();
  }
}
