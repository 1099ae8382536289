// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The patch as it was a month earlier: "SLUB: slab defragmentation and kmem_cache_vacate", message
 * 20070518181119.062736299@sgi.com. The return value still is right where vacate gives up; the
 * review proposed what made it wrong. Its {@code discard_slab} was not read; this is June's.
 */
public class Posted20070518 extends CuredSteps {
  public Posted20070518(Machine machine) {
    super(machine);
  }

  /** {@code vacated = __kmem_cache_vacate(...) == 0}, and 0 before that. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int vacated) {
    return end == Vacated.EMPTIED ? 1 : 0;
  }

  /** Behind {@code out}: {@code put_page(page)}, and then {@code kfree(vector)}. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void release(Cpu cpu, Page page, long[] vector) {
    machine.pages.putPage(cpu, page);
    super.release(cpu, page, vector);
  }

  /**
   * Causes {@code reference-leaked-on-oom}: {@code if (!vector) return 0}, which is not behind
   * {@code out}. Mended on 7 June by the label out2.
   */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void unpin(Cpu cpu, Page page, Vacated end) {}

  /** {@code resequence_freelist} before {@code unfreeze_slab}, if objects are left. */
  @Override
  @Kernel("__kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page) {
    if (page.inuse > 0) {
      resequenceFreelist(s, page);
    }
    super.putBack(cpu, s, page);
  }

  /**
   * {@code kmem_cache_shrink} sorts as plain 2.6.22 does: only while the list is long, and if it is
   * short in the end it is left as it is. The slabs that were moved by then are on no list any more
   * (M2): the heads are freed.
   */
  @Override
  @Kernel(value = "sort_partial_list", inlined = true)
  protected boolean isWorthSorting(KmemCacheNode n) {
    return n.nrPartial > MAX_PARTIAL;
  }

  /** Chains the free objects by address, so that the next allocations get neighbours. */
  @Kernel("resequence_freelist")
  private void resequenceFreelist(KmemCache s, Page page) {
    long map = 0;
    for (long free = page.freelist; free != 0; free = objects.getFreepointer(s, free)) {
      map |= 1L << objects.slabIndex(s, page, free);
    }
    long first = 0;
    for (int i = s.objects - 1; i >= 0; i--) {
      if ((map >>> i & 1) != 0) {
        long object = machine.memMap.address(page) + (long) i * s.size;
        objects.setFreepointer(s, object, first);
        first = object;
      }
    }
    page.freelist = first;
  }
}
