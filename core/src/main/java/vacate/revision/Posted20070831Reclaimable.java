// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * With 13/26, message 20070901014222.303468369@sgi.com: SlabReclaimable, which is PG_dirty, tells a
 * slab that is worth to be isolated. It is written as SlabDebug is, a load and a store, by
 * discard_slab when PG_slab is off already.
 *
 * <p>The place of the bitmap, which here is looked up a second time when the scratch memory is
 * used, is not played: no cache is created meanwhile.
 */
public class Posted20070831Reclaimable extends Posted20070831 {
  public Posted20070831Reclaimable(Machine machine) {
    super(machine);
  }

  @Override
  public int flagsThatVary() {
    return 1 << PageFlag.PG_DIRTY;
  }

  /** {@code SlabReclaimable}. */
  @Kernel(value = "SlabReclaimable", inlined = true)
  protected static boolean slabReclaimable(Page page) {
    return page.flags.testBit(PageFlag.PG_DIRTY);
  }

  /** {@code SetSlabReclaimable}: a load and a store. */
  @Kernel("SetSlabReclaimable")
  protected final void setSlabReclaimable(Page page) {
    page.flags.setBitNonAtomic(PageFlag.PG_DIRTY);
  }

  /** {@code ClearSlabReclaimable}: a load and a store. */
  @Kernel("ClearSlabReclaimable")
  protected final void clearSlabReclaimable(Page page) {
    page.flags.clearBitNonAtomic(PageFlag.PG_DIRTY);
  }

  /** The last flag that is set: who looks for it first sees a slab that has SlabDebug. */
  @Override
  @Kernel("new_slab")
  protected void markSlab(KmemCache s, Page page) {
    super.markSlab(s, page);
    if (s.ops.kick() != null) {
      setSlabReclaimable(page);
    }
  }

  /** Once more the flags are written without the lock (G4). */
  @Override
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    super.retireSlab(cpu, page);
    clearSlabReclaimable(page);
  }

  @Override
  @Kernel("kmem_cache_isolate_slab")
  protected Vacated firstLook(Page page) {
    Vacated end = super.firstLook(page);
    return end != null || slabReclaimable(page) ? end : Vacated.UNRECLAIMABLE;
  }

  /** A slab of which kick could free nothing is not tried again. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void kicked(Cpu cpu, Page page, int objects) {
    if (page.inuse == objects) {
      clearSlabReclaimable(page);
    }
  }

  /** Until it is full. */
  @Override
  @Kernel("unfreeze_slab")
  protected void putBackFull(Cpu cpu, KmemCache s, KmemCacheNode n, Page page) {
    super.putBackFull(cpu, s, n, page);
    if (s.ops.kick() != null && !slabReclaimable(page)) {
      setSlabReclaimable(page);
    }
  }

  /** Also if it is empty (G7). */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isSpared(KmemCache s, Page page) {
    return s.ops.kick() != null && !slabReclaimable(page);
  }
}
