// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.function.Function;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;

/** Sets a {@link Scene}: a machine, one cache, and the contested page in its state. */
final class Setup {
  private static final long CONSTRUCTED = 0xc0c0;

  final Slub slub;
  final KmemCache cache;
  final Page page;

  /** On the contested page; 0 for none. */
  final long[] objects = new long[Scene.OBJECTS];

  final Owners owners;

  /**
   * @param boot a version of the protocol
   * @param flags {@link SlabFlag}s of the cache
   * @param cpus number of CPUs; all is set up by CPU 0
   * @param perSlab objects in a slab
   */
  Setup(Function<Machine, Slub> boot, int flags, Shape shape, int cpus, int perSlab) {
    slub = boot.apply(new Machine(cpus, cpus + 1, perSlab * words(flags), true));
    owners = new Owners(slub);
    Cpu cpu0 = slub.machine.cpus[0];
    cache = slub.kmemCacheCreate(cpu0, "scene", 1, 0, flags, Setup::construct, owners.ops());
    page = slub.machine.memMap.page(1);
    warmUp();
    arrange(shape, cpu0);
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

  private void arrange(Shape shape, Cpu cpu) {
    for (int i = 0; i < shape.objects; i++) {
      objects[i] = slub.kmemCacheAlloc(cpu, cache, Gfp.KERNEL);
      owners.publish(objects[i]);
    }
    if (shape == Shape.KEPT) {
      slub.kmemCacheFree(cpu, cache, slub.kmemCacheAlloc(cpu, cache, Gfp.KERNEL));
    }
    if (shape != Shape.FRESH && shape != Shape.CPU_SLAB) {
      slub.flushAll(cpu, cache);
    }
  }
}
