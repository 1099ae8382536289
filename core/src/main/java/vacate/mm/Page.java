// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.AtomicT;
import vacate.kernel.BitWord;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.Primitive;

/**
 * {@code struct page}. The unions are kept: each field below says which other names its word has,
 * and a write under one name is seen under the others.
 *
 * <p>{@link #inuse}, {@link #offset}, {@link #slab}, {@link #freelist} and {@link
 * #locklessFreelist} are plain, so compiler and memory model may reorder them as they may in C. An
 * address is a word number in {@link MemMap}; 0 is {@code NULL}.
 *
 * <p>Source: {@code include/linux/mm_types.h} of 2.6.22.
 */
@Primitive
public final class Page {
  /**
   * What {@link #inuse} and {@link #offset} hold when the {@code _mapcount} that they alias is -1.
   */
  public static final char MAPCOUNT_RESET = 0xffff;

  /** {@code page_to_pfn}. */
  public final int pfn;

  /** All flags, the slab lock among them. */
  public final BitWord flags = new BitWord();

  /** {@code _count}: 0 when free, 1 for a slab page that nobody else holds. */
  public final AtomicT count = new AtomicT();

  /** Objects in use, u16; low half of {@code _mapcount}. */
  public char inuse = MAPCOUNT_RESET;

  /** Where in a free object its free pointer is, in words, u16; high half of {@code _mapcount}. */
  public char offset = MAPCOUNT_RESET;

  /**
   * First object that the owning CPU may take without the lock; also {@code private, first_page}.
   */
  public long locklessFreelist;

  /** The cache; also {@code mapping}. */
  public PageOwner slab;

  /** First free object, under the slab lock; also {@code index}; stale in a fresh page. */
  public long freelist;

  /** Link in the partial, the full or a page allocator's list, or the {@code rcu_head}. */
  public final ListHead lru = ListHead.entryOf(this);

  Page(int pfn) {
    this.pfn = pfn;
  }

  /**
   * What a pointer to a page leads to that was read from freed memory: no page. Whoever goes on to
   * what should be its objects faults.
   */
  static Page nowhere() {
    Page page = new Page(Kmalloc.POISON);
    page.freelist = Kmalloc.POISON;
    page.locklessFreelist = Kmalloc.POISON;
    return page;
  }

  /** Whether this is {@link MemMap#nowhere}, and nobody has written to it. */
  public boolean isNowhere() {
    return pfn == Kmalloc.POISON
        && flags.read() == 0
        && count.read() == 0
        && !isMapped()
        && slab == null
        && freelist == Kmalloc.POISON
        && locklessFreelist == Kmalloc.POISON
        && lru.isUnlinked();
  }

  /**
   * {@code list_entry(lru, struct page, lru)}: the page of a link.
   *
   * @throws KernelBug if the link is in no page, because a corrupt list led to NULL, to poison or
   *     to another list's head: the kernel would fault sooner or later
   */
  public static Page of(ListHead lru) {
    KernelBug.bugOn(
        lru == null || lru.container == null, "page_fault", "the list leads to no page");
    return (Page) lru.container;
  }

  /**
   * {@code reset_page_mapcount}: {@code _mapcount = -1}. The kernel stores 32 bits at once; here
   * the two halves are two stores, since they are read as two variables.
   */
  public void resetMapcount() {
    inuse = MAPCOUNT_RESET;
    offset = MAPCOUNT_RESET;
  }

  /** {@code page_mapcount(page) != 0}. */
  boolean isMapped() {
    return inuse != MAPCOUNT_RESET || offset != MAPCOUNT_RESET;
  }

  /** {@code PageSlab}. */
  public boolean isSlab() {
    return flags.testBit(PageFlag.PG_SLAB);
  }

  /** {@code PageCompound}: head or tail of a page of order greater than 0. */
  public boolean isCompound() {
    return flags.testBit(PageFlag.PG_COMPOUND);
  }

  /** {@code PageTail}. */
  public boolean isTail() {
    int tail = 1 << PageFlag.PG_COMPOUND | 1 << PageFlag.PG_RECLAIM;
    return (flags.read() & tail) == tail;
  }

  /** {@code page_count}. */
  public int countNow() {
    return count.read();
  }

  @Override
  public String toString() {
    return "page " + pfn;
  }
}
