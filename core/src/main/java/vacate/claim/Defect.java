// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** What is wrong with the patch as posted, and with the code before it. */
public enum Defect {
  ABORT_REPORTS_SUCCESS(
      "a", "vacate returns 1 when it gave up before it did anything", Source.PATCH, "returnValue"),
  KEPT_SLAB_REPORTS_SUCCESS(
      "a2",
      "vacate returns 1 for an emptied slab that stays a slab, on a short partial list",
      Source.PATCH,
      "putBack"),
  STALE_NULL_CACHE(
      "b",
      "page->slab is read without the lock and may be NULL after PageSlab was seen",
      Source.PATCH,
      "returnValue"),
  USE_AFTER_DESTROY(
      "g1",
      "vacate reads a cache that kmem_cache_destroy has freed",
      Source.PATCH,
      "vacatePinned, tearDown"),
  UNFREEZE_AFTER_DESTROY(
      "g2",
      "kmem_cache_destroy frees the cache while vacate still holds its last slab frozen",
      Source.PATCH,
      "vacatePinned, tearDown"),
  DYING_SLAB_REVIVED(
      "c",
      "discard_slab sets inuse to 0xffff while PageSlab is on; vacate puts the dying page on a list",
      Source.PATCH,
      "retireSlab"),
  LOCK_BIT_LOST(
      "d1",
      "discard_slab's non-atomic flag writes drop PG_locked; slab_unlock hits its BUG_ON",
      Source.PATCH,
      "retireSlab"),
  LOCK_BIT_STUCK(
      "d2",
      "discard_slab's non-atomic flag writes bring PG_locked back; the page is freed locked",
      Source.PATCH,
      "retireSlab"),
  DEBUG_FLAG_CLOBBERS_LOCK(
      "d4",
      "new_slab sets SlabDebug after PageSlab, non-atomically, and drops or revives PG_locked",
      Source.PATCH,
      "markSlab"),
  COMPOUND_PAGE_BUG_ON(
      "j",
      "with DEBUG_VM, vacate of any slab of order > 0 is a BUG in get_page_unless_zero",
      Source.PATCH,
      "getPageUnlessZero"),
  UNINITIALISED_OBJECT_KICKED(
      "l",
      "without a constructor get may be called on an object that nobody has initialised yet",
      Source.CORE,
      "canKick"),
  PRE_PATCH_ORDER(
      "pre-patch",
      "before the patch PageSlab is visible while inuse is 0xffff: a half built slab is vacated",
      Source.BASE,
      "setUpSlab"),
  MISSING_WRITE_BARRIER(
      "no-wmb",
      "without smp_wmb PageSlab may be seen before inuse is 0",
      Source.BASE,
      "publicationBarrier"),
  REFERENCE_LEAKED_ON_OOM(
      "m1",
      "without memory for the vector vacate keeps its page reference: the page is never free again",
      Source.PATCH_20070518,
      "unpin");

  /** Its letter in the analysis. */
  public final String id;

  /** One sentence: what goes wrong. */
  public final String sentence;

  public final Source source;

  /** The step of {@code vacate.revision.Corrected}, or of {@code Slub}, in which it is cured. */
  public final String curedIn;

  Defect(String id, String sentence, Source source, String curedIn) {
    this.id = id;
    this.sentence = sentence;
    this.source = source;
    this.curedIn = curedIn;
  }

  /** The stable name, as in {@code lock-bit-lost}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
