// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * The smallest set of changes to {@link Posted20171227} under which nothing that is known to be
 * wrong with it shows.
 */
public final class Corrected20171227 extends Posted20171227 {
  public Corrected20171227(Machine machine) {
    super(machine);
  }

  /**
   * Cures {@code lock-excludes-no-frees} (S3) and {@code frozen-bit-loses-a-free} (S4): frees to a
   * cache whose slabs are moved take the slab lock.
   */
  @Override
  @Kernel(value = "cmpxchg_double_slab", inlined = true)
  protected boolean hasCmpxchgDouble(KmemCache s) {
    return s.ops.kick() == null && super.hasCmpxchgDouble(s);
  }

  /** Cures {@code slabs-linked-to-the-stack} (S1): list_add_tail with its arguments as they are. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void addToTail(KmemCacheNode n, Page page) {
    n.partial.addTailOverwriting(page.lru);
  }

  /**
   * Cures {@code shrink-returns-0} (S7): 1 if slabs are left, as before; and {@code
   * last-empty-slab-not-freed} (S8), with {@link #fewest}.
   */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    super.kmemCacheShrink(cpu, s);
    return s.getNode().nrSlabs.read() == 0 ? 0 : 1;
  }

  /** A single slab is looked at, too. */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int fewest() {
    return 0;
  }
}
