// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;

/**
 * The smallest set of changes to {@link Posted20080215} under which nothing that is known to be
 * wrong with it shows. discard_slab stays without the lock: nobody else finds such a slab.
 */
public final class Corrected20080215 extends Posted20080215 {
  public Corrected20080215(Machine machine) {
    super(machine);
  }

  /** Cures {@code slabs-stay-frozen} (G5): without memory the slabs are put back. */
  @Override
  @Kernel("kmem_cache_reclaim")
  protected void giveUp(Cpu cpu, ListHead zaplist) {
    unfreezeAll(cpu, zaplist);
  }

  /** Cures {@code empty-slab-skipped} (G7): only what would have to be kicked is spared. */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isSpared(KmemCache s, Page page) {
    return page.inuse != 0 && super.isSpared(s, page);
  }

  /** Cures {@code partly-kicked-slab-given-up} (K4), with {@link #kicked}. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void judge(Cpu cpu, Page page, int leftover) {}

  /** The flag goes only if a kick has freed nothing, as the changelog says. */
  @Override
  @Kernel("kmem_cache_vacate")
  protected void kicked(Cpu cpu, Page page, int objects) {
    if (page.inuse == objects) {
      clearSlabReclaimable(page);
    }
  }
}
