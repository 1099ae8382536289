// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kernel;
import vacate.kernel.Primitive;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;

/**
 * The slab lock and the flags of a slab page.
 *
 * <p>The lock protects freelist, inuse, the free pointers, FROZEN and membership of the partial and
 * full lists. FROZEN exempts a slab from list processing: whoever froze it puts it back. Everything
 * but the lock is written non-atomically in the same word.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, lines 25 to 134 and {@code slab_lock} to {@code
 * slab_trylock}.
 */
@Primitive
abstract class SlabState {
  /** The hardware and memory below. */
  public final Machine machine;

  SlabState(Machine machine) {
    this.machine = machine;
  }

  /** {@code slab_lock}: a full barrier on both sides, through {@code test_and_set_bit}. */
  @Kernel("slab_lock")
  protected void slabLock(Cpu cpu, Page page) {
    BitSpinLock.lock(cpu, PageFlag.PG_LOCKED, page.flags);
  }

  /** {@code slab_unlock}. */
  @Kernel("slab_unlock")
  protected void slabUnlock(Cpu cpu, Page page) {
    BitSpinLock.unlock(cpu, PageFlag.PG_LOCKED, page.flags);
  }

  /** {@code slab_trylock}. */
  @Kernel("slab_trylock")
  protected boolean slabTrylock(Cpu cpu, Page page) {
    return BitSpinLock.trylock(cpu, PageFlag.PG_LOCKED, page.flags);
  }

  /** {@code SlabFrozen}. */
  @Kernel(value = "SlabFrozen", inlined = true)
  public static boolean slabFrozen(Page page) {
    return page.flags.testBit(PageFlag.PG_ACTIVE);
  }

  /** {@code SetSlabFrozen}: a load and a store. */
  @Kernel("SetSlabFrozen")
  protected void setSlabFrozen(Cpu cpu, Page page) {
    page.flags.setBitNonAtomic(PageFlag.PG_ACTIVE);
  }

  /** {@code ClearSlabFrozen}: a load and a store. */
  @Kernel("ClearSlabFrozen")
  protected void clearSlabFrozen(Cpu cpu, Page page) {
    page.flags.clearBitNonAtomic(PageFlag.PG_ACTIVE);
  }

  /** {@code freelist} and {@code counters} of a page as one word; null in a SLUB without it. */
  public DoubleWord counters(Page page) {
    return null;
  }

  /** Whether full slabs are on a list: of caches with SLAB_STORE_USER. */
  public boolean hasFull(int flags, KmemCacheOps ops) {
    return (flags & SlabFlag.SLAB_STORE_USER) != 0;
  }

  /** Objects in use in a slab, as it says itself, for who checks a machine at rest. */
  public int inuseOf(Page page) {
    return page.inuse;
  }

  /** First free object of a slab, for who checks a machine at rest. */
  public long freelistOf(Page page) {
    return page.freelist;
  }

  /** Whether a slab is frozen, for who checks a machine at rest. */
  public boolean isFrozen(Page page) {
    return slabFrozen(page);
  }

  /** Whether a slab says that it is debugged, for who checks a machine at rest. */
  public boolean isDebugged(Page page) {
    return slabDebug(page);
  }

  /**
   * Flags that a slab may have or not as it comes, besides those that tell its state: a mask, for
   * who checks a machine at rest.
   */
  public int flagsThatVary() {
    return 0;
  }

  /**
   * Flags that a discarded slab keeps until its page goes back, after a grace period: a mask.
   *
   * @param flags {@link SlabFlag}s of its cache, which may be gone by then
   */
  public int flagsUntilFreed(int flags) {
    return 0;
  }

  /** {@code SlabDebug}. */
  @Kernel(value = "SlabDebug", inlined = true)
  public static boolean slabDebug(Page page) {
    return page.flags.testBit(PageFlag.PG_ERROR);
  }

  /** {@code SetSlabDebug}: a load and a store. */
  @Kernel("SetSlabDebug")
  protected void setSlabDebug(Page page) {
    page.flags.setBitNonAtomic(PageFlag.PG_ERROR);
  }

  /** {@code ClearSlabDebug}: a load and a store. */
  @Kernel("ClearSlabDebug")
  protected void clearSlabDebug(Page page) {
    page.flags.clearBitNonAtomic(PageFlag.PG_ERROR);
  }

  /** {@code __SetPageSlab}: {@code __set_bit}, a load and a store. */
  @Kernel("__SetPageSlab")
  protected void setPageSlab(Page page) {
    page.flags.setBitNonAtomic(PageFlag.PG_SLAB);
  }

  /** {@code __ClearPageSlab}: {@code __clear_bit}, a load and a store. */
  @Kernel("__ClearPageSlab")
  protected void clearPageSlab(Page page) {
    page.flags.clearBitNonAtomic(PageFlag.PG_SLAB);
  }

  /** {@code page->slab}: the cache, as the mapping word says. */
  public static KmemCache cacheOf(Page page) {
    return (KmemCache) page.slab;
  }

  static boolean has(KmemCache s, int flags) {
    return (s.flags & flags) != 0;
  }

  /** Whether slabs of this cache have SlabDebug. */
  protected static boolean slabDebugWanted(KmemCache s) {
    return has(s, SlabFlag.DEBUG_FLAGS);
  }
}
