// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Page;
import vacate.mm.PageOwner;

/**
 * {@code struct kmem_cache}. Sizes and offsets are in words.
 *
 * <p>Source: {@code include/linux/slub_def.h} of 2.6.22; {@code ops} comes with the series.
 */
public final class KmemCache implements PageOwner {
  /** The vacate code keeps its bitmap of objects in one 64-bit word. */
  public static final int MAX_OBJECTS = 64;

  private static final Constructor CALL_OF_FREED_MEMORY =
      (memory, object) -> {
        throw new KernelBug("page_fault", "call of what freed memory holds");
      };

  public final String name;

  /** {@link SlabFlag}s. */
  public int flags;

  /** Distance from one object to the next, metadata included. */
  public int size;

  /** Size of the object as its user knows it. */
  public int objsize;

  /** Where the free pointer is in a free object: 0 if it overlays the object. */
  public int offset;

  /** End of what the object itself uses: its metadata begins here. */
  public int inuse;

  /** Binary logarithm of the number of pages of a slab. */
  public int order;

  /** Objects in a slab, at most {@link #MAX_OBJECTS}. */
  public int objects;

  public int refcount = 1;
  public Constructor ctor;
  public KmemCacheOps ops;

  /** The one node of a machine without NUMA; freed with the cache, in which it is embedded. */
  public KmemCacheNode localNode = new KmemCacheNode();

  /**
   * The slab that a CPU allocates from, by CPU number; only that CPU touches it, interrupts off.
   */
  public final Page[] cpuSlab;

  /** Link in {@code slab_caches}. */
  public final ListHead list = ListHead.entryOf(this);

  KmemCache(String name, int cpus) {
    this.name = name;
    this.cpuSlab = new Page[cpus];
  }

  /** {@code calculate_sizes} of {@code mm/slub.c}. */
  @Kernel("calculate_sizes")
  void calculateSizes(int pageWords) {
    boolean poison = (flags & SlabFlag.SLAB_POISON) != 0;
    boolean rcu = (flags & SlabFlag.SLAB_DESTROY_BY_RCU) != 0;
    if (poison && !rcu && ctor == null) {
      flags |= SlabFlag.OBJECT_POISON;
    }
    size = objsize;
    if ((flags & SlabFlag.SLAB_RED_ZONE) != 0) {
      size++;
    }
    inuse = size;
    if (rcu || poison || ctor != null) {
      offset = size;
      size++;
    }
    if ((flags & SlabFlag.SLAB_STORE_USER) != 0) {
      size += 2;
    }
    if ((flags & SlabFlag.SLAB_RED_ZONE) != 0) {
      size++; // padding: what is written before the next object hits no metadata
    }
    objects = (pageWords << order) / size;
  }

  /**
   * Freed memory holds poison: whoever still reads it gets absurd numbers, a call or a pointer that
   * faults, and a node that cannot be locked. The name is not overwritten, so that a finding can
   * tell which cache it was; the link was poisoned when the cache left {@code slab_caches}.
   *
   * @param nowhere where a pointer to a page leads
   */
  @Kernel(value = "kfree", inlined = true)
  void poison(Page nowhere) {
    flags = Kmalloc.POISON;
    size = Kmalloc.POISON;
    objsize = Kmalloc.POISON;
    offset = Kmalloc.POISON;
    inuse = Kmalloc.POISON;
    order = Kmalloc.POISON;
    objects = Kmalloc.POISON;
    refcount = Kmalloc.POISON;
    ctor = CALL_OF_FREED_MEMORY;
    ops = null;
    for (int cpu = 0; cpu < cpuSlab.length; cpu++) {
      cpuSlab[cpu] = nowhere;
    }
    localNode.poison();
    localNode = null;
  }

  /** Whether the structure was freed and nobody has written to it since. */
  public boolean isPoisoned() {
    boolean poisoned =
        flags == Kmalloc.POISON
            && size == Kmalloc.POISON
            && objsize == Kmalloc.POISON
            && offset == Kmalloc.POISON
            && inuse == Kmalloc.POISON
            && order == Kmalloc.POISON
            && objects == Kmalloc.POISON
            && refcount == Kmalloc.POISON
            && ctor == CALL_OF_FREED_MEMORY
            && ops == null
            && list.isUnlinked()
            && localNode == null;
    for (Page page : cpuSlab) {
      poisoned &= page != null && page.isNowhere();
    }
    return poisoned;
  }

  /**
   * {@code get_node}.
   *
   * @throws KernelBug if the cache was freed: what the kernel would read is poison
   */
  @Kernel("get_node")
  public KmemCacheNode getNode() {
    KmemCacheNode n = localNode;
    KernelBug.bugOn(n == null, "get_node", "use after free of the kmem_cache");
    return n;
  }

  /** Whether the structure was given back by {@code kmem_cache_destroy}. */
  public boolean isFreed() {
    return objects == Kmalloc.POISON;
  }

  @Override
  public String toString() {
    return "cache " + name;
  }
}
