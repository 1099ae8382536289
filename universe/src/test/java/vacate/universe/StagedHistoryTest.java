// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Until;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/** What was wrong with versions, and what was not, where no scenario sets it up. */
class StagedHistoryTest {
  private static final String NOTHING = "";

  /**
   * Whoever meets a slab on the list, with list_lock held, meets none that is being discarded: the
   * freer holds the slab lock while it takes it off.
   */
  @ParameterizedTest
  @CsvSource({
    "posted20071128, 0,      free shrink",
    "posted20071128, 0,      shrink shrink",
    "posted20071128, 0,      free shrink shrink",
    "posted20071128, 0x10000, free shrink",
    "posted20071128, 0x80000, free shrink",
    "posted20080215, 0,      free shrink",
    "posted20080215, 0,      shrink shrink",
    "posted20080215, 0x10000, free shrink",
    "posted20080215, 0x80000, free shrink",
  })
  void whatIsFoundByTheListIsAlive(String revision, String flags, String does) {
    assertThat(outcomes(revision, flags, 4, does, MemoryModel.values()))
        .allMatch(o -> o.matches("([A-Z_]+, )*(SLAB|FREE)"));
  }

  /** The rest of what a scenario cannot set up: N3, G5 and K1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          N3 | posted20071106            | shrink       | kmem_cache_vacate, LOCK_LEFT
          G5 | posted20070831            | nomem;shrink | OK; OK, FROZEN_LEFT
          G5 | posted20070831reclaimable | nomem;shrink | OK; OK, FROZEN_LEFT
          K1 | posted20071128            | nomem;shrink | OK; OK, FROZEN_LEFT
          """)
  void isShown(String defect, String revision, String does, String outcome) {
    assertThat(outcomes(revision, "0", 4, does, MemoryModel.SC)).containsExactly(outcome);
  }

  /**
   * With the stray reference without which nothing is isolated in November. PageSlab comes back to
   * a page that is free (N4); a new slab loses it (N6), or is locked for ever: what new_slab has
   * loaded early is the word that isolate had locked.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          N4 | free vacate put       | DISCARDED, GONE=0, OK, COMPLAINT
          N6 | free;alloc vacate put | DISCARDED; PAGE, GONE=0, OK, REFERENCE_WRONG
          N6 | free;alloc vacate put | DISCARDED; PAGE, GONE=0, OK, FROZEN_LEFT
          -  | free;alloc vacate put | deadlock
          """)
  void isShownWhereSomebodyHasAReference(String defect, String does, String outcome) {
    assertThat(outcomes("posted20071106", "0", 2, does, MemoryModel.SC)).contains(outcome);
  }

  /**
   * Too much to look at all of it. Isolate looks at a page that it has no reference to, so it takes
   * the page lock of who has it by then (G2; N7 is that with a reference that is put before), or
   * the slab lock while the page is made a slab again (G3). SlabReclaimable is cleared without the
   * lock when PageSlab is off (G4).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          G2 | posted20070831            | free;read vacate     | DISCARDED; SLEEPS, GONE=0, .*
          G3 | posted20070831            | free;alloc vacate    | DISCARDED; bit_spin_unlock, GONE=0, .*
          G4 | posted20070831reclaimable | free vacate          | DISCARDED, GONE=0, COMPLAINT
          N7 | posted20071106            | free;read vacate put | DISCARDED; SLEEPS, GONE=0, .*
          """)
  void isFound(String defect, String revision, String does, String wrong) {
    Result result =
        Explorer.explore(
                StagedPlay.test(revision, 0, 2, does, wrong),
                Play.class.getClassLoader(),
                Set.of(MemoryModel.SC),
                Settings.of(Bounds.DEFAULT).until(Until.REFUTED),
                Progress.NONE)
            .get(MemoryModel.SC);
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(result.outcomes())
        .filteredOn(o -> !o.isImpossible() && o.expect().fails())
        .singleElement()
        .extracting(Outcome::id, InstanceOfAssertFactories.STRING)
        .matches(wrong);
  }

  /** Those that take the reference first know that the page is a slab when they take the lock. */
  @ParameterizedTest
  @ValueSource(strings = {"posted20070504fix", "posted20070518", "posted"})
  void untilAugustNobodyTakesThePageLock(String revision) {
    assertThat(outcomes(revision, "0", 2, "free;read vacate", MemoryModel.SC))
        .noneMatch(o -> o.contains("SLEEPS"));
  }

  private static Set<String> outcomes(
      String revision, String flags, int objects, String does, MemoryModel... models) {
    Collection<Result> results =
        Explorer.explore(
                StagedPlay.test(revision, Integer.decode(flags), objects, does, NOTHING),
                Play.class.getClassLoader(),
                Set.of(models),
                Settings.of(Bounds.DEFAULT),
                Progress.NONE)
            .values();
    assertThat(results)
        .hasSize(models.length)
        .allSatisfy(
            result -> assertThat(result.reason()).as("all executions were visited").isNull());
    return results.stream()
        .flatMap(result -> result.outcomes().stream())
        .filter(o -> !o.isImpossible())
        .map(Outcome::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
