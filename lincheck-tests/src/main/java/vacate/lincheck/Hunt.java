// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.claim.Defect;
import vacate.invariant.Violation;
import vacate.revision.Revision;

/** Where each defect is looked for, and by what it is known. */
enum Hunt {
  /** The dying page is on the partial list, and the page allocator's too. */
  DYING_SLAB(
      Defect.DYING_SLAB_REVIVED,
      Revision.POSTED,
      Pair.FREE_VACATE_LAST,
      CacheFlavour.PLAIN,
      Violation.DEAD_PAGE_ON_LIST.name()),
  /** The same through kmem_cache_shrink. */
  DYING_SLAB_IN_SHRINK(
      Defect.DYING_SLAB_REVIVED,
      Revision.POSTED,
      Pair.SHRINK_VACATE_KEPT,
      CacheFlavour.PLAIN,
      Violation.DEAD_PAGE_ON_LIST.name()),
  /** The vacate unlocks a slab whose lock bit is gone: BUG_ON. */
  LOST_LOCK_BIT(
      Defect.LOCK_BIT_LOST,
      Revision.POSTED,
      Pair.FREE_VACATE_LAST,
      CacheFlavour.PLAIN,
      "bit_spin_unlock"),
  /** The page waits for its grace period locked, and nobody holds the lock. */
  STUCK_LOCK_BIT(
      Defect.LOCK_BIT_STUCK,
      Revision.POSTED,
      Pair.FREE_VACATE_LAST,
      CacheFlavour.RCU,
      Violation.LOCK_LEFT.name()),
  /** SetSlabDebug drops the lock bit of the vacate, whose unlock finds it gone: BUG_ON. */
  DEBUG_FLAG(
      Defect.DEBUG_FLAG_CLOBBERS_LOCK,
      Revision.POSTED,
      Pair.ALLOC_VACATE_FRESH,
      CacheFlavour.STORE_USER,
      "bit_spin_unlock"),
  /** The vacate asks for as much memory as the freed cache tells it to. */
  FREED_CACHE(
      Defect.USE_AFTER_DESTROY,
      Revision.POSTED,
      Pair.DESTROY_VACATE,
      CacheFlavour.PLAIN,
      "COMPLAINT: CPU 1: kmalloc"),
  /** The cache is destroyed and its last slab is not: a vacate has it. */
  SLAB_OUTLIVES_CACHE(
      Defect.UNFREEZE_AFTER_DESTROY,
      Revision.POSTED,
      Pair.DESTROY_VACATE,
      CacheFlavour.PLAIN,
      "COMPLAINT: CPU 0: kmem_cache_destroy"),
  /** The vacate takes a half built slab for a full one and puts it on the partial list. */
  HALF_BUILT_SLAB(
      Defect.PRE_PATCH_ORDER,
      Revision.PRE_PATCH,
      Pair.ALLOC_VACATE_FRESH,
      CacheFlavour.PLAIN,
      Violation.WRONG_LIST.name());

  final Defect defect;
  final Revision revision;
  final Pair pair;
  final CacheFlavour cache;
  final String sought;
  final String suffix;

  Hunt(Defect defect, Revision revision, Pair pair, CacheFlavour cache, String sought) {
    this.defect = defect;
    this.revision = revision;
    this.pair = pair;
    this.cache = cache;
    this.sought = sought;
    this.suffix = defect.label();
  }
}
