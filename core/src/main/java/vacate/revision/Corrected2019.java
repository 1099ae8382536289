// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.KmemCacheOps;

/**
 * The smallest set of changes to {@link Posted2019} under which nothing that is known to be wrong
 * with it shows.
 */
public final class Corrected2019 extends Posted2019 {
  public Corrected2019(Machine machine) {
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

  /**
   * Cures {@code shrink-returns-0} (S7): 1 if slabs are left, as before 2017; and {@code
   * last-empty-slab-not-freed} (S8), with {@link #fewest}.
   */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    super.kmemCacheShrink(cpu, s);
    return s.getNode().nrSlabs.read() == 0 ? 0 : 1;
  }

  /** Cures {@code migrate-not-asked-for} (T2). */
  @Override
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected boolean mayMoveSlabs(KmemCache s) {
    return s.ops.kick() != null;
  }

  /** Cures {@code full-slab-on-partial-list} (T1): as kmem_cache_move does. */
  @Override
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected ListHead stillFull(KmemCacheNode n) {
    return n.full;
  }

  /** Cures {@code slabs-tried-count-as-moved} (T4). */
  @Override
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected int slabsMoved(int tried, int emptied) {
    return emptied;
  }

  /** Cures {@code unlisted-slabs-not-moved} (T3): full slabs that can be moved are on a list. */
  @Override
  public boolean hasFull(int flags, KmemCacheOps ops) {
    return ops.kick() != null || super.hasFull(flags, ops);
  }

  /** A single slab is looked at, too. */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int fewest() {
    return 0;
  }
}
