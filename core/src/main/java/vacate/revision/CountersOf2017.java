// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Barriers;
import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Slub;

/**
 * The slab of 2017: freelist and counters, which are inuse, objects and frozen, are changed
 * together by {@code cmpxchg_double}; list_lock comes before the slab lock, which is left for
 * caches that are debugged. Source: {@code mm/slub.c} of torvalds/linux at
 * 00170fdd0846df7cdb5ad421d3a340440f930b8f; that it is what the posts stood on was not confirmed.
 *
 * <p>{@code _refcount}, which on x86-64 shares the word of the counters, does not here. A slab that
 * waits for a grace period loses PageSlab at once, for nobody finds it by its page.
 */
abstract class CountersOf2017 extends Slub {
  /** {@code frozen}, a bit of the counters. */
  protected static final int FROZEN = 1 << 31;

  private static final int OBJECTS = 16;
  private static final int INUSE = 0xffff;

  /** {@code freelist} and {@code counters}, by page. */
  private final DoubleWord[] words;

  CountersOf2017(Machine machine) {
    super(machine);
    words = new DoubleWord[machine.memMap.frames()];
    for (int pfn = 0; pfn < words.length; pfn++) {
      words[pfn] = new DoubleWord();
    }
  }

  // ---- freelist and counters

  /** {@code page->freelist, page->counters}. */
  @Kernel(value = "page", inlined = true)
  protected final DoubleWord word(Page page) {
    return words[page.pfn];
  }

  @Override
  public DoubleWord counters(Page page) {
    return word(page);
  }

  @Kernel(value = "page", inlined = true)
  protected static final long packed(KmemCache s, long freelist, int inuse, int frozen) {
    return DoubleWord.of(freelist, frozen | s.objects << OBJECTS | inuse);
  }

  @Kernel(value = "page", inlined = true)
  protected static final int inuse(long word) {
    return DoubleWord.low(word) & INUSE;
  }

  @Kernel(value = "page", inlined = true)
  protected static final boolean frozen(long word) {
    return (DoubleWord.low(word) & FROZEN) != 0;
  }

  @Override
  public int inuseOf(Page page) {
    return inuse(word(page).read());
  }

  @Override
  public long freelistOf(Page page) {
    return DoubleWord.high(word(page).read());
  }

  @Override
  public boolean isFrozen(Page page) {
    return frozen(word(page).read());
  }

  @Override
  public boolean isDebugged(Page page) {
    return slabDebugWanted(cacheOf(page));
  }

  /** {@code cmpxchg_double_slab}: without {@code __CMPXCHG_DOUBLE} under the slab lock. */
  @Kernel("cmpxchg_double_slab")
  protected boolean cmpxchgDoubleSlab(Cpu cpu, KmemCache s, Page page, long old, long next) {
    if (hasCmpxchgDouble(s)) {
      return word(page).cmpxchgDouble(old, next);
    }
    slabLock(cpu, page);
    boolean same = word(page).read() == old;
    if (same) {
      word(page).write(next);
    }
    slabUnlock(cpu, page);
    return same;
  }

  /** {@code __CMPXCHG_DOUBLE}: of caches that are not debugged. */
  @Kernel(value = "cmpxchg_double_slab", inlined = true)
  protected boolean hasCmpxchgDouble(KmemCache s) {
    return !slabDebugWanted(s);
  }

  /** {@code __bit_spin_unlock}: nobody else writes the word, so it is a load and a store. */
  @Override
  @Kernel("slab_unlock")
  protected void slabUnlock(Cpu cpu, Page page) {
    Barriers.smpMb();
    page.flags.clearBitNonAtomic(PageFlag.PG_LOCKED);
    cpu.preemptEnable();
  }

  // ---- slabs

  /** {@code allocate_slab}: frozen, and all objects are its maker's. */
  @Override
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.offset = (char) s.offset;
    page.slab = s;
    setPageSlab(page);
    word(page).write(packed(s, buildFreelist(s, page), s.objects, FROZEN));
  }

  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    clearPageSlab(page);
    page.resetMapcount();
  }

  /** On the list [list_lock held]. */
  @Kernel("add_partial")
  protected static final void addToPartial(KmemCacheNode n, Page page, boolean tail) {
    n.nrPartial++;
    if (tail) {
      n.partial.addTail(page.lru);
    } else {
      n.partial.add(page.lru);
    }
  }

  @Kernel("remove_partial")
  protected static final void removeFromPartial(KmemCacheNode n, Page page) {
    page.lru.del();
    n.nrPartial--;
  }

  @Kernel(value = "deactivate_slab", inlined = true)
  protected final boolean hasFull(KmemCache s) {
    return hasFull(s.flags, s.ops);
  }
}
