// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * Slab Movable Objects: "slub: Slab defrag core", message 20190411013441.5415-5-tobin@kernel.org,
 * as in 20190603042637.2018-5-tobin@kernel.org. A slab is taken off its list before it is put back,
 * and to the right one. Its base, 5.1, is played by that of 2017; the patches that move slabs
 * between nodes are not ported.
 */
public class Posted2019 extends Posted20171227 {
  public Posted2019(Machine machine) {
    super(machine);
  }

  /** The sum of nr_partial: full slabs are on no list and do not count (S7). */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    super.kmemCacheShrink(cpu, s);
    return (int) s.getNode().nrPartial;
  }

  /** {@code list_del(&page->lru)}. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(Page page) {
    page.lru.del();
  }

  /** {@code list_add_tail(&page->lru, &n->partial)}. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void addToTail(KmemCacheNode n, Page page) {
    n.partial.addTail(page.lru);
  }
}
