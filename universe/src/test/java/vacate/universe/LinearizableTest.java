// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.Monitor;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.watch.Linearizable;

class LinearizableTest {
  private static final Bounds MOST = new Bounds(Bounds.DEFAULT.loop(), 20_000);

  private final World world = new World(Play.class.getClassLoader());

  /** What Lincheck finds of the patch too, but for the last two, which take an interrupt. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "full: alloc | vacate",
        "partial: free(0) | vacate",
        "full: free(0) | vacate",
        "full: vacate | vacate",
        "full pinned(0): vacate | vacate",
        "full: alloc | free(1) | vacate",
        "partial: vacate irq: free(0)",
        "partial: vacate proc: vacate",
        "full: free(0); vacate | alloc",
      })
  void asPostedIsNotAndCorrectedIs(String scenario) {
    assertThat(Noted.notLinearizable(explored(Revision.POSTED, scenario))).isPresent();

    Result corrected = explored(Revision.CORRECTED, scenario);
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
    assertThat(Noted.judged(corrected)).isSameAs(corrected);
  }

  /** While it makes a slab, an alloc is interrupted by one that gives its CPU another. */
  @Test
  void whoIsInterruptedMayLeaveTheSlabThatItsCpuHasGot() {
    Result corrected = explored(Revision.CORRECTED, "fresh: alloc irq: alloc | alloc");

    assertThat(corrected.outcomeIds()).contains("ELSEWHERE [irq PAGE], PAGE, SLAB");
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
  }

  /** The alloc gets from the page what was taken from the other CPU, and is taken from its own. */
  @Test
  void aShrinkTakesTheirSlabsFromOneCpuAfterTheOther() {
    Result corrected = explored(Revision.CORRECTED, "cpu_slab: - | shrink irq: alloc | vacate");

    assertThat(corrected.outcomeIds()).contains("OK [irq PAGE], EMPTIED=1, FREE");
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
  }

  /** The vacate reads that there is no cache, which was so before the alloc that is over. */
  @Test
  void whoMayNotKnowOfAnotherDoesNotComeBehindIt() {
    Result corrected = explored(Revision.CORRECTED, "fresh: alloc | vacate | shrink");

    assertThat(corrected.outcomeIds()).contains("PAGE, NO_CACHE=0, OK, SLAB");
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
  }

  /**
   * Three CPUs, the first of which is over before the second begins: the vacate is not one step.
   */
  @Test
  void aVacateTakesOneObjectAfterTheOther() {
    Result corrected = explored(Revision.CORRECTED, "store_user full: free(0) | free(1) | vacate");

    assertThat(corrected.outcomeIds()).contains("TAKEN, FROZEN, EMPTIED=1, FREE");
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
  }

  /** There are as many pages as one CPU needs, of which the specification knows nothing. */
  @Test
  void whoFindsNoMemoryIsNotAsked() {
    Result corrected = explored(Revision.CORRECTED, "full: alloc irq: alloc");

    assertThat(corrected.outcomeIds()).contains("ELSEWHERE [irq NO_MEMORY], SLAB");
    assertThat(Noted.notLinearizable(corrected)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"full: alloc | free(0)", "partial: alloc | free(0)", "full: free(0) | free(1)"})
  void whoOnlyAllocatesAndFreesIs(String scenario) {
    assertThat(Noted.notLinearizable(explored(Revision.POSTED, scenario))).isEmpty();
  }

  /** Its answer is wrong though nobody else is there, and no bad outcome says so. */
  @Test
  void anExecutionThatIsNotIsAWitnessAndRefutes() {
    Result result = explored(Revision.POSTED, "full: alloc; vacate");

    assertThat(result.verdict()).as("by its outcomes alone").isEqualTo(Verdict.PROVED);
    assertThat(Noted.notLinearizable(result).orElseThrow().execution().outcome())
        .isEqualTo("ELSEWHERE; EMPTIED=1, SLAB");
    assertThat(Noted.judged(result).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(Ruling.of(result).breaches()).extracting(Breach::what).contains(Linearizable.BROKEN);
  }

  @Test
  void toWatchChangesNothing() {
    for (String scenario :
        List.of("partial: free(0) | vacate", "full: alloc irq: free(0) | vacate")) {
      ScenarioQuestion question =
          new ScenarioQuestion(Revision.CORRECTED, Scenario.parse(scenario));
      Result without = explored(question, List.of());
      Result with =
          explored(question, List.of(new Linearizable(question.scenario(), question.awake())));

      assertThat(with.executions()).isEqualTo(without.executions());
      assertThat(with.blocked()).isEqualTo(without.blocked());
      assertThat(with.outcomeIds()).isEqualTo(without.outcomeIds());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rcu partial: vacate; idle",
        "objects(3) full pinned(2): vacate",
        "partial: vacate | flush",
        "partial: vacate | - irq: alloc"
      })
  void whatIsNotSpecifiedIsNotWatched(String text) {
    Scenario scenario = Scenario.parse(text);

    assertThat(Linearizable.specified(scenario)).isFalse();
    assertThat(new ScenarioQuestion(Revision.CORRECTED, scenario).watchmen())
        .noneMatch(Linearizable.class::isInstance);
    assertThatThrownBy(() -> new Linearizable(scenario, List.of(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Result explored(Revision revision, String scenario) {
    ScenarioQuestion question = new ScenarioQuestion(revision, Scenario.parse(scenario));
    return explored(question, question.watchmen());
  }

  private Result explored(ScenarioQuestion question, List<Monitor<?>> watchmen) {
    return world
        .explore(question.test(), Set.of(MemoryModel.JMM), Settings.of(MOST).monitors(watchmen))
        .get(MemoryModel.JMM);
  }
}
