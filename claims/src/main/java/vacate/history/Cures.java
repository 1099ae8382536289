// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import static vacate.history.HistoricDefect.ABORT_REPORTS_SUCCESS;
import static vacate.history.HistoricDefect.BITMAP_BEHIND_VECTOR;
import static vacate.history.HistoricDefect.CALLBACKS_NOT_ASKED_FOR;
import static vacate.history.HistoricDefect.COMPOUND_PAGE_BUG_ON;
import static vacate.history.HistoricDefect.DEBUG_FLAG_CLOBBERS_LOCK;
import static vacate.history.HistoricDefect.DISCARDED_WHILE_LINKED;
import static vacate.history.HistoricDefect.DYING_SLAB_ISOLATED;
import static vacate.history.HistoricDefect.DYING_SLAB_REVIVED;
import static vacate.history.HistoricDefect.EMPTY_SLABS_STILL_COUNTED;
import static vacate.history.HistoricDefect.EMPTY_SLAB_LEAVES_INTERRUPTS_OFF;
import static vacate.history.HistoricDefect.EMPTY_SLAB_SKIPPED;
import static vacate.history.HistoricDefect.EMPTY_SLAB_STAYS_LOCKED;
import static vacate.history.HistoricDefect.FROZEN_BIT_LOSES_A_FREE;
import static vacate.history.HistoricDefect.FROZEN_SLAB_IS_A_BUG;
import static vacate.history.HistoricDefect.FULL_SLAB_ON_PARTIAL_LIST;
import static vacate.history.HistoricDefect.KEPT_SLAB_REPORTS_SUCCESS;
import static vacate.history.HistoricDefect.LAST_EMPTY_SLAB_NOT_FREED;
import static vacate.history.HistoricDefect.LIVE_SLAB_LOSES_PAGESLAB;
import static vacate.history.HistoricDefect.LOCK_BIT_LOST;
import static vacate.history.HistoricDefect.LOCK_BIT_STUCK;
import static vacate.history.HistoricDefect.LOCK_EXCLUDES_NO_FREES;
import static vacate.history.HistoricDefect.MIGRATE_NOT_ASKED_FOR;
import static vacate.history.HistoricDefect.NEW_SLAB_CLOBBERS_LOCK;
import static vacate.history.HistoricDefect.NOTHING_IS_ISOLATED;
import static vacate.history.HistoricDefect.NULL_CACHE_UNDER_LOCK;
import static vacate.history.HistoricDefect.PAGESLAB_RESURRECTED;
import static vacate.history.HistoricDefect.PAGE_LOCK_TAKEN;
import static vacate.history.HistoricDefect.PARTLY_KICKED_SLAB_GIVEN_UP;
import static vacate.history.HistoricDefect.RECLAIMABLE_CLOBBERS_LOCK;
import static vacate.history.HistoricDefect.REFERENCE_LEAKED_ON_OOM;
import static vacate.history.HistoricDefect.SCRATCH_LEAKED;
import static vacate.history.HistoricDefect.SCRATCH_TOO_SMALL;
import static vacate.history.HistoricDefect.SHRINK_RETURNS_0;
import static vacate.history.HistoricDefect.SHRINK_STOPS_WITH_A_LOCK;
import static vacate.history.HistoricDefect.SLABS_LINKED_TO_THE_STACK;
import static vacate.history.HistoricDefect.SLABS_STAY_FROZEN;
import static vacate.history.HistoricDefect.SLABS_TRIED_COUNT_AS_MOVED;
import static vacate.history.HistoricDefect.SLAB_BORN_LOCKED;
import static vacate.history.HistoricDefect.SORTED_SLABS_LOST;
import static vacate.history.HistoricDefect.STALE_NULL_CACHE;
import static vacate.history.HistoricDefect.UNLISTED_SLABS_NOT_MOVED;
import static vacate.history.HistoricDefect.UNLOCK_IS_NO_RELEASE;
import static vacate.history.HistoricDefect.USE_AFTER_DESTROY;
import static vacate.history.HistoricDefect.VACATE_MASKS_NO_INTERRUPTS;
import static vacate.history.HistoricDefect.WRONG_WORD_TESTED;
import static vacate.revision.Revision.CORRECTED;
import static vacate.revision.Revision.CORRECTED_20070504;
import static vacate.revision.Revision.CORRECTED_20070518;
import static vacate.revision.Revision.CORRECTED_20070707;
import static vacate.revision.Revision.CORRECTED_20070831;
import static vacate.revision.Revision.CORRECTED_20070831_RECLAIMABLE;
import static vacate.revision.Revision.CORRECTED_20071106;
import static vacate.revision.Revision.CORRECTED_20071128;
import static vacate.revision.Revision.CORRECTED_20080215;
import static vacate.revision.Revision.CORRECTED_20170307;
import static vacate.revision.Revision.CORRECTED_20171227;
import static vacate.revision.Revision.CORRECTED_2019;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vacate.history.Cure.Change;
import vacate.revision.Revision;

