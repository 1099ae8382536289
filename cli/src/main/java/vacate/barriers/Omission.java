// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.List;
import vacate.explorer.weaken.Substitution;
import vacate.revision.Corrected;
import vacate.revision.mutant.Lists;
import vacate.revision.mutant.Publishing;
import vacate.revision.mutant.SlabLocking;
import vacate.revision.mutant.Vacating;

/** A check, a lock or an order of stores of the corrected protocol that can be left out. */
enum Omission {
  REFERENCE("kmem_cache_vacate", "page reference", "none", Vacating.WithoutReference.class),
  REFERENCE_OF_THE_LIVING(
      "kmem_cache_vacate", "get_page_unless_zero", "get_page", Vacating.WithoutZeroTest.class),
  CACHES_KEPT(
      "kmem_cache_vacate", "slub_lock (cure of g1, g2)", "none", Vacating.WithoutCachesKept.class),
  FIRST_PAGESLAB(
      "kmem_cache_vacate",
      "PageSlab test before the lock",
      "none",
      Vacating.WithoutFirstPageSlab.class),
  CACHE_TEST("kmem_cache_vacate", "page->slab != NULL", "none", Vacating.WithoutCacheTest.class),
  INTERRUPTS_OFF("kmem_cache_vacate", "interrupts off", "on", Vacating.WithInterrupts.class),
  LOCK_IN_VACATE("kmem_cache_vacate", "slab lock until kick", "none", SlabLocking.InVacate.class),
  SECOND_PAGESLAB(
      "kmem_cache_vacate",
      "PageSlab test under the lock",
      "none",
      Vacating.WithoutSecondPageSlab.class),
  FROZEN_TEST("kmem_cache_vacate", "SlabFrozen test", "none", Vacating.WithoutFrozenTest.class),
  INUSE_TEST("kmem_cache_vacate", "inuse == 0 test", "none", Vacating.WithoutInuseTest.class),
  REMOVAL("freeze_from_list", "removal from its list", "none", Vacating.WithoutRemoval.class),
  FREEZE("freeze_from_list", "SetSlabFrozen", "none", Vacating.WithoutFreeze.class),
  LOCK_AFTER_KICK(
      "__kmem_cache_vacate", "slab lock after kick", "none", SlabLocking.AfterKick.class),
  DISCARD_EMPTIED(
      "__kmem_cache_vacate",
      "discard if emptied (cure of a2)",
      "unfreeze_slab",
      Vacating.WithoutDiscard.class),
  SUCCESS(
      "kmem_cache_vacate",
      "1 only if emptied (cure of a)",
      "1 unless left over",
      Vacating.WithoutSuccessTest.class),
  INUSE_EARLY("new_slab", "inuse = 0 before PageSlab", "after", Publishing.InuseLate.class),
  SLAB_EARLY("new_slab", "page->slab before PageSlab", "after", Publishing.SlabLate.class),
  OFFSET_EARLY("new_slab", "page->offset before PageSlab", "after", Publishing.OffsetLate.class),
  FREELIST_EARLY("new_slab", "freelist before PageSlab", "after", Publishing.FreelistLate.class),
  LOCKLESS_EARLY(
      "new_slab",
      "lockless_freelist before PageSlab",
      "after",
      Publishing.LocklessFreelistLate.class),
  WRITE_BARRIER("new_slab", "smp_wmb", "none", Publishing.WithoutWriteBarrier.class),
  DEBUG_EARLY(
      "new_slab", "SlabDebug before PageSlab (cure of d4)", "after", Publishing.DebugLate.class),
  LOCK_FOR_NEW_SLAB(
      "__slab_alloc", "slab lock of a new slab", "none", SlabLocking.ForNewSlab.class),
  NEW_SLAB_FROZEN(
      "__slab_alloc", "SetSlabFrozen of a new slab", "none", Lists.NewSlabNotFrozen.class),
  LOCK_FOR_PARTIAL_SLAB(
      "lock_and_freeze_slab", "slab lock", "none", SlabLocking.ForPartialSlab.class),
  PARTIAL_SLAB_FROZEN(
      "lock_and_freeze_slab", "SetSlabFrozen", "none", Lists.PartialSlabNotFrozen.class),
  LOCK_IN_FLUSH("flush_slab", "slab lock", "none", SlabLocking.InFlush.class),
  UNFREEZE("unfreeze_slab", "ClearSlabFrozen", "none", Lists.StaysFrozen.class),
  LOCK_IN_FREE("__slab_free", "slab lock", "none", SlabLocking.InFree.class),
  FROZEN_TEST_IN_FREE("__slab_free", "SlabFrozen test", "none", Lists.FrozenMoved.class),
  LOCK_IN_DISCARD(
      "discard_slab", "slab lock (cure of c, d1, d2)", "none", SlabLocking.InDiscard.class),
  MAPCOUNT_RESET("discard_slab", "reset_page_mapcount", "none", Lists.MapcountKept.class),
  PAGESLAB_CLEARED("discard_slab", "__ClearPageSlab", "none", Lists.PageSlabKept.class),
  LIST_LOCK_IN_ADD("add_partial", "list_lock", "none", Lists.AddUnlocked.class),
  LIST_LOCK_IN_REMOVE("remove_partial", "list_lock", "none", Lists.RemoveUnlocked.class),
  LIST_LOCK_IN_GET("get_partial_node", "list_lock", "none", Lists.GetUnlocked.class),
  CACHES_HELD(
      "kmem_cache_destroy",
      "slub_lock to the end (cure of g1, g2)",
      "dropped first",
      Lists.CachesLetGo.class);

  private final String function;
  private final String what;
  private final String to;
  private final Class<? extends Corrected> without;

  Omission(String function, String what, String to, Class<? extends Corrected> without) {
    this.function = function;
    this.what = what;
    this.to = to;
    this.without = without;
  }

  /** As the command line and the explanations spell it. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The corrected protocol of these tests without it; {@code classes} finds theirs. */
  Mutant leftOut(List<MutatedTest> subjects, ClassLoader classes) {
    Substitution substitution =
        new Substitution(classes, Corrected.class.getName(), without.getName());
    String place = without.getName().replaceFirst(".*[.]", "").replace('$', '.');
    return new Mutant(
        label(),
        function,
        place,
        what,
        to,
        subjects.stream().map(s -> s.with(substitution)).toList());
  }
}
