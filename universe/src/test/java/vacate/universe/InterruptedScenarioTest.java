// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;
import vacate.revision.Revision;
import vacate.scene.Scenario;

class InterruptedScenarioTest {
  private static final ClassLoader LOADER = Play.class.getClassLoader();
  private static final Pattern DIED = Pattern.compile("(?:^|[,;] |\\[irq )([a-z]\\w*)");
  private static final Settings SETTINGS = Settings.of(Bounds.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREE         | full: free(0) irq: free(1)              | deadlock
          ALLOC        | store_user cpu_slab: alloc irq: free(0) | deadlock
          VACATE       | partial: vacate irq: free(0)            | deadlock
          FLUSH        | store_user cpu_slab: shrink irq: free(0) | deadlock
          PUT_BACK     | full pinned(0): vacate irq: alloc       | spin_lock
          SHRINK       | full: shrink irq: free(0)               | spin_lock
          WHOLE_VACATE | partial: vacate irq: free(0)            | deadlock
          """)
  void whoHoldsALockWithInterruptsOnIsFoundOut(Unmasked.Where where, String scenario, String end) {
    assertThat(ends(explored(UnmaskedPlay.test(where, scenario)))).contains(end);
    assertThat(ends(explored(posted(scenario)))).isEmpty();
  }

  /** Both kinds may come to one CPU: a device's, and that of flush_all. */
  @Test
  void whoIsCalledAndInterruptedIsToldToTheEnd() {
    StressTest test = test(Revision.CORRECTED, "fresh: alloc irq: alloc | shrink");
    Result result = explored(test);

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomes())
        .filteredOn(o -> !o.isImpossible())
        .hasSize(4)
        .allSatisfy(o -> assertThat(o.witness().execution().outcome()).isEqualTo(o.id()));
  }

  /** That CPUs wait for each other, or themselves, and where one dies. */
  private static Set<String> ends(Result result) {
    Set<String> ends = new TreeSet<>();
    for (Outcome outcome : result.outcomes()) {
      Matcher died = DIED.matcher(outcome.id());
      while (!outcome.isImpossible() && died.find()) {
        ends.add(died.group(1));
      }
    }
    return ends;
  }

  @Test
  void whereAnInterruptIsHandledIsToldBehindWhatItsCpuDid() {
    Result result = explored(test(Revision.CORRECTED, "partial: vacate irq: free(0)"));

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .containsExactlyInAnyOrder(
            "EMPTIED=1, FREE",
            "EMPTIED=1 [irq TAKEN], FREE",
            "GONE=0 [irq DISCARDED], FREE",
            "NO_CACHE=0 [irq DISCARDED], FREE",
            "NOT_SLAB=0 [irq DISCARDED], FREE",
            "NO_PAGE=0 [irq DISCARDED], FREE");
  }

  @Test
  void whileASlabIsMadeAnInterruptMayGiveTheCpuAnother() {
    Result result = explored(test(Revision.CORRECTED, "fresh: alloc irq: alloc"));

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .containsExactlyInAnyOrder(
            "PAGE, SLAB",
            "PAGE [irq PAGE], SLAB",
            "PAGE [irq ELSEWHERE], SLAB",
            "ELSEWHERE [irq PAGE], SLAB");
  }

  /** {@code __slab_alloc}: the process was on another CPU when its slab was made. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          cpu_slab: - | alloc                => PROVED  => PROVED
          cpu_slab: - | alloc proc: cpu(0)   => PROVED  => REFUTED
          partial: vacate proc: cpu(1) | -   => PROVED  => PROVED
          """)
  void whereAProcessGoesOnASlabMayBeAlready(String scenario, Verdict corrected, Verdict careless) {
    assertThat(explored(test(Revision.CORRECTED, scenario)).verdict()).isEqualTo(corrected);
    assertThat(explored(CarelessPlay.test(scenario)).verdict()).isEqualTo(careless);
  }

  /** {@code __slab_alloc}: another slab has appeared on the CPU while one was made. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          POSTED    => PAGE, SLAB + PAGE [proc PAGE], SLAB + ELSEWHERE [proc ELSEWHERE], FREE
          CORRECTED => PAGE, SLAB + PAGE [proc PAGE], SLAB + PAGE [proc ELSEWHERE], SLAB + ELSEWHERE [proc PAGE], SLAB
          """)
  void anotherProcessMayGiveTheCpuASlabMeanwhile(Revision revision, String outcomes) {
    Result result = explored(test(revision, "fresh: alloc proc: alloc"));

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds()).containsExactlyInAnyOrder(outcomes.split(" [+] "));
  }

  /** Who waits with preemption off, as for the answers of others, is not taken from his CPU. */
  @Test
  void anotherProcessComesOnlyWhereThatMayTakeTheCpu() {
    Result result = explored(test(Revision.CORRECTED, "partial: shrink proc: shrink | shrink"));

    assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .containsExactlyInAnyOrder("OK, OK, SLAB", "OK [proc OK], OK, SLAB");
  }

