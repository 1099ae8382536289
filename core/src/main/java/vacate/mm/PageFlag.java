// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

/**
 * Bit numbers in {@link Page#flags}. One word holds them all, so whoever writes it non-atomically
 * writes every one of them.
 *
 * <p>Source: {@code include/linux/page-flags.h} of 2.6.22 and the aliases at the top of {@code
 * mm/slub.c}.
 */
public final class PageFlag {
  /** SLUB: the slab lock. */
  public static final int PG_LOCKED = 0;

  /** SLUB: SlabDebug. */
  public static final int PG_ERROR = 1;

  /** SLUB since August 2007: the slab can be reclaimed. The page allocator does not check it. */
  public static final int PG_DIRTY = 4;

  public static final int PG_LRU = 5;

  /** SLUB: SlabFrozen. */
  public static final int PG_ACTIVE = 6;

  public static final int PG_SLAB = 7;
  public static final int PG_PRIVATE = 11;
  public static final int PG_COMPOUND = 14;

  /** With PG_compound: a tail page. */
  public static final int PG_RECLAIM = 17;

  /** The page is in the zone's free list. */
  public static final int PG_BUDDY = 19;

  /** Flags that must be clear when a page is freed, and still are when it is handed out. */
  static final int CHECK_AT_FREE =
      1 << PG_LRU
          | 1 << PG_PRIVATE
          | 1 << PG_LOCKED
          | 1 << PG_ACTIVE
          | 1 << PG_SLAB
          | 1 << PG_BUDDY;

  private PageFlag() {}
}
