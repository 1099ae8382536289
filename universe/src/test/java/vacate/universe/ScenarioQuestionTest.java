// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;
import vacate.invariant.Violation;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class ScenarioQuestionTest {
  private static final ClassLoader LOADER = Play.class.getClassLoader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "FROZEN, EMPTIED=1, FREE => ACCEPTABLE",
        "TAKEN, LEFTOVER=0, SLAB => ACCEPTABLE",
        "FROZEN, EMPTIED=1, SLAB => FORBIDDEN",
        "FROZEN, EMPTIED=1; OK, SLAB => FORBIDDEN",
        "FROZEN, EMPTY=1, FREE => FORBIDDEN",
        "FROZEN, OK; NO_PAGE=1, FREE => FORBIDDEN",
        "EMPTY=1, FROZEN, FREE => FORBIDDEN",
        "TAKEN; TWICE, EMPTIED=1, FREE => FORBIDDEN",
        "slab_unlock, EMPTIED=1, FREE => FORBIDDEN",
        "FROZEN, OK; oops, FREE => FORBIDDEN",
      })
  void whatIsBrokenIsForbidden(String outcome, Expectation expected) {
    assertThat(question("partial: free(0) | vacate").test().clauseFor(outcome).expect())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Violation.class)
  void noDamageIsAllowed(Violation damage) {
    assertThat(question("full: alloc | vacate").test().clauseFor("PAGE, GONE=0, " + damage))
        .returns(Expectation.FORBIDDEN, c -> c.expect())
        .returns("the machine is damaged", c -> c.description());
  }

  @Test
  void aPageThatWasFreedMayBeASlabAgainIfSomebodyAllocates() {
    String outcome = "PAGE, EMPTIED=1, SLAB";

    assertThat(question("full: alloc | vacate").test().clauseFor(outcome).expect())
        .isEqualTo(Expectation.ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partial: destroy(0) | alloc",
        "partial: destroy(0) | destroy(0)",
        "partial: destroy(0); shrink | vacate",
        "full: destroy(0) | vacate",
        "partial pinned(0): destroy(0) | vacate",
        "partial: destroy(0) | flush",
        "partial second: destroy(0) | vacate",
        "partial crowded: destroy(0) | vacate",
        "partial: vacate | put",
        "partial referenced: vacate",
        "partial referenced: put | put",
        "partial: free(own) | alloc",
        "partial: alloc; free(own); free(own)",
        "partial: destroy(0) | alloc; free(own)",
        "objects(3) full: free(1); destroy(0) | vacate",
        "partial: destroy(0); flush | vacate",
        "kept: destroy(0) | vacate irq: alloc",
        "fresh: alloc; destroy(0) | vacate",
        "rcu partial: idle; vacate | free(0)",
        "rcu partial: free(0); idle | vacate",
        "partial: free(0) | peek(0)",
        "rcu partial: destroy(0); idle | peek(0); idle",
        "partial: vacate | vacate | vacate | vacate | vacate",
      })
  void whatNobodyMayDoIsNoQuestion(String scenario) {
    assertThatThrownBy(() -> question(scenario))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full: free(1); destroy(0) | vacate",
        "partial: drain; destroy(0) | vacate; idle",
        "fresh: alloc; shrink | vacate",
        "cpu_slab: shrink | vacate",
        "cpu_slab: - | shrink",
        "kept: shrink | shrink | vacate",
        "objects(3) full: free(1); free(2); destroy(0) | vacate",
        "partial second get(none): vacate",
        "partial: destroy(0); defrag | defrag",
        "cpu_slab: flush | vacate",
        "fresh: alloc | flush | shrink",
        "cpu_slab: vacate | shrink",
        "cpu_slab: - | shrink irq: alloc",
        "partial: shrink | vacate irq: alloc",
        "cpu_slab: drain | destroy(0)",
        "partial referenced: vacate | put; read",
        "kept crowded: alloc; free(own); shrink",
        "cpu_slab: shrink irq: alloc | vacate",
      })
  void whatAnybodyMayDoIsOne(String scenario) {
    assertThat(question(scenario).test().call())
        .isEqualTo("vacate.universe.Play[posted, " + scenario + "]");
  }

  @Test
  void aVacateThatKeepsTheSlabAndAnswersOneRefutesThePostedPatch() {
    Result posted = explored(Revision.POSTED, "full: vacate");

    assertThat(posted.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(posted.outcomes())
        .filteredOn(o -> !o.isImpossible())
        .singleElement()
        .returns("EMPTIED=1, SLAB", Outcome::id)
        .returns("C14: vacate answers 1, and the page still is a slab", Outcome::description);
    assertThat(explored(Revision.CORRECTED, "full: vacate").verdict()).isEqualTo(Verdict.PROVED);
  }

  @Test
  void aVacateWithoutMemoryLeaksAReferenceAtFirstThenAnswersOneAndIsCured() {
    String scenario = "partial: nomem; vacate";

    assertThat(explored(Revision.POSTED_20070518, scenario).outcomeIds())
        .containsExactly("OK; NO_MEMORY=0, REFERENCE_WRONG");
    assertThat(explored(Revision.POSTED, scenario).outcomeIds())
        .containsExactly("OK; NO_MEMORY=1, SLAB");
    assertThat(explored(Revision.CORRECTED, scenario).verdict()).isEqualTo(Verdict.PROVED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "full kick(none): vacate => PROVED => LEFTOVER=0, SLAB",
        "full get(none): vacate => PROVED => LEFTOVER=0, SLAB",
        "full kick(irqs_off): vacate => REFUTED => EMPTIED=1, IRQS_OFF",
        "noctor full: vacate => PROVED => NO_OPS=0, SLAB",
        "objects(1) full: vacate => PROVED => EMPTIED=1, FREE",
        "objects(3) full pinned(2): vacate; free(0) => PROVED => LEFTOVER=0; TAKEN, SLAB",
        "partial noops: vacate => PROVED => NO_OPS=0, SLAB",
        "full compound: vacate => PROVED => EMPTIED=1, FREE",
        "objects(3) full kick(one): vacate; vacate => PROVED => LEFTOVER=0; LEFTOVER=0, SLAB",
        "cpu_slab: alloc; free(own) => PROVED => PAGE; LOCKLESS, SLAB",
        "full: free(0); free(1); read => PROVED => TO_PARTIAL; DISCARDED; READ, FREE",
        "partial referenced: vacate; put => PROVED => EMPTIED=1; OK, FREE",
        "fresh second: alloc; alloc => PROVED => ELSEWHERE; PAGE, SLAB",
      })
  void howItStartsAndWhatCallbacksDoMakeADifference(
      String scenario, Verdict verdict, String outcome) {
    Result result = explored(Revision.CORRECTED, scenario);

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.outcomeIds()).containsExactly(outcome);
  }

  @ParameterizedTest
  @EnumSource(MemoryModel.class)
  void whoReadsUnderRcuFindsAnObjectOrNothing(MemoryModel model) {
    String scenario = "rcu objects(1) full: free(0); idle | peek(0); idle";
    Result result = explored(Revision.POSTED, scenario, model);

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .containsExactlyInAnyOrder(
            "DISCARDED; OK, OK; OK, FREE", "DISCARDED; OK, NOT_FOUND; OK, FREE");
  }

  @Test
  void whatACpuDoesAfterItHasDiedDoesNotCount() {
    Result result = explored(Revision.POSTED, "store_user fresh: alloc; drain | vacate");

    assertThat(result.outcomes())
        .extracting(Outcome::id)
        .allMatch(id -> !id.matches("(?:.*, )?[a-z_]+; .*"));
  }

  @Test
  void scenariosFollowOneAnotherInOneWorld() {
    World world = new World(LOADER);
    for (String scenario :
        new String[] {
          "partial: free(0) | vacate",
          "rcu kept: alloc | - | vacate",
          "full pinned(0): vacate",
          "noctor objects(3) full second kick(none): vacate",
          "cpu_slab: alloc | flush",
        }) {
      for (Revision revision : new Revision[] {Revision.POSTED, Revision.CORRECTED}) {
        Result again =
            world
                .explore(
                    new ScenarioQuestion(revision, Scenario.parse(scenario)).test(),
                    Set.of(MemoryModel.SC),
                    Settings.of(Bounds.DEFAULT))
                .get(MemoryModel.SC);
        Result alone = explored(revision, scenario);

        assertThat(counts(again)).isEqualTo(counts(alone));
      }
    }
    assertThat(world.renewals()).describedAs(() -> world.spent()).isEqualTo(1);
  }

  private static String counts(Result r) {
    StringBuilder counts = new StringBuilder();
    counts.append(r.verdict()).append(r.executions()).append('+').append(r.blocked());
    r.outcomes().forEach(o -> counts.append(' ').append(o.id()).append('=').append(o.executions()));
    return counts.toString();
  }

  private static ScenarioQuestion question(String scenario) {
    return new ScenarioQuestion(Revision.POSTED, Scenario.parse(scenario));
  }

  private static Result explored(Revision revision, String scenario) {
    return explored(revision, scenario, MemoryModel.SC);
  }

  private static Result explored(Revision revision, String scenario, MemoryModel model) {
    Map<MemoryModel, Result> results =
        Explorer.explore(
            new ScenarioQuestion(revision, Scenario.parse(scenario)).test(),
            LOADER,
            Set.of(model),
            Settings.of(Bounds.DEFAULT),
            vacate.explorer.Progress.NONE);
    return results.get(model);
  }
}
