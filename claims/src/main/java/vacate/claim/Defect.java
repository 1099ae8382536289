// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/**
 * What is wrong with the patch as posted, with what it mends, and with it where one step is left
 * out.
 */
public enum Defect {
  ABORT_REPORTS_SUCCESS(
      "a",
      "vacate returns 1 when it gave up before it did anything",
      Source.PATCH,
      "kmem_cache_vacate",
      "returnValue",
      "1 is returned only if every object is out of the page and the page left the cache."),
  KEPT_SLAB_REPORTS_SUCCESS(
      "a2",
      "vacate returns 1 for an emptied slab that stays a slab, on a short partial list",
      Source.PATCH,
      "kmem_cache_vacate, unfreeze_slab",
      "putBack",
      "A slab that was emptied is discarded, however short the partial list is."),
  STALE_NULL_CACHE(
      "b",
      "page->slab is read without the lock and may be NULL after PageSlab was seen",
      Source.PATCH,
      "kmem_cache_vacate",
      "returnValue",
      "Giving up counts as failure, so a cache that is seen as NULL in passing does no harm."),
  USE_AFTER_DESTROY(
      "g1",
      "vacate reads a cache that kmem_cache_destroy has freed",
      Source.PATCH,
      "kmem_cache_vacate, kmem_cache_destroy",
      "keepCaches, tearDown",
      "A vacate tries for slub_lock, and kmem_cache_destroy holds it until the cache is freed."),
  UNFREEZE_AFTER_DESTROY(
      "g2",
      "kmem_cache_destroy frees the cache while vacate still holds its last slab frozen",
      Source.PATCH,
      "kmem_cache_vacate, kmem_cache_destroy",
      "keepCaches, tearDown",
      "A vacate tries for slub_lock, and kmem_cache_destroy holds it until the cache is freed."),
  DYING_SLAB_REVIVED(
      "c",
      "discard_slab sets inuse to 0xffff while PageSlab is on; vacate puts the dying page on a list",
      Source.PATCH,
      "discard_slab",
      "retireSlab",
      "The slab is unmade under its lock: a vacate that gets in before gives up, one that comes after sees no slab."),
  LOCK_BIT_LOST(
      "d1",
      "discard_slab's non-atomic flag writes drop PG_locked; slab_unlock hits its BUG_ON",
      Source.PATCH,
      "discard_slab",
      "retireSlab",
      "The slab is unmade under its lock, so nobody takes the lock between the load and the store of the flags."),
  LOCK_BIT_STUCK(
      "d2",
      "discard_slab's non-atomic flag writes bring PG_locked back; the page is freed locked",
      Source.PATCH,
      "discard_slab",
      "retireSlab",
      "The slab is unmade under its lock, so nobody drops the lock between the load and the store of the flags."),
  DEBUG_FLAG_CLOBBERS_LOCK(
      "d4",
      "new_slab sets SlabDebug after PageSlab, non-atomically, and drops or revives PG_locked",
      Source.PATCH,
      "new_slab",
      "markSlab",
      "SlabDebug is set before PageSlab, while nobody can find the page and lock it."),
  COMPOUND_PAGE_BUG_ON(
      "j",
      "with DEBUG_VM, vacate of any slab of order > 0 is a BUG in get_page_unless_zero",
      Source.PATCH,
      "get_page_unless_zero",
      "getPageUnlessZero",
      "A head page may be pinned; a tail has no count of its own and is refused."),
  UNINITIALISED_OBJECT_KICKED(
      "l",
      "without a constructor get may be called on an object that nobody has initialised yet",
      Source.CORE,
      "__kmem_cache_vacate",
      "canKick",
      "Only a cache with a constructor is vacated: its objects are fit to be looked at from the start."),
  CALLBACK_AFTER_DESTROY(
      "rcu",
      "kmem_cache_destroy frees a cache whose slabs wait for a grace period; their callbacks read it",
      Source.BASE,
      "kmem_cache_destroy, __free_slab",
      "awaitCallbacks",
      "The cache is freed when the callbacks of all its slabs have run."),
  PRE_PATCH_ORDER(
      "pre-patch",
      "before the patch PageSlab is visible while inuse is 0xffff: a half built slab is vacated",
      Source.BASE,
      "new_slab",
      "setUpSlab",
      "The slab is set up first; PageSlab is set last, behind an smp_wmb."),
  MISSING_WRITE_BARRIER(
      "no-wmb",
      "without smp_wmb PageSlab may be seen before inuse is 0",
      Source.PATCH_WITHOUT_BARRIER,
      "new_slab",
      "publicationBarrier",
      "An smp_wmb stands between the stores that set the slab up and that of PageSlab."),
  REFERENCE_LEAKED_ON_OOM(
      "m1",
      "without memory for the vector vacate keeps its page reference: the page is never free again",
      Source.PATCH_20070518,
      "kmem_cache_vacate",
      "unpin",
      "However a vacate ends, it drops its reference.");

  /** Its letter in the analysis. */
  public final String id;

  /** One sentence: what goes wrong. */
  public final String sentence;

  public final Source source;

  /** The kernel functions in which it is. */
  public final String place;

  /** The step of {@code vacate.revision.Corrected}, or of {@code Slub}, in which it is cured. */
  public final String curedIn;

  /** One sentence: what that changes. */
  public final String cure;

  Defect(String id, String sentence, Source source, String place, String curedIn, String cure) {
    this.id = id;
    this.sentence = sentence;
    this.source = source;
    this.place = place;
    this.curedIn = curedIn;
    this.cure = cure;
  }

  /** The stable name, as in {@code lock-bit-lost}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
