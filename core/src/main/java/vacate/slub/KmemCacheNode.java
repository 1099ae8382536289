// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.AtomicT;
import vacate.kernel.Kernel;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.SpinLock;

/** {@code struct kmem_cache_node}: the slabs of a cache on one memory node. */
public final class KmemCacheNode {
  /** Protects the lists and {@link #nrPartial}. Lock order: the slab lock, then this one. */
  public final SpinLock listLock = new SpinLock();

  /** Number of slabs on {@link #partial}. */
  public long nrPartial;

  /** Number of slabs, wherever they are; no lock. */
  public final AtomicT nrSlabs = new AtomicT();

  public final ListHead partial = ListHead.head();

  /** Full slabs, tracked only with SLAB_STORE_USER. */
  public final ListHead full = ListHead.head();

  KmemCacheNode() {}

  /** It is embedded in its cache and freed with it. */
  @Kernel(value = "kfree", inlined = true)
  void poison() {
    listLock.poison();
    nrPartial = Kmalloc.POISON;
    nrSlabs.set(Kmalloc.POISON);
    partial.poison();
    full.poison();
  }

  /** Whether the cache was freed and nobody has written to this part of it since. */
  public boolean isPoisoned() {
    return listLock.isPoisoned()
        && nrPartial == Kmalloc.POISON
        && nrSlabs.read() == Kmalloc.POISON
        && partial.isPoisoned()
        && full.isPoisoned();
  }
}
