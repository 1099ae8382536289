// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.claim.Form;
import vacate.explorer.Bounds;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.watch.BrokenClaim;

/** Which claims break in which scenario; each was looked at as a witness before it stood here. */
class WatchmanTest {
  private static final World WORLD = new World(Play.class.getClassLoader());

  private static Set<String> broken(Result result) {
    return result.monitored().stream()
        .flatMap(m -> m.violations().stream())
        .flatMap(v -> v.notes().stream())
        .map(BrokenClaim.class::cast)
        .map(b -> b.claim() + (b.form() == Form.QUALIFIED ? "+" : ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<MemoryModel, Result> explore(
      Revision revision, String scenario, Set<MemoryModel> models, boolean watched) {
    ScenarioQuestion question = new ScenarioQuestion(revision, Scenario.parse(scenario));
    Settings settings = Settings.of(Bounds.DEFAULT);
    return WORLD.explore(
        question.test(),
        models,
        watched ? settings.monitors(List.of(question.watchman())) : settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POSTED; full: vacate; sc;",
        "POSTED; partial: vacate irq: free(0); sc; C8 C10+",
        "POSTED; kept: vacate; sc; C9",
        "POSTED; cpu_slab: vacate; sc;",
        "POSTED; fresh: alloc; sc; C10",
        "POSTED; full pinned(0): vacate; sc;",
        "POSTED; full pinned(0) pinned(1): vacate; sc; C16",
        "POSTED; cpu_slab: alloc | vacate; sc; C18",
        "POSTED; fresh: alloc | vacate; jmm; C10",
        "POSTED; store_user fresh: alloc | vacate; sc; C3 C10 C12+ C13 C18 C19",
        "POSTED; partial: free(0) | vacate; sc; C1 C4 C8 C10 C10+ C12+ C15 C18 C19",
        "POSTED; full: free(0) | vacate; sc; C10+",
        "POSTED; store_user kept: vacate | destroy(0); sc; C4 C8 C9 C10 C10+ C12 C13 C18 C19",
        "PRE_PATCH; fresh: alloc | vacate; sc; C1 C2 C3 C3+ C10+ C11+ C12+ C13+ C15+ C16 C16+ C17+ C18",
        "WITHOUT_WRITE_BARRIER; fresh: alloc | vacate; tso; C10",
        "WITHOUT_WRITE_BARRIER; fresh: alloc | vacate; pso; C1 C2 C3 C3+ C10 C11+ C12+ C13+ C15+ C16 C16+ C17+ C18",
        "CORRECTED; full: vacate; jmm;",
        "CORRECTED; partial: free(0) | vacate; jmm; C4 C8",
        "CORRECTED; store_user fresh: alloc | vacate; jmm; C10",
        "CORRECTED; kept: vacate | shrink; sc; C4 C8 C9 C12 C18",
        "CORRECTED; kept: vacate | destroy(0); sc; C4 C9",
        "CORRECTED; cpu_slab: vacate | shrink; sc; C12 C18",
      })
  void breaksJustThese(Revision revision, String scenario, String model, String claims) {
    MemoryModel under = MemoryModel.of(model);

    Result result = explore(revision, scenario, Set.of(under), true).get(under);

    assertThat(broken(result))
        .isEqualTo(claims == null ? Set.of() : new TreeSet<>(List.of(claims.split(" "))));
  }

  /** Under all models at once, in which one pass serves for all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fresh: alloc | vacate",
        "store_user fresh: alloc | vacate",
        "full: free(0) | vacate",
        "kept: vacate | shrink",
        "rcu partial: free(0); idle | vacate; idle",
      })
  void watchingChangesNothing(String scenario) {
    for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
      Set<MemoryModel> all = EnumSet.allOf(MemoryModel.class);
      Map<MemoryModel, Result> watched = explore(revision, scenario, all, true);
      Map<MemoryModel, Result> alone = explore(revision, scenario, all, false);

      for (MemoryModel model : all) {
        assertThat(counts(watched.get(model))).isEqualTo(counts(alone.get(model)));
      }
    }
  }

  private static String counts(Result result) {
    return result.verdict()
        + " "
        + result.executions()
        + " "
        + result.outcomes().stream().map(o -> o.id() + " " + o.executions()).sorted().toList();
  }

  @Test
  void aClaimBreaksInNoMoreExecutionsThanThereAreOfAWeakerModel() {
    Map<MemoryModel, Result> posted =
        explore(
            Revision.POSTED,
            "store_user fresh: alloc | vacate",
            EnumSet.allOf(MemoryModel.class),
            true);

    assertThat(broken(posted.get(MemoryModel.TSO))).containsAll(broken(posted.get(MemoryModel.SC)));
    assertThat(broken(posted.get(MemoryModel.PSO)))
        .containsAll(broken(posted.get(MemoryModel.TSO)));
    assertThat(broken(posted.get(MemoryModel.JMM)))
        .containsAll(broken(posted.get(MemoryModel.PSO)));
  }
}
