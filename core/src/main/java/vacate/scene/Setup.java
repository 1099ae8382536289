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
    int pages = cpus + (start.second() ? 2 : 1);
    slub = boot.apply(new Machine(cpus, pages, perSlab * words(flags), true));
    owners = new Owners(slub);
    objects = new long[Math.max(Scene.OBJECTS, perSlab)];
    Cpu cpu0 = slub.machine.cpus[0];
    Constructor constructor = start.constructor() ? Setup::construct : null;
    KmemCacheOps ops = owners.ops(start.giving());
    cache = slub.kmemCacheCreate(cpu0, "scene", 1, 0, flags, constructor, ops);
    page = slub.machine.memMap.page(1);
    warmUp();
    if (start.second()) {
      arrangeTwo(start.shape(), start.inUse(), cpu0);
    } else {
      arrange(start.shape(), start.inUse(), cpu0);
    }
    for (int i = 0; i < start.inUse(); i++) {
      owners.publish(objects[i]);
    }
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
  private void warmUp() {
    Page[] first = new Page[slub.machine.cpus.length];
    for (Cpu cpu : slub.machine.cpus) {
      first[cpu.id] = slub.machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    }
    for (Cpu cpu : slub.machine.cpus) {
      if (first[cpu.id] != null) {
        slub.machine.pages.freePages(cpu, first[cpu.id], 0);
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
   * With another slab, which is made while nothing can be had from the contested page: that is
   * full, or taken by somebody else.
   */
  private void arrangeTwo(Shape shape, int inUse, Cpu cpu) {
    if (shape == Shape.FRESH) {
      Page taken = slub.machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
      addPartialSlab(cpu);
      slub.machine.pages.freePages(cpu, taken, 0);
      return;
    }
    long[] all = new long[cache.objects];
    for (int i = 0; i < all.length; i++) {
      all[i] = alloc(cpu);
    }
    slub.flushAll(cpu, cache);
    addPartialSlab(cpu);
    if (shape == Shape.CPU_SLAB || shape == Shape.KEPT) {
      slub.kmemCacheFree(cpu, cache, all[all.length - 1]);
      all[all.length - 1] = alloc(cpu); // the slab that came last is the first on the list
    }
    for (int i = inUse; i < all.length; i++) {
      slub.kmemCacheFree(cpu, cache, all[i]);
    }
    if (shape == Shape.KEPT) {
      slub.flushAll(cpu, cache);
    }
    System.arraycopy(all, 0, objects, 0, inUse);
  }

  /** Its object has an owner who never frees it. */
  private void addPartialSlab(Cpu cpu) {
    owners.publish(alloc(cpu));
    slub.flushAll(cpu, cache);
  }

  private long alloc(Cpu cpu) {
    return slub.kmemCacheAlloc(cpu, cache, Gfp.KERNEL);
  }
}
