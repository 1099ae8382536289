// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.LoadBuffering;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/**
 * Each defect of the table is explored in each version: it is seen in those that the table names,
 * and in no other. What was found is kept, and is to be found again; if it is not, what there is
 * now is in {@code target/sightings.tsv}: read why before it is kept.
 */
class HistoryTest {
  private static Chronicle chronicle;

  @BeforeAll
  static void explore() throws IOException {
    chronicle = Chronicle.explore(PostedVersion.ported(), version -> {});
    Files.write(Path.of("target", "sightings.tsv"), chronicle.lines());
  }

  static List<HistoricDefect> defects() {
    return Chronicle.defects();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isSeenInTheVersionsThatHaveIt(HistoricDefect defect) {
    assertThat(chronicle.seen(defect)).isEqualTo(defect.shownIn());
  }

  /** Not merely not found among the first so many executions. */
  @ParameterizedTest
  @MethodSource("defects")
  void whereItIsNotSeenNoExecutionHasIt(HistoricDefect defect) {
    assertThat(chronicle.sightings().get(defect).values())
        .filteredOn(Sighting.Unseen.class::isInstance)
        .allSatisfy(s -> assertThat(((Sighting.Unseen) s).exhausted()).as("%s", s).isTrue());
  }

  @Test
  void isWhatIsKept() {
    assertThat(chronicle.lines()).isEqualTo(KeptChronicle.read().lines());
  }

  /**
   * Whoever meets a slab on the list, with list_lock held, meets none that is being discarded: the
   * freer holds the slab lock while it takes it off. Under each model.
   */
  @ParameterizedTest
  @CsvSource({
    "posted20071128, objects(4) partial: free(0) | shrink",
    "posted20071128, objects(4) partial: shrink | shrink",
    "posted20071128, objects(4) partial: free(0) | shrink | shrink",
    "posted20071128, store_user objects(4) partial: free(0) | shrink",
    "posted20071128, rcu objects(4) partial: free(0); idle | shrink; idle",
    "posted20080215, objects(4) partial: free(0) | shrink",
    "posted20080215, objects(4) partial: shrink | shrink",
    "posted20080215, store_user objects(4) partial: free(0) | shrink",
    "posted20080215, rcu objects(4) partial: free(0); idle | shrink; idle",
  })
  void whatIsFoundByTheListIsAlive(String label, String scenario) {
    Revision revision =
        EnumSet.allOf(Revision.class).stream().filter(r -> r.label.equals(label)).findFirst().get();

    Map<MemoryModel, Result> results =
        Explorer.explore(
            new ScenarioQuestion(revision, Scenario.parse(scenario)).test(),
            Play.class.getClassLoader(),
            EnumSet.allOf(MemoryModel.class),
            Settings.of(Bounds.DEFAULT),
            Progress.NONE);

    assertThat(results)
        .hasSize(MemoryModel.values().length)
        .allSatisfy((model, result) -> assertThat(result.verdict()).isEqualTo(Verdict.PROVED));
  }

  /**
   * L3: a load may pass the unlock that is a write barrier and a store, and none that of the bit
   * lock. What comes of it is load buffering, which is not explored.
   */
  @Test
  void loadsMayPassTheUnlockOfNovemberOnly() {
    assertThat(loadBuffering(Revision.POSTED_20071128)).isInstanceOf(LoadBuffering.Possible.class);
    assertThat(loadBuffering(Revision.POSTED_20080215))
        .isInstanceOf(LoadBuffering.Impossible.class);
  }

  private static LoadBuffering loadBuffering(Revision revision) {
    Scenario scenario = Scenario.parse("partial: free(0) | alloc");
    return Explorer.explore(
            new ScenarioQuestion(revision, scenario).test(),
            Play.class.getClassLoader(),
            EnumSet.of(MemoryModel.JMM),
            Settings.of(Bounds.DEFAULT),
            Progress.NONE)
        .get(MemoryModel.JMM)
        .loadBuffering();
  }
}
