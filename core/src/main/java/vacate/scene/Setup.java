// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.function.Function;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** Sets a {@link Scene}: a machine, one cache, and the contested page in its state. */
final class Setup {
  private static final long CONSTRUCTED = 0xc0c0;

  final Slub slub;
  final KmemCache cache;
  final Page page;

  /** On the contested page; 0 for none. */
  final long[] objects;

  final Owners owners;

  /**
   * @param boot a version of the protocol
   * @param flags {@link SlabFlag}s of the cache, the start's among them
   * @param cpus number of CPUs; all is set up by CPU 0
   */
  Setup(Function<Machine, Slub> boot, int flags, Start start, int cpus) {
    int perSlab = start.perSlab();
    int order = start.has(Circumstance.COMPOUND) ? 1 : 0;
    int pages = (cpus + 1 + others(start) << order) + order;
    slub = boot.apply(new Machine(cpus, pages, perSlab * words(flags) >> order, true));
    owners = new Owners(slub);
    objects = new long[Math.max(Scene.OBJECTS, perSlab)];
    Cpu cpu0 = slub.machine.cpus[0];
    Constructor constructor = start.constructor() ? Setup::construct : null;
    KmemCacheOps ops = owners.ops(start.giving());
    cache = slub.kmemCacheCreate(cpu0, "scene", 1, order, flags, constructor, ops);
    warmUp(order);
    page = takePage(cpu0, order);
    slub.machine.pages.freePages(cpu0, page, order); // and it is the next
    if (others(start) > 0) {
      arrangeWith(start, cpu0);
    } else {
      arrange(start.shape(), start.inUse(), cpu0);
    }
    for (int i = 0; i < start.inUse(); i++) {
      owners.publish(objects[i]);
    }
    if (start.has(Circumstance.REFERENCED)) {
      page.count.inc();
    }
  }

  private Page takePage(Cpu cpu, int order) {
    int gfp = order == 0 ? Gfp.KERNEL : Gfp.KERNEL | Gfp.COMP;
    return slub.machine.pages.allocPages(cpu, gfp, order);
  }

  /** How many other slabs there are. */
  private static int others(Start start) {
    if (start.has(Circumstance.CROWDED)) {
      return Slub.MAX_PARTIAL;
    }
    return start.has(Circumstance.SECOND) ? 1 : 0;
  }

  /** What an object takes with its free pointer behind it, and what debugging adds to it. */
  private static int words(int flags) {
    return 2
        + ((flags & SlabFlag.SLAB_STORE_USER) == 0 ? 0 : 2)
        + ((flags & SlabFlag.SLAB_RED_ZONE) == 0 ? 0 : 2);
  }

  /** Leaves the object in the state in which {@code get} may find it. */
  private static void construct(MemMap memory, long object) {
    memory.store(object, CONSTRUCTED);
  }

  /**
   * Gives each CPU a page of its own, CPU 0 the contested one: no setup takes the zone lock later.
   */
  private void warmUp(int order) {
    Page[] first = new Page[slub.machine.cpus.length];
    for (Cpu cpu : slub.machine.cpus) {
      first[cpu.id] = takePage(cpu, order);
    }
    for (Cpu cpu : slub.machine.cpus) {
      if (first[cpu.id] != null) {
        slub.machine.pages.freePages(cpu, first[cpu.id], order);
      }
    }
  }

  private void arrange(Shape shape, int inUse, Cpu cpu) {
    for (int i = 0; i < inUse; i++) {
      objects[i] = alloc(cpu);
    }
    if (shape == Shape.KEPT) {
      slub.kmemCacheFree(cpu, cache, alloc(cpu));
    }
    if (shape != Shape.FRESH && shape != Shape.CPU_SLAB) {
      slub.flushAll(cpu, cache);
    }
  }

  /**
   * With other slabs, which are made while nothing can be had from the contested page: that is
   * full, or taken by somebody else.
   */
  private void arrangeWith(Start start, Cpu cpu) {
    Shape shape = start.shape();
    if (shape == Shape.FRESH) {
      Page taken = slub.machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
      thin(others(start, cpu), cpu);
      slub.machine.pages.freePages(cpu, taken, 0);
      return;
    }
    long[] all = fill(cpu);
    long[][] crowd = others(start, cpu);
    if (shape == Shape.CPU_SLAB || shape == Shape.KEPT) {
      slub.kmemCacheFree(cpu, cache, all[all.length - 1]);
      all[all.length - 1] = alloc(cpu); // the slab that came last is the first on the list
    }
    for (int i = start.inUse(); i < all.length; i++) {
      slub.kmemCacheFree(cpu, cache, all[i]);
    }
    if (shape == Shape.KEPT) {
      slub.flushAll(cpu, cache);
    }
    thin(crowd, cpu);
    System.arraycopy(all, 0, objects, 0, start.inUse());
  }

  /** All objects of a new slab; it is no CPU's own. */
  private long[] fill(Cpu cpu) {
    long[] all = new long[cache.objects];
    for (int i = 0; i < all.length; i++) {
      all[i] = alloc(cpu);
    }
    slub.flushAll(cpu, cache);
    return all;
  }

  /**
   * Makes the other slabs.
   *
   * @return the objects of those that are full, and are to be thinned
   */
  private long[][] others(Start start, Cpu cpu) {
    if (start.has(Circumstance.SECOND)) {
      owners.publish(alloc(cpu));
      slub.flushAll(cpu, cache);
      return new long[0][];
    }
    long[][] slabs = new long[others(start)][];
    for (int i = 0; i < slabs.length; i++) {
      slabs[i] = fill(cpu);
    }
    return slabs;
  }

  /** Half of each stays in use, and has owners who never free it. */
  private void thin(long[][] slabs, Cpu cpu) {
    for (long[] slab : slabs) {
      for (int i = 0; i < slab.length; i++) {
        if (i < slab.length / 2) {
          owners.publish(slab[i]);
        } else {
          slub.kmemCacheFree(cpu, cache, slab[i]);
        }
      }
    }
  }

  private long alloc(Cpu cpu) {
    return slub.kmemCacheAlloc(cpu, cache, Gfp.KERNEL);
  }
}
