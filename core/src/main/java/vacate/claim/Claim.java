// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

/** The claims C1 to C18 that the patch makes in its text and comments, in our words. */
public enum Claim {
  C1(
      "valid-slab-has-pageslab-and-inuse",
      "Under the slab lock, PageSlab and inuse > 0 mean a slab that is set up and not being discarded.",
      Source.PATCH,
      "changelog"),
  C2(
      "inuse-zero-before-pageslab",
      "A vacate that saw PageSlab and then locks never meets a slab that is half built.",
      Source.PATCH,
      "changelog, new_slab"),
  C3(
      "inuse-zero-when-pageslab-appears",
      "Whoever sees PageSlab appear reads inuse 0 until __slab_alloc has locked and frozen the slab.",
      Source.PATCH,
      "new_slab"),
  C4(
      "reference-fails-if-being-freed",
      "get_page_unless_zero fails for a page that is free or being freed.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C5(
      "reference-keeps-page",
      "While vacate holds its reference the page is not used for anything else.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C6(
      "lock-orders-pageslab-before-inuse",
      "The barrier in slab_lock has inuse loaded after PageSlab was seen.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C7(
      "barrier-matters-for-new-slabs-only",
      "The order of C6 matters only for a slab that was just made.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C8(
      "pageslab-off-means-page-allocator",
      "If PageSlab is off under the lock, the page has reached the page allocator.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C9(
      "inuse-zero-means-in-transit",
      "If inuse is 0 under the lock, SLUB is freeing or allocating the page.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C10(
      "inuse-changes-under-lock-only",
      "inuse is never modified without the slab lock.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C11(
      "frozen-excludes-second-vacate",
      "At most one vacate is between freeze and unfreeze, and no CPU's own slab is vacated.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C12(
      "lock-blocks-all-operations",
      "While vacate holds the slab lock nobody else changes freelist, inuse, lists or flags.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C13(
      "slab-is-on-the-list-it-is-taken-from",
      "freeze_from_list takes the slab off the list that it is on.",
      Source.PATCH,
      "freeze_from_list"),
  C14(
      "one-means-success",
      "kmem_cache_vacate returns 1 if, and only if, it freed the objects in the page.",
      Source.PATCH,
      "kmem_cache_vacate"),
  C15(
      "frozen-slab-only-shrinks",
      "Between unlock and relock the frozen slab is not discarded and gives no objects; inuse only falls.",
      Source.CORE,
      "__kmem_cache_vacate"),
  C16(
      "ends-free-or-partial",
      "At the end the slab is freed or on the partial list.",
      Source.CORE,
      "__kmem_cache_vacate"),
  C17(
      "objects-allocated-at-get",
      "The objects that get is called with are allocated.",
      Source.CORE,
      "__kmem_cache_vacate"),
  C18(
      "lock-holds-list-membership",
      "While the slab lock is held nobody puts the slab on, or takes it off, the partial and full lists.",
      Source.BASE,
      "comment at the top");

  /** A name that says it. */
  public final String label;

  /** The statement, in our words. */
  public final String statement;

  public final Source source;

  /** The function or text in which it is made. */
  public final String place;

  Claim(String label, String statement, Source source, String place) {
    this.label = label;
    this.statement = statement;
    this.source = source;
    this.place = place;
  }
}
