// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

/** How a {@code kmem_cache_vacate} ended: the place where it gave up, or what it left. */
public enum Vacated {
  /** {@code get_page_unless_zero} failed: the page is free. */
  NO_PAGE(true),
  /** PageSlab is off, seen without the lock. */
  NOT_SLAB(true),
  /** {@code page->slab} is NULL, seen without the lock. */
  NO_CACHE(true),
  /** No memory for the vector of objects. */
  NO_MEMORY(true),
  /** PageSlab is off, seen under the slab lock: it was discarded in the meantime. */
  GONE(true),
  /** The slab is frozen: a CPU's own, or another vacate is at it. */
  FROZEN(true),
  /** inuse is 0: it is being set up or torn down, or it is empty and kept on the partial list. */
  EMPTY(true),
  /** The version has no call that is about one page. */
  NO_SUCH_CALL(true),
  /** Only in November 2007: nobody but the slab itself has a reference. */
  ONE_REFERENCE(true),
  /** Only with SlabReclaimable: kick has emptied nothing of it, so it is not tried again. */
  UNRECLAIMABLE(true),
  /** The cache has no {@code get} or no {@code kick}. */
  NO_OPS(true),
  /**
   * Only where the revision takes it: slub_lock is held for writing, a cache is being destroyed.
   */
  CACHES_BUSY(true),
  /** Objects remain. */
  LEFTOVER(false),
  /** No object remains. */
  EMPTIED(false);

  /** Whether it gave up before it froze the slab. */
  public final boolean aborted;

  private final Told returned0 = new Told(this, 0, name() + "=0");
  private final Told returned1 = new Told(this, 1, name() + "=1");

  Vacated(boolean aborted) {
    this.aborted = aborted;
  }

  /** It ended here, and that is returned. */
  Told returning(int value) {
    return value == 0 ? returned0 : returned1;
  }

  /**
   * How a {@code kmem_cache_vacate} ended, and what it returned, which by the revision may be
   * either.
   *
   * @param value 0 or 1
   * @param text both, as {@code NAME=1}
   */
  public record Told(Vacated end, int value, String text) {}
}
