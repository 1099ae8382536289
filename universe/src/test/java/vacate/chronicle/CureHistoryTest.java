// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.LoadBuffering;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cures;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/**
 * The cure of each version. All scenarios were explored once, and what was found is kept; here
 * those that are small are explored again, and must come to the same.
 */
class CureHistoryTest {
  /** Executions under all models together. */
  private static final long SMALL = 16;

  private static final CureChronicle KEPT = CureChronicle.kept();

  /** One, as its classes stay warm. */
  private static final CureTrial TRIAL = new CureTrial(CureChronicle.EXECUTIONS);

  static List<Revision> cures() {
    return Cures.revisions();
  }

  @ParameterizedTest
  @MethodSource("cures")
  void smallScenariosComeToWhatIsKept(Revision cure) {
    List<CureFound> small = KEPT.of(cure).stream().filter(f -> f.executions() <= SMALL).toList();

    assertThat(small).hasSizeGreaterThan(CureTrial.scenarios(cure).size() / 5);
    assertThat(small).allSatisfy(f -> assertThat(TRIAL.look(cure, f.scenario())).isEqualTo(f));
  }

  @ParameterizedTest
  @MethodSource("cures")
  void inNoScenarioIsAnythingBroken(Revision cure) {
    assertThat(KEPT.of(cure))
        .extracting(CureFound::scenario)
        .containsExactlyElementsOf(CureTrial.scenarios(cure));
    assertThat(KEPT.of(cure))
        .allSatisfy(
            f ->
                assertThat(f.verdict())
                    .as(f.text())
                    .isIn(Verdict.PROVED, isTooLarge(f) ? Verdict.BOUNDED : Verdict.PROVED));
  }

  /** Two that come to one slab, where each isolates and then reclaims; not all of these are. */
  private static boolean isTooLarge(CureFound found) {
    boolean isolates =
        Set.of(
                Revision.CORRECTED_20070831,
                Revision.CORRECTED_20070831_RECLAIMABLE,
                Revision.CORRECTED_20071106)
            .contains(found.revision());
    return isolates
        && found
            .scenario()
            .toString()
            .matches(".*vacate(; put)? \\| (vacate|shrink).*|.*shrink \\| vacate");
  }

  /** The same, of what was posted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "posted20071128 # corrected20071128 # objects(4) partial: nomem; shrink",
        "posted20070831 # corrected20070831 # kept: shrink",
        "posted20070504 # corrected20070504 # partial noops: vacate",
        "posted20071106 # corrected20071106 # objects(4) partial: shrink",
      })
  void whatWasPostedIsRefutedThere(String posted, String corrected, String scenario) {
    Map<String, Revision> by =
        Arrays.stream(Revision.values()).collect(Collectors.toMap(r -> r.label, r -> r));
    Scenario played = Scenario.parse(scenario);

    assertThat(TRIAL.look(by.get(posted), played).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(TRIAL.look(by.get(corrected), played).verdict()).isEqualTo(Verdict.PROVED);
  }

  /** L3: on the lock that is a store, with the barrier that the cure has. */
  @ParameterizedTest
  @EnumSource(names = {"CORRECTED_20071106", "CORRECTED_20071128"})
  void noLoadPassesTheUnlock(Revision cure) {
    Result result =
        Explorer.explore(
                new ScenarioQuestion(cure, Scenario.parse("partial: free(0) | alloc")).test(),
                Play.class.getClassLoader(),
                EnumSet.of(MemoryModel.JMM),
                Settings.of(Bounds.DEFAULT),
                Progress.NONE)
            .get(MemoryModel.JMM);

    assertThat(result.loadBuffering()).isInstanceOf(LoadBuffering.Impossible.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "corrected\tkept: shrink\tPROVED\t4",
        "corrected\tkept: shrink\tHOLDS\t4\t",
        "cured\tkept: shrink\tPROVED\t4\t",
      })
  void readsNothingElse(String line) {
    assertThatThrownBy(() -> CureFound.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing found of a cure: " + line);
  }

  /**
   * To explore a cure whole: {@code -Dvacate.explore.cure=corrected20071128}. What is found is then
   * in {@code target}; read why it differs before it is kept.
   */
  @Test
  @EnabledIfSystemProperty(named = "vacate.explore.cure", matches = ".*")
  void allScenariosComeToWhatIsKept() throws IOException {
    String asked = System.getProperty("vacate.explore.cure");
    List<Revision> cures = Cures.revisions().stream().filter(r -> r.label.matches(asked)).toList();
    CureChronicle found = CureChronicle.explore(cures, (cure, scenario) -> {});
    Files.write(Path.of("target", "cures.tsv"), found.lines());
    assertThat(found.lines())
        .isEqualTo(
            CureChronicle.kept().found().stream()
                .filter(f -> cures.contains(f.revision()))
                .map(CureFound::text)
                .toList());
  }
}
