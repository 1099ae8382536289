// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.CmpxchgLock;
import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.Vacated;

/**
 * Isolate and reclaim on a slab lock of its own: {@code slab_lock} is a {@code cmpxchg} on the
 * flags that returns them, {@code slab_unlock} a plain store of them all. Messages
 * 20071028033300.479692380@sgi.com, the lock; 20071107011229.197917117@sgi.com (11/23) and
 * 20071107011231.907368704@sgi.com (22/23), 6 November 2007. 23/23 was not read and is left out.
 *
 * <p>What the holder of the lock has as its {@code state} the kernel hands from function to
 * function; here it is by CPU, since nobody holds two of these locks. FROZEN and SLABDEBUG of a
 * slab that is locked are looked at in the page's word, which is what it was when the lock was
 * taken, as {@code state} is, unless somebody writes it without the lock. The end of a freelist
 * stays 0.
 */
public class Posted20071106 extends Posted20070831 {
  private static final int MIN_PARTIAL = 5;

  /** {@code FROZEN}, in {@code state}. */
  protected static final int FROZEN = 1 << PageFlag.PG_ACTIVE;

  /** PG_slab, in {@code state}. */
  protected static final int SLAB = 1 << PageFlag.PG_SLAB;

  /** {@code state} of who holds a slab lock, by CPU. */
  private final int[] state;

  public Posted20071106(Machine machine) {
    super(machine);
    state = new int[machine.cpus.length];
  }

  // ---- the lock

  @Override
  @Kernel("slab_lock")
  protected void slabLock(Cpu cpu, Page page) {
    state[cpu.id] = CmpxchgLock.lock(cpu, PageFlag.PG_LOCKED, page.flags);
  }

  @Override
  @Kernel("slab_trylock")
  protected boolean slabTrylock(Cpu cpu, Page page) {
    int had = CmpxchgLock.trylock(cpu, PageFlag.PG_LOCKED, page.flags);
    if (had == 0) {
      return false;
    }
    state[cpu.id] = had;
    return true;
  }

  @Override
  @Kernel("slab_unlock")
  protected void slabUnlock(Cpu cpu, Page page) {
    CmpxchgLock.unlock(cpu, page.flags, state[cpu.id]);
  }

  /** {@code state |= FROZEN}: to be seen with the unlock. */
  @Override
  @Kernel("SetSlabFrozen")
  protected void setSlabFrozen(Cpu cpu, Page page) {
    set(cpu, FROZEN);
  }

  /** {@code state &= ~FROZEN}: to be seen with the unlock. */
  @Override
  @Kernel("ClearSlabFrozen")
  protected void clearSlabFrozen(Cpu cpu, Page page) {
    clear(cpu, FROZEN);
  }

  /** Whether the slab that this CPU has locked has such a flag. */
  @Kernel(value = "slab_lock", inlined = true)
  protected final boolean has(Cpu cpu, int mask) {
    return (state[cpu.id] & mask) != 0;
  }

  /** Sets flags of the slab that this CPU has locked. */
  @Kernel(value = "slab_unlock", inlined = true)
  protected final void set(Cpu cpu, int mask) {
    state[cpu.id] |= mask;
  }

  /** Clears flags of the slab that this CPU has locked. */
  @Kernel(value = "slab_unlock", inlined = true)
  protected final void clear(Cpu cpu, int mask) {
    state[cpu.id] &= ~mask;
  }

  // ---- slabs

  /** {@code new_slab}: the flags are loaded early and stored, all at once, when all is set up. */
  @Override
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.inuse = 0;
    page.offset = (char) s.offset;
    page.slab = s;
    int flags = page.flags.read() | flagsOfNew(s);
    page.freelist = buildFreelist(s, page);
    publicationBarrier();
    page.flags.write(flags);
  }

  /** What a new slab has. */
  @Kernel(value = "new_slab", inlined = true)
  protected int flagsOfNew(KmemCache s) {
    return SLAB | (slabDebugWanted(s) ? 1 << PageFlag.PG_ERROR : 0);
  }

  @Override
  @Kernel(value = "unfreeze_slab", inlined = true)
  protected int minPartial() {
    return MIN_PARTIAL;
  }

  // ---- isolate

  /** {@code reclaimable_slab}: in a word of flags, PG_slab is set and FROZEN is not. */
  @Kernel(value = "kmem_cache_isolate_slab", inlined = true)
  protected static Vacated unreclaimable(int flags, Vacated notSlab) {
    if ((flags & SLAB) == 0) {
      return notSlab;
    }
    return (flags & FROZEN) == 0 ? null : Vacated.FROZEN;
  }

  /** A slab that nobody else has a reference to is left alone: every slab that is in use (N1). */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated firstLook(Page page) {
    Vacated end = unreclaimable(page.flags.read(), Vacated.NOT_SLAB);
    return end == null && page.countNow() == 1 ? Vacated.ONE_REFERENCE : end;
  }

  /** Looks for the page's flags in the word of the processor that local_irq_save has saved (N2). */
  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated lookUnderLock(Cpu cpu, Page page, boolean flags) {
    Vacated end = unreclaimable(eflags(flags), Vacated.GONE);
    return end == null && page.inuse == 0 ? Vacated.EMPTY : end;
  }

  /**
   * EFLAGS of x86 with interrupts off or on, bit 9. Bits 6 and 7, ZF and SF, tell of the last
   * result that it was zero or negative; it is that {@code get_page_unless_zero} was successful:
   * neither.
   */
  @Kernel(value = "kmem_cache_isolate_slab", inlined = true)
  protected int eflags(boolean masked) {
    return masked ? 0 : 1 << 9;
  }

  // ---- reclaim and shrink

  @Override
  @Kernel("kmem_cache_vacate")
  protected void checkBefore(Page page) {
    KernelBug.bugOn(!page.isSlab(), "kmem_cache_vacate", "BUG_ON(!PageSlab(page))");
  }

  /** The wrong way round (N3): the slab was frozen by who calls. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void checkUnderLock(Cpu cpu) {
    KernelBug.bugOn(has(cpu, FROZEN), "kmem_cache_vacate", "BUG_ON(state & FROZEN)");
  }

  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected boolean isForTail(boolean kicked, int leftover) {
    return leftover > 0;
  }

  /** It is read again. */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int inuseUnderLock(Page page, int seen) {
    return page.inuse;
  }
}