/** The cure of each version, in the order of the versions. */
public final class Cures {
  private static final Change DISCARD_UNDER_LOCK =
      new Change(
          "discard_slab unmakes the slab under its lock",
          DYING_SLAB_REVIVED,
          NULL_CACHE_UNDER_LOCK,
          DYING_SLAB_ISOLATED,
          LOCK_BIT_LOST,
          LOCK_BIT_STUCK,
          RECLAIMABLE_CLOBBERS_LOCK);

  private static final Change FLAGS_FIRST =
      new Change("new_slab sets all flags before PageSlab", DEBUG_FLAG_CLOBBERS_LOCK);

  private static final Change DISCARD_EMPTIED =
      new Change("a slab that was emptied is discarded", KEPT_SLAB_REPORTS_SUCCESS);

  private static final Change SLUB_LOCK =
      new Change(
          "vacate tries for slub_lock, which destroy holds until the cache is freed",
          USE_AFTER_DESTROY);

  private static final Change HEAD_PAGES =
      new Change("get_page_unless_zero pins head pages, too", COMPOUND_PAGE_BUG_ON);

  private static final Change SPLICED =
      new Change("what shrink has sorted it splices back", SORTED_SLABS_LOST);

  private static final Change PINNED_FIRST =
      new Change(
          "isolate takes its reference before it looks at the page, and holds it to its end",
          PAGE_LOCK_TAKEN,
          NEW_SLAB_CLOBBERS_LOCK,
          LIVE_SLAB_LOSES_PAGESLAB,
          SLAB_BORN_LOCKED);

  private static final Change PUT_BACK =
      new Change("without memory reclaim puts the slabs back", SLABS_STAY_FROZEN);

  private static final Change COUNTED =
      new Change("shrink counts nr_partial down", EMPTY_SLABS_STILL_COUNTED);

  private static final Change EMPTIES_TRIED =
      new Change("shrink spares no slab that is empty", EMPTY_SLAB_SKIPPED);

  private static final Change RELEASE =
      new Change("slab_unlock has smp_mb in the place of smp_wmb", UNLOCK_IS_NO_RELEASE);

  private static final Change FLAG_KEPT =
      new Change("a kick that frees something leaves KICKABLE", PARTLY_KICKED_SLAB_GIVEN_UP);

  private static final Change FREES_LOCK =
      new Change(
          "frees to a cache whose slabs are moved take the slab lock, as where there is no"
              + " cmpxchg_double",
          LOCK_EXCLUDES_NO_FREES,
          FROZEN_BIT_LOSES_A_FREE);

  private static final Change RIGHT_WAY =
      new Change(
          "list_add_tail has its arguments the right way round",
          SLABS_LINKED_TO_THE_STACK,
          DISCARDED_WHILE_LINKED);

  private static final Change TELLS =
      new Change("shrink returns 1 if slabs are left", SHRINK_RETURNS_0);

  private static final Change LAST_TOO =
      new Change("shrink looks at a single slab, too", LAST_EMPTY_SLAB_NOT_FREED);

  private static final Map<HistoricDefect, String> GIVES_UP =
      Map.of(STALE_NULL_CACHE, "page->slab may still be NULL; vacate gives up, and answers 0");

  private static final Map<PostedVersion, Cure> CURES = new EnumMap<>(PostedVersion.class);

