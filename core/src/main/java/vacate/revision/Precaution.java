// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.revision.mutant.SlabLocking;
import vacate.revision.mutant.Unpinned;

/**
 * A check, a lock or an order of stores of the corrected protocol, and what the protocol is like
 * without: to show what each step is for.
 *
 * <p>Mostly that is data, one line for each thing that is done otherwise in one method, {@code
 * vacate.explorer.weaken.Edit} says how to read it; whoever loads the port's classes makes the
 * change in the class files. Where what is not done decides at run time what must not be done
 * later, or something else is done in its place, it is a class, in the package {@code mutant}.
 */
public enum Precaution {
  REFERENCE("kmem_cache_vacate", "page reference", "none", Unpinned.Looking.class),
  REFERENCE_OF_THE_LIVING(
      "kmem_cache_vacate", "get_page_unless_zero", "get_page", Unpinned.Reviving.class),
  CACHES_KEPT(
      "kmem_cache_vacate",
      "slub_lock (cure of g1, g2)",
      "none",
      "vacate.revision.Corrected.keepCaches: grant downReadTrylock",
      "vacate.revision.Corrected.letCachesGo: omit upRead"),
  FIRST_PAGESLAB(
      "kmem_cache_vacate",
      "PageSlab test before the lock",
      "none",
      "vacate.slub.SlabVacate.vacateAndTell: without isSlab"),
  CACHE_TEST(
      "kmem_cache_vacate",
      "page->slab != NULL",
      "none",
      "vacate.slub.SlabVacate.vacateAndTell: without cacheOf+1"),
  INTERRUPTS_OFF(
      "kmem_cache_vacate",
      "interrupts off",
      "on",
      "vacate.slub.SlabVacate.vacateAndTell: omit localIrqSave",
      "vacate.slub.SlabVacate.vacateAndTell: omit localIrqRestore",
      "vacate.slub.SlabVacate.__kmemCacheVacate: omit localIrqSave",
      "vacate.slub.SlabVacate.__kmemCacheVacate: omit localIrqRestore"),
  LOCK_IN_VACATE("kmem_cache_vacate", "slab lock until kick", "none", SlabLocking.InVacate.class),
  SECOND_PAGESLAB(
      "kmem_cache_vacate",
      "PageSlab test under the lock",
      "none",
      "vacate.slub.SlabVacate.vacateAndTell: without isSlab#2"),
  FROZEN_TEST(
      "kmem_cache_vacate",
      "SlabFrozen test",
      "none",
      "vacate.slub.SlabVacate.vacateAndTell: without slabFrozen"),
  INUSE_TEST(
      "kmem_cache_vacate",
      "inuse == 0 test",
      "none",
      "vacate.slub.SlabVacate.vacateAndTell: without inuse"),
  REMOVAL(
      "freeze_from_list",
      "removal from its list",
      "none",
      "vacate.slub.SlabVacate.freezeFromList: without inuse",
      "vacate.slub.SlabVacate.freezeFromList: without has"),
  FREEZE(
      "freeze_from_list",
      "SetSlabFrozen",
      "none",
      "vacate.slub.SlabVacate.freezeFromList: omit setSlabFrozen"),
  LOCK_AFTER_KICK(
      "__kmem_cache_vacate", "slab lock after kick", "none", SlabLocking.AfterKick.class),
  DISCARD_EMPTIED(
      "__kmem_cache_vacate",
      "discard if emptied (cure of a2)",
      "unfreeze_slab",
      "vacate.revision.Corrected.putBack: inherit"),
  SUCCESS(
      "kmem_cache_vacate",
      "1 only if emptied (cure of a)",
      "1 unless left over",
      "vacate.revision.Corrected.returnValue: inherit"),
  INUSE_EARLY(
      "new_slab",
      "inuse = 0 before PageSlab",
      "after",
      "vacate.slub.SlabPages.setUpSlab: move inuse behind markSlab"),
  SLAB_EARLY(
      "new_slab",
      "page->slab before PageSlab",
      "after",
      "vacate.slub.SlabPages.setUpSlab: move slab behind markSlab"),
  OFFSET_EARLY(
      "new_slab",
      "page->offset before PageSlab",
      "after",
      "vacate.slub.SlabPages.setUpSlab: move offset behind markSlab"),
  FREELIST_EARLY(
      "new_slab",
      "freelist before PageSlab",
      "after",
      "vacate.slub.SlabPages.setUpSlab: move freelist behind markSlab"),
  LOCKLESS_EARLY(
      "new_slab",
      "lockless_freelist before PageSlab",
      "after",
      "vacate.slub.SlabPages.setUpSlab: move locklessFreelist behind markSlab"),
  WRITE_BARRIER(
      "new_slab", "smp_wmb", "none", "vacate.slub.SlabPages.publicationBarrier: omit smpWmb"),
  DEBUG_EARLY(
      "new_slab",
      "SlabDebug before PageSlab (cure of d4)",
      "after",
      "vacate.revision.Corrected.markSlab: inherit"),
  LOCK_FOR_NEW_SLAB(
      "__slab_alloc", "slab lock of a new slab", "none", SlabLocking.ForNewSlab.class),
  NEW_SLAB_FROZEN(
      "__slab_alloc",
      "SetSlabFrozen of a new slab",
      "none",
      "vacate.slub.AllocAndFree.__slabAlloc: omit setSlabFrozen"),
  LOCK_FOR_PARTIAL_SLAB(
      "lock_and_freeze_slab", "slab lock", "none", SlabLocking.ForPartialSlab.class),
  PARTIAL_SLAB_FROZEN(
      "lock_and_freeze_slab",
      "SetSlabFrozen",
      "none",
      "vacate.slub.AllocAndFree.lockAndFreezeSlab: omit setSlabFrozen"),
  LOCK_IN_FLUSH("flush_slab", "slab lock", "none", SlabLocking.InFlush.class),
  UNFREEZE(
      "unfreeze_slab",
      "ClearSlabFrozen",
      "none",
      "vacate.slub.SlabState.clearSlabFrozen: omit clearBitNonAtomic"),
  LOCK_IN_FREE(
      "__slab_free",
      "slab lock",
      "none",
      "vacate.slub.AllocAndFree.__slabFree: omit slabLock",
      "vacate.slub.AllocAndFree.__slabFree: omit slabUnlock"),
  FROZEN_TEST_IN_FREE(
      "__slab_free",
      "SlabFrozen test",
      "none",
      "vacate.slub.AllocAndFree.__slabFree: without slabFrozen"),
  LOCK_IN_DISCARD(
      "discard_slab",
      "slab lock (cure of c, d1, d2)",
      "none",
      "vacate.revision.Corrected.retireSlab: omit slabLock",
      "vacate.revision.Corrected.retireSlab: omit slabUnlock"),
  MAPCOUNT_RESET(
      "discard_slab",
      "reset_page_mapcount",
      "none",
      "vacate.slub.SlabPages.retireSlab: omit resetMapcount"),
  PAGESLAB_CLEARED(
      "discard_slab",
      "__ClearPageSlab",
      "none",
      "vacate.slub.SlabPages.retireSlab: omit clearPageSlab"),
  LIST_LOCK_IN_ADD(
      "add_partial",
      "list_lock",
      "none",
      "vacate.slub.SlabLists.addPartial: omit lock",
      "vacate.slub.SlabLists.addPartial: omit unlock"),
  LIST_LOCK_IN_REMOVE(
      "remove_partial",
      "list_lock",
      "none",
      "vacate.slub.SlabLists.removePartial: omit lock",
      "vacate.slub.SlabLists.removePartial: omit unlock"),
  LIST_LOCK_IN_GET(
      "get_partial_node",
      "list_lock",
      "none",
      "vacate.slub.AllocAndFree.getPartial: omit lock",
      "vacate.slub.AllocAndFree.getPartial: omit unlock"),
  CACHES_HELD(
      "kmem_cache_destroy",
      "slub_lock to the end (cure of g1, g2)",
      "dropped first",
      "vacate.revision.Corrected.tearDown: inherit");

  private final String function;
  private final String what;
  private final String to;
  private final Class<? extends Corrected> type;
  private final String[] edits;

  Precaution(String function, String what, String to, Class<? extends Corrected> type) {
    this(function, what, to, type, new String[0]);
  }

  Precaution(String function, String what, String to, String... edits) {
    this(function, what, to, Corrected.class, edits);
  }

  Precaution(
      String function, String what, String to, Class<? extends Corrected> type, String[] edits) {
    this.function = function;
    this.what = what;
    this.to = to;
    this.type = type;
    this.edits = edits;
  }

  /** The kernel function that takes it. */
  public String function() {
    return function;
  }

  /** What it is. */
  public String what() {
    return what;
  }

  /** What there is without it. */
  public String to() {
    return to;
  }

  /** The protocol without it, the {@link #edits} aside. */
  public Class<? extends Corrected> type() {
    return type;
  }

  /** What is done otherwise in the port; empty if {@link #type} does it. */
  public String[] edits() {
    return edits.clone();
  }
}
