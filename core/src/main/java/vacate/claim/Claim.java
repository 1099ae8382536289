// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static vacate.claim.Model.SC;
import static vacate.claim.Model.TSO;
import static vacate.revision.Revision.CORRECTED;
import static vacate.revision.Revision.POSTED;
import static vacate.revision.Revision.POSTED_20070518;
import static vacate.revision.Revision.PRE_PATCH;
import static vacate.revision.Revision.WITHOUT_WRITE_BARRIER;

/** The claims C1 to C18 that the patch makes in its text and comments, in our words. */
public enum Claim {
  C1(
      "valid-slab-has-pageslab-and-inuse",
      "Under the slab lock, PageSlab and inuse > 0 mean a slab that is set up and not being discarded.",
      Source.PATCH,
      "changelog",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "discard_slab sets inuse to 0xffff without the lock, while PageSlab is on (c)"),
  C2(
      "inuse-zero-before-pageslab",
      "A vacate that saw PageSlab and then locks never meets a slab that is half built.",
      Source.PATCH,
      "changelog, new_slab",
      Truth.in(POSTED, CORRECTED).butIn(WITHOUT_WRITE_BARRIER, SC, TSO).butNotIn(PRE_PATCH),
      "the smp_wmb orders all stores of new_slab before PageSlab; only where stores stay in order"
          + " anyway is it not needed"),
  C3(
      "inuse-zero-when-pageslab-appears",
      "Whoever sees PageSlab appear reads inuse 0 until __slab_alloc has locked and frozen the slab.",
      Source.PATCH,
      "new_slab",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "in a cache with debugging SetSlabDebug drops the lock bit, and two hold the lock (d4)"),
  C4(
      "reference-fails-if-being-freed",
      "get_page_unless_zero fails for a page that is free or being freed.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "a slab that is being discarded keeps its count until discard_slab is nearly over"),
  C5(
      "reference-keeps-page",
      "While vacate holds its reference the page is not used for anything else.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "the page goes back only when its count falls to 0, with a full barrier"),
  C6(
      "lock-orders-pageslab-before-inuse",
      "The barrier in slab_lock has inuse loaded after PageSlab was seen.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "test_and_set_bit is a full barrier on both sides"),
  C7(
      "barrier-matters-for-new-slabs-only",
      "The order of C6 matters only for a slab that was just made.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "discard_slab takes no lock, so which of PageSlab and inuse is loaded first decides whether"
          + " a dying slab is taken for a full one (c)"),
  C8(
      "pageslab-off-means-page-allocator",
      "If PageSlab is off under the lock, the page has reached the page allocator.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "PageSlab is cleared before the page is freed, and the vacate's own reference keeps it"),
  C9(
      "inuse-zero-means-in-transit",
      "If inuse is 0 under the lock, SLUB is freeing or allocating the page.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "an empty slab may be kept on a short partial list"),
  C10(
      "inuse-changes-under-lock-only",
      "inuse of a slab is never modified without the slab lock.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "discard_slab resets the mapcount, which is inuse, without it (e)"),
  C11(
      "frozen-excludes-second-vacate",
      "At most one vacate is between freeze and unfreeze, and no CPU's own slab is vacated.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "FROZEN is set and tested under the slab lock, as long as that excludes"),
  C12(
      "lock-blocks-all-operations",
      "While vacate holds the slab lock nobody else changes freelist, inuse, lists or flags.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "discard_slab, and SetSlabDebug in new_slab, do not wait for the lock (c, d4)"),
  C13(
      "slab-is-on-the-list-it-is-taken-from",
      "freeze_from_list takes the slab off the list that it is on.",
      Source.PATCH,
      "freeze_from_list",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "a dying slab, or one that is not yet finished, is on no list (c, d4)"),
  C14(
      "one-means-success",
      "kmem_cache_vacate returns 1 only if no object is left in the page and the slab is given up.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED, POSTED_20070518),
      "giving up counts as nothing left (a), and an emptied slab may be kept (a2); the version of"
          + " 18 May 2007 knew the first"),
  C15(
      "frozen-slab-only-shrinks",
      "Between unlock and relock the frozen slab is not discarded and gives no objects; inuse only falls.",
      Source.CORE,
      "__kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "frees skip the lists of a frozen slab, and allocations come from listed slabs or the CPU's"
          + " own"),
  C16(
      "ends-free-or-partial",
      "At the end the slab is freed or on the partial list.",
      Source.CORE,
      "__kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "a slab that stays full is on no list, or on the full list"),
  C17(
      "objects-allocated-at-get",
      "The objects that get is called with are allocated.",
      Source.CORE,
      "__kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "they are those off the freelist, which is read under the slab lock"),
  C18(
      "lock-holds-list-membership",
      "While the slab lock is held nobody puts a slab on, or takes it off, the partial and full lists.",
      Source.BASE,
      "comment at the top",
      Truth.in(POSTED, CORRECTED),
      "every list move of a live cache is made by who holds the lock; the end of a cache, free_list,"
          + " holds list_lock only");

  /** A name that says it. */
  public final String label;

  /** The statement, in our words. */
  public final String statement;

  public final Source source;

  /** The function or text in which it is made. */
  public final String place;

  /** Where it is expected to hold. */
  public final Truth truth;

  /** Why it holds, or does not. */
  public final String because;

  Claim(String label, String statement, Source source, String place, Truth truth, String because) {
    this.label = label;
    this.statement = statement;
    this.source = source;
    this.place = place;
    this.truth = truth;
    this.because = because;
  }
}