  static {
    List<Change> may =
        List.of(DISCARD_UNDER_LOCK, FLAGS_FIRST, DISCARD_EMPTIED, SPLICED, SLUB_LOCK, HEAD_PAGES);
    List<Change> fix =
        with(
            may,
            new Change("the callbacks are asked for first", CALLBACKS_NOT_ASKED_FOR),
            new Change(
                "an empty slab is put back on the way of all others",
                EMPTY_SLAB_STAYS_LOCKED,
                EMPTY_SLAB_LEAVES_INTERRUPTS_OFF),
            new Change("shrink looks before it locks", SHRINK_STOPS_WITH_A_LOCK));
    cure(
        PostedVersion.RFC,
        CORRECTED_20070504,
        with(fix, new Change("interrupts are off, as in the fix", VACATE_MASKS_NO_INTERRUPTS)),
        Map.of());
    cure(PostedVersion.RFC_FIX, CORRECTED_20070504, fix, Map.of());
    cure(
        PostedVersion.MAY,
        CORRECTED_20070518,
        with(may, new Change("without memory the page is put", REFERENCE_LEAKED_ON_OOM)),
        GIVES_UP);
    List<Change> june =
        List.of(
            new Change("vacate answers 1 only if it emptied the slab", ABORT_REPORTS_SUCCESS),
            DISCARD_UNDER_LOCK,
            FLAGS_FIRST,
            DISCARD_EMPTIED,
            SLUB_LOCK,
            HEAD_PAGES);
    cure(PostedVersion.JUNE, CORRECTED, june, GIVES_UP);
    cure(
        PostedVersion.JULY,
        CORRECTED_20070707,
        with(
            june,
            new Change("the bitmap is on the stack, as in June", BITMAP_BEHIND_VECTOR),
            new Change(
                "defrag allocates when it has slub_lock", SCRATCH_LEAKED, SCRATCH_TOO_SMALL)),
        GIVES_UP);
    List<Change> august =
        List.of(
            PINNED_FIRST,
            DISCARD_UNDER_LOCK,
            FLAGS_FIRST,
            DISCARD_EMPTIED,
            PUT_BACK,
            COUNTED,
            SLUB_LOCK,
            HEAD_PAGES);
    cure(PostedVersion.AUGUST, CORRECTED_20070831, august, Map.of());
    cure(
        PostedVersion.AUGUST_RECLAIMABLE,
        CORRECTED_20070831_RECLAIMABLE,
        with(august, EMPTIES_TRIED),
        Map.of());
    cure(
        PostedVersion.NOVEMBER_6,
        CORRECTED_20071106,
        List.of(
            new Change("isolate does not ask for a second reference", NOTHING_IS_ISOLATED),
            new Change("under the lock it looks at state", WRONG_WORD_TESTED),
            new Change("reclaim has its BUG_ON the right way round", FROZEN_SLAB_IS_A_BUG),
            PINNED_FIRST,
            new Change(
                "discard_slab unmakes the slab under its lock, through state",
                PAGESLAB_RESURRECTED),
            RELEASE,
            DISCARD_EMPTIED,
            PUT_BACK,
            COUNTED,
            SLUB_LOCK,
            HEAD_PAGES),
        Map.of());
    cure(
        PostedVersion.NOVEMBER_28,
        CORRECTED_20071128,
        List.of(PUT_BACK, EMPTIES_TRIED, FLAG_KEPT, RELEASE),
        Map.of());
    cure(
        PostedVersion.FEBRUARY,
        CORRECTED_20080215,
        List.of(PUT_BACK, EMPTIES_TRIED, FLAG_KEPT),
        Map.of());
    cure(PostedVersion.MARCH_2017, CORRECTED_20170307, List.of(FREES_LOCK, RIGHT_WAY), Map.of());
    cure(
        PostedVersion.DECEMBER_2017,
        CORRECTED_20171227,
        List.of(FREES_LOCK, RIGHT_WAY, TELLS, LAST_TOO),
        Map.of());
    cure(
        PostedVersion.SMO_2019,
        CORRECTED_2019,
        List.of(
            FREES_LOCK,
            TELLS,
            LAST_TOO,
            new Change(
                "a slab that still is full goes back to the full list", FULL_SLAB_ON_PARTIAL_LIST),
            new Change("move_slabs asks for migrate, as move does", MIGRATE_NOT_ASKED_FOR),
            new Change("full slabs that can be moved are on a list", UNLISTED_SLABS_NOT_MOVED),
            new Change("move_slabs returns how many it has emptied", SLABS_TRIED_COUNT_AS_MOVED)),
        Map.of());
  }

  private Cures() {}

  private static List<Change> with(List<Change> changes, Change... more) {
    List<Change> all = new ArrayList<>(List.of(more));
    all.addAll(changes);
    return all;
  }

  private static void cure(
      PostedVersion version,
      Revision revision,
      List<Change> changes,
      Map<HistoricDefect, String> left) {
    CURES.put(version, new Cure(revision, changes, left));
  }

  /** That of a version; empty if there is none. */
  public static Optional<Cure> of(PostedVersion version) {
    return Optional.ofNullable(CURES.get(version));
  }

  /** The versions that are cured by a revision, in their order. */
  public static List<PostedVersion> curedBy(Revision revision) {
    return CURES.entrySet().stream()
        .filter(e -> e.getValue().revision() == revision)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The revisions that are cures, in the order of their versions, each once. */
  public static List<Revision> revisions() {
    return CURES.values().stream().map(Cure::revision).distinct().toList();
  }
}