  @Test
  void aSecondVacateOnTheCpuGivesUpOrIsAllThereIs() {
    Result result = explored(test(Revision.CORRECTED, "partial: vacate proc: vacate"));

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .allMatch(
            o -> o.matches("EMPTIED=1( .proc [A-Z_]+=0.)?, FREE|[A-Z_]+=0 .proc EMPTIED=1., FREE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          cpu_slab: alloc | flush => PAGE, OK, SLAB
          cpu_slab: flush | flush => OK, OK, SLAB
          store_user cpu_slab: free(0) | shrink => DISCARDED, OK, FREE + FROZEN, OK, FREE
          cpu_slab: - irq: alloc | shrink => OK, SLAB + [irq PAGE], OK, SLAB
          rcu cpu_slab: free(0); idle | flush; idle => DISCARDED; OK, OK; OK, FREE + LOCKLESS; OK, OK; OK, SLAB
          """)
  void whoIsCalledPutsItsSlabBackWhereItsInterruptsAreOn(String scenario, String outcomes) {
    for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
      Result result = explored(test(revision, scenario));

      assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
      assertThat(String.join(" + ", new TreeSet<>(result.outcomeIds()))).isEqualTo(outcomes);
    }
  }

  @Test
  void twoThatCallEachOtherWithInterruptsOffWaitForEver() {
    assertThat(ends(explored(UnmaskedPlay.masked("cpu_slab: flush | flush")))).contains("deadlock");
    assertThat(ends(explored(posted("cpu_slab: flush | flush")))).isEmpty();
  }

  @Test
  void oneComesWhileTheCpuRunsItsCallbacksToo() {
    Result result =
        explored(test(Revision.CORRECTED, "rcu objects(1) full: free(0); idle irq: alloc"));

    assertThat(result.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(result.outcomeIds())
        .containsExactlyInAnyOrder(
            "DISCARDED; OK, FREE",
            "DISCARDED; OK [irq ELSEWHERE], FREE",
            "DISCARDED; OK [irq PAGE], SLAB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "EMPTIED=1 [irq FROZEN], FREE => ACCEPTABLE",
        "EMPTIED=1 [irq slab_unlock], FREE => FORBIDDEN",
        "[irq spin_lock], FREE => FORBIDDEN",
        "OK, PAGE [irq TWICE], FREE => FORBIDDEN",
        "PAGE [irq TAKEN], EMPTY=1, FREE => FORBIDDEN",
      })
  void whatIsBrokenInAnInterruptIsForbidden(String outcome, Expectation expected) {
    assertThat(posted("partial: free(0) | vacate").clauseFor(outcome).expect()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "partial: vacate irq: free(0)",
        "store_user full: free(0) irq: free(1)",
        "fresh: alloc irq: alloc",
        "partial: drain; free(0) irq: alloc",
      })
  void nothingIsLostWhereNotEachPlaceIsAskedFor(String scenario) {
    StressTest test = test(Revision.CORRECTED, scenario);

    assertThat(explored(test, SETTINGS.reducing(Set.of(Reduction.WAITS))).outcomeIds())
        .containsExactlyInAnyOrderElementsOf(explored(test).outcomeIds());
  }

  @Test
  void isTheSameInAWorldAndAlone() {
    World world = new World(LOADER);
    for (String scenario :
        List.of(
            "partial: vacate irq: free(0)",
            "rcu full: free(0); idle irq: alloc",
            "partial: vacate irq: free(0)",
            "partial: - irq: alloc | - irq: free(0)")) {
      for (Revision revision : List.of(Revision.POSTED, Revision.CORRECTED)) {
        StressTest test = test(revision, scenario);
        Result again = world.explore(test, Set.of(MemoryModel.SC), SETTINGS).get(MemoryModel.SC);

        assertThat(said(again)).isEqualTo(said(explored(test)));
      }
    }
    assertThat(world.renewals()).describedAs(() -> world.spent()).isEqualTo(1);
  }

  private static String said(Result r) {
    StringBuilder text = new StringBuilder();
    text.append(r.verdict()).append(r.executions()).append('+').append(r.blocked());
    r.outcomes()
        .forEach(
            o ->
                text.append(' ')
                    .append(o.id())
                    .append('=')
                    .append(o.executions())
                    .append(o.isImpossible() ? "" : o.witness().token()));
    return text.toString();
  }

  private static StressTest posted(String scenario) {
    return test(Revision.POSTED, scenario);
  }

  private static StressTest test(Revision revision, String scenario) {
    return new ScenarioQuestion(revision, Scenario.parse(scenario)).test();
  }

  private static Result explored(StressTest test) {
    return explored(test, SETTINGS);
  }

  private static Result explored(StressTest test, Settings settings) {
    return Explorer.explore(test, LOADER, Set.of(MemoryModel.SC), settings, Progress.NONE)
        .get(MemoryModel.SC);
  }
}
