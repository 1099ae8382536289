// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
 * was mended. Two rows have no name: the cache that is read under the lock may be NULL, while the
 * slab is being discarded. What no scenario sets up is in {@link StagedHistoryTest}, and what a
 * single CPU shows in the tests of the revisions.
 */
class HistoryTest {
  private static final Map<List<String>, Set<String>> EXPLORED = new ConcurrentHashMap<>();

  /** A row for each: defect, revision, scenario, and an outcome that it must have. */
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          R1 ! posted20070504    ! partial: vacate irq: free(0) ! deadlock
          c  ! posted20070504fix ! partial: free(0) | vacate  ! DISCARDED, LEFTOVER=0, DEAD_PAGE_ON_LIST
          d1 ! posted20070504fix ! partial: free(0) | vacate  ! DISCARDED, bit_spin_unlock, REFERENCE_WRONG
          d2 ! posted20070504fix ! partial: free(0) | vacate  ! DISCARDED, EMPTY=0, COMPLAINT
          d4 ! posted20070504fix ! store_user fresh: alloc | vacate ! PAGE, bit_spin_unlock, REFERENCE_WRONG
          -  ! posted20070504fix ! partial: free(0) | vacate  ! DISCARDED, oops, REFERENCE_WRONG
          -  ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, oops, LOCK_LEFT
          a2 ! posted20070504fix ! full: vacate                ! EMPTIED=1, SLAB
          c  ! posted20070504    ! partial: free(0) | vacate  ! DISCARDED, LEFTOVER=0, DEAD_PAGE_ON_LIST
          d1 ! posted20070504    ! partial: free(0) | vacate  ! DISCARDED, bit_spin_unlock, REFERENCE_WRONG
          d2 ! posted20070504    ! partial: free(0) | vacate  ! DISCARDED, EMPTY=0, COMPLAINT
          c  ! posted20070518    ! partial: free(0) | vacate  ! DISCARDED, LEFTOVER=0, DEAD_PAGE_ON_LIST
          b  ! posted20070518    ! partial: free(0) | vacate  ! DISCARDED, NO_CACHE=0, FREE
          d1 ! posted20070518    ! partial: free(0) | vacate  ! DISCARDED, bit_spin_unlock, REFERENCE_WRONG
          d2 ! posted20070518    ! partial: free(0) | vacate  ! DISCARDED, EMPTY=0, COMPLAINT
          d4 ! posted20070518    ! store_user fresh: alloc | vacate ! PAGE, bit_spin_unlock, REFERENCE_WRONG
          M1 ! posted20070518    ! partial: nomem; vacate      ! OK; NO_MEMORY=0, REFERENCE_WRONG
          a  ! posted            ! kept: vacate                ! EMPTY=1, SLAB
          J1 ! posted20070707    ! full: vacate                ! EMPTIED=1, COMPLAINT
          G1 ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, kmem_cache_isolate_slab, REFERENCE_WRONG
          G1 ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, kmem_cache_vacate, LIST_CORRUPT
          c  ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, LEFTOVER=0, DEAD_PAGE_ON_LIST
          d1 ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, bit_spin_unlock, REFERENCE_WRONG
          d2 ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, EMPTY=0, COMPLAINT
          d4 ! posted20070831    ! store_user fresh: alloc | vacate ! bit_spin_unlock, EMPTY=0, OBJECTS_LOST
          a2 ! posted20070831    ! full: vacate                ! EMPTIED=1, SLAB
          G5 ! posted20070831    ! partial: nomem; vacate      ! OK; NO_MEMORY=0, FROZEN_LEFT
          G6 ! posted20070831    ! kept: shrink                ! OK, NR_PARTIAL_WRONG
          N1 ! posted20071106    ! full: vacate                ! ONE_REFERENCE=0, SLAB
          G6 ! posted20071106    ! kept: shrink                ! OK, NR_PARTIAL_WRONG
          """)
  void isShown(String defect, String revision, String scenario, String outcome) {
    assertThat(outcomes(revision, scenario)).contains(outcome);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          R1 ! posted20070504fix ! partial: vacate irq: free(0) ! deadlock
          b  ! posted20070504fix ! partial: free(0) | vacate  ! DISCARDED, NO_CACHE=0, FREE
          a  ! posted20070518    ! kept: vacate                ! EMPTY=1, SLAB
          b  ! posted20070831    ! partial: free(0) | vacate  ! DISCARDED, NO_CACHE=0, FREE
          a  ! posted20070831    ! kept: vacate                ! EMPTY=1, SLAB
          G6 ! posted20071128    ! kept: shrink                ! OK, NR_PARTIAL_WRONG
          d4 ! posted20070831reclaimable ! store_user fresh: alloc | vacate ! bit_spin_unlock, EMPTY=0, OBJECTS_LOST
          M1 ! posted            ! partial: nomem; vacate      ! OK; NO_MEMORY=1, REFERENCE_WRONG
          """)
  void isMended(String defect, String revision, String scenario, String outcome) {
    assertThat(outcomes(revision, scenario)).doesNotContain(outcome);
  }

  /** Of a scenario that several rows are about, explored once. */
  private static Set<String> outcomes(String label, String scenario) {
    return EXPLORED.computeIfAbsent(List.of(label, scenario), of -> explored(label, scenario));
  }

  private static Set<String> explored(String label, String scenario) {
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
