// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;
import static vacate.revision.Revision.CORRECTED;
import static vacate.revision.Revision.POSTED;
import static vacate.revision.Revision.POSTED_20070518;
import static vacate.revision.Revision.PRE_PATCH;
import static vacate.revision.Revision.WITHOUT_WRITE_BARRIER;

import java.util.Optional;

/**
 * The claims that the patch makes in its text and comments, C1 to C18, and one, C19, that the code
 * below it makes and that the patch breaks: in our words, with the source's quantifiers. Where a
 * sentence is false and a condition saves it, the condition stands apart.
 */
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
      "A vacate that saw PageSlab and then locks reads no inuse of 0xffff and no half built slab,"
          + " freelist or offset from new_slab.",
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
      "in a cache with debugging SetSlabDebug drops the lock bit, and two hold the lock (d4); and"
          + " a new slab that __slab_alloc does not want after all is never frozen but discarded,"
          + " with inuse 0xffff while PageSlab is on (c)",
      "the cache has no debugging, and __slab_alloc uses the slab that it made",
      Truth.in(POSTED, CORRECTED)),
  C4(
      "reference-fails-if-being-freed",
      "get_page_unless_zero fails for a page that is free or being freed.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "a slab that is being discarded keeps its count until discard_slab is nearly over",
      "a page were being freed only once its last reference is dropped",
      Truth.in(POSTED, CORRECTED)),
  C5(
      "reference-keeps-page",
      "While vacate holds its reference the page is not used for anything else.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "the page goes back only when its count falls to 0, with a full barrier; but where two hold the"
          + " slab lock (d4) both may find the slab empty and discard it, and the second takes the"
          + " vacate's reference for its own",
      "the slab lock excludes",
      Truth.in(POSTED, CORRECTED)),
  C6(
      "lock-orders-pageslab-before-inuse",
      "The barrier in slab_lock has inuse loaded after PageSlab was seen.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(POSTED, CORRECTED),
      "test_and_set_bit is a full barrier on both sides"),
  C7(
      "barrier-matters-for-new-slabs-only",
      "The barrier of C6, and the order that it makes, matter only for a newly created slab: of an"
          + " older one vacate reads the same inuse without them.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED).butIn(CORRECTED, SC, TSO, PSO),
      "as posted discard_slab takes no lock, so which of PageSlab and inuse is loaded first decides"
          + " whether a dying slab is taken for a full one (c); and where loads may pass each other"
          + " a slab_lock without a barrier lets vacate read an inuse from before the last free of"
          + " a slab of any age",
      "both loads are made behind the barrier and under the lock",
      Truth.in(CORRECTED).butNotIn(POSTED)),
  C8(
      "pageslab-off-means-page-allocator",
      "If PageSlab is off under the lock, the page has reached the page allocator.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "PageSlab is cleared before the page is freed, an RCU cache waits for a grace period first,"
          + " and the vacate's own reference keeps the page from it"),
  C9(
      "inuse-zero-means-in-transit",
      "If inuse is 0 under the lock, SLUB is freeing or allocating the page.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "an empty slab may be kept on a short partial list, or stay a CPU's own",
      "the slab is neither frozen nor on the partial list",
      Truth.in(POSTED, CORRECTED)),
  C10(
      "inuse-changes-under-lock-only",
      "inuse is never modified without the slab lock held.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "new_slab sets it to 0 without the lock, where nobody yet looks; as posted discard_slab resets"
          + " the mapcount, which is inuse, without it, and there vacate looks (c)",
      "PageSlab is on",
      Truth.in(CORRECTED).butNotIn(POSTED)),
  C11(
      "frozen-excludes-second-vacate",
      "At most one vacate is between freeze and unfreeze, and no CPU's own slab is vacated.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "discard_slab writes the flags back without the FROZEN that a vacate has set meanwhile, and a"
          + " second vacate gets in (c); SetSlabDebug drops the lock bit, and __slab_alloc freezes"
          + " the slab between two looks of a vacate (d4)",
      "the slab lock excludes everybody who writes the flags",
      Truth.in(POSTED, CORRECTED)),
  C12(
      "lock-blocks-all-operations",
      "While vacate holds the slab lock nobody else changes the slab's freelist, inuse, flags or"
          + " place on a list.",
      Source.PATCH,
      "kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "as posted discard_slab, and SetSlabDebug in new_slab, do not wait for the lock (c, d4);"
          + " kmem_cache_shrink sorts the partial list, and kmem_cache_destroy empties it, under"
          + " list_lock alone",
      "kmem_cache_shrink and kmem_cache_destroy left the slab where it is",
      Truth.in(CORRECTED).butNotIn(POSTED)),
  C13(
      "slab-is-on-the-list-it-is-taken-from",
      "freeze_from_list takes the slab off the list that it is on.",
      Source.PATCH,
      "freeze_from_list",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "a dying slab, or one that is not yet finished, is on no list (c, d4)",
      "the slab is live and the slab lock excludes",
      Truth.in(POSTED, CORRECTED)),
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
      Truth.in(CORRECTED).butNotIn(POSTED),
      "a vacate may have frozen a slab that discard_slab is about to unmake: PageSlab goes off"
          + " meanwhile (c)",
      "the slab is live and the slab lock excludes",
      Truth.in(POSTED, CORRECTED)),
  C16(
      "ends-free-or-partial",
      "At the end the slab is freed or on the partial list.",
      Source.CORE,
      "__kmem_cache_vacate",
      Truth.notIn(POSTED, CORRECTED),
      "a slab that stays full is on no list, or on the full list; and a vacate whose cache is destroyed"
          + " meanwhile reads from freed memory what it should do (g1)",
      "it is not full then, the slab lock excludes, and the cache is still there",
      Truth.in(POSTED, CORRECTED)),
  C17(
      "objects-allocated-at-get",
      "The objects that get is called with are allocated.",
      Source.CORE,
      "__kmem_cache_vacate",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "get is given what is not on the freelist; __slab_alloc of 2.6.22 overwrites the"
          + " lockless_freelist of a slab that its CPU got meanwhile, and the objects on it are"
          + " nobody's from then on; and a vacate whose cache is destroyed meanwhile reads from freed"
          + " memory what is on the freelist (g1)",
      "no CPU has lost free objects of the slab, and the cache is still there",
      Truth.in(POSTED, CORRECTED)),
  C18(
      "lock-holds-list-membership",
      "While the slab lock is held no object of the slab is allocated or freed, and nobody puts the"
          + " slab on, or takes it off, the partial and full lists.",
      Source.BASE,
      "comment at the top",
      Truth.notIn(POSTED, CORRECTED),
      "a CPU allocates from its own slab without the lock; kmem_cache_shrink and kmem_cache_destroy"
          + " hold list_lock only; and as posted a vacate whose lock bit discard_slab has wiped puts"
          + " the dying slab on the partial list (c)",
      "the slab is live and no CPU's own, the slab lock excludes, and it is not for"
          + " kmem_cache_shrink or kmem_cache_destroy to move it",
      Truth.in(POSTED, CORRECTED)),
  C19(
      "flag-updates-do-not-race",
      "SLUB updates its flags only while it makes or unmakes the slab, or under the slab lock, and"
          + " nobody else changes the word meanwhile.",
      Source.FLAGS,
      "changelog",
      Truth.in(CORRECTED).butNotIn(POSTED),
      "an update is a load and a store, and vacate takes PG_locked, in the same word, of a page whose"
          + " flags new_slab or discard_slab are updating without the lock (d1, d2, d4)",
      "nobody has the lock of a page that another makes a slab of, or unmakes",
      Truth.in(POSTED, CORRECTED));

  /** A name that says it. */
  public final String label;

  /** The sentence, in our words and with the quantifiers of the source. */
  public final String statement;

  public final Source source;

  /** The function or text in which it is made. */
  public final String place;

  /** Where the sentence, as it stands, is expected to hold. */
  public final Truth truth;

  /** Why it holds, or does not. */
  public final String because;

  /** What would make it hold where it does not; empty if no condition saves it. */
  public final Optional<Qualifier> qualifier;

  Claim(String label, String statement, Source source, String place, Truth truth, String because) {
    this(label, statement, source, place, truth, because, Optional.empty());
  }

  Claim(
      String label,
      String statement,
      Source source,
      String place,
      Truth truth,
      String because,
      String condition,
      Truth qualified) {
    this(
        label,
        statement,
        source,
        place,
        truth,
        because,
        Optional.of(new Qualifier(condition, qualified)));
  }

  Claim(
      String label,
      String statement,
      Source source,
      String place,
      Truth truth,
      String because,
      Optional<Qualifier> qualifier) {
    this.label = label;
    this.statement = statement;
    this.source = source;
    this.place = place;
    this.truth = truth;
    this.because = because;
    this.qualifier = qualifier;
  }

  /**
   * Where one of its forms is expected to hold.
   *
   * @throws IllegalArgumentException if it has no such form
   */
  public Truth truth(Form form) {
    return form == Form.LITERAL ? truth : qualifier().truth();
  }

  /**
   * What the form adds to the sentence; null for none.
   *
   * @throws IllegalArgumentException if it has no such form
   */
  public String condition(Form form) {
    return form == Form.LITERAL ? null : qualifier().condition();
  }

  private Qualifier qualifier() {
    return qualifier.orElseThrow(() -> new IllegalArgumentException(this + " has no qualifier"));
  }
}
