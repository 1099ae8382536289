// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.List;
import java.util.function.Function;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.steps.Step;
import vacate.steps.woven.Recording;

/**
 * A machine with two CPUs and a cache with three objects in a slab and a constructor, on which one
 * path of one function is played. The first slab is {@code page}.
 */
final class Stage {
  static final int OBJECTS = 3;

  final Machine machine;
  final Slub slub;
  final Cpu cpu;
  final Cpu other;
  final KmemCache s;
  final KmemCacheNode n;
  final Page page;

  /** How many objects kick frees. */
  int kicks = Integer.MAX_VALUE;

  Stage(Function<Machine, Slub> boot, int flags, int order, boolean kickable) {
    machine = new Machine(2, 16, pageWords(flags, order), true);
    slub = boot.apply(machine);
    cpu = machine.cpus[0];
    other = machine.cpus[1];
    KmemCacheOps ops = kickable ? new KmemCacheOps(this::get, this::kick) : KmemCacheOps.NONE;
    s = slub.kmemCacheCreate(cpu, "stage", 1, order, flags, this::construct, ops);
    n = s.localNode;
    page = machine.memMap.page(1 << order);
    Recording.of(slub, s);
  }

  private static int pageWords(int flags, int order) {
    int object = (flags & SlabFlag.SLAB_STORE_USER) == 0 ? 2 : 4;
    return OBJECTS * object >> order;
  }

  private void construct(vacate.mm.MemMap memory, long object) {
    Recording.callback("s->ctor(" + Recording.name(object) + ")", () -> {});
  }

  private Object get(Cpu on, KmemCache cache, int nr, long[] objects) {
    Recording.callback("s->ops->get(" + nr + ")", () -> {});
    return null;
  }

  private void kick(Cpu on, KmemCache cache, int nr, long[] objects, Object pinned) {
    Recording.callback(
        "s->ops->kick(" + nr + ")",
        () -> {
          for (int i = 0; i < nr && i < kicks; i++) {
            slub.kmemCacheFree(on, cache, objects[i]);
          }
        });
  }

  List<Step> record(Runnable action) {
    return Recording.of(cpu, action);
  }

  long alloc() {
    return slub.kmemCacheAlloc(cpu, s, Gfp.KERNEL);
  }

  void free(long object) {
    slub.kmemCacheFree(cpu, s, object);
  }

  /** Slabs with so many objects in use each, no CPU's own; the last is first on the list. */
  long[][] slabs(int... inuse) {
    long[][] objects = new long[inuse.length][OBJECTS];
    for (long[] slab : objects) {
      for (int i = 0; i < OBJECTS; i++) {
        slab[i] = alloc();
      }
    }
    slub.flushAll(cpu, s);
    for (int slab = 0; slab < inuse.length; slab++) {
      for (int i = OBJECTS - 1; i >= inuse[slab]; i--) {
        free(objects[slab][i]);
      }
    }
    return objects;
  }

  /** One slab, with so many objects in use; returns the first. */
  long slab(int inuse) {
    return slabs(inuse)[0][0];
  }

  /** An empty slab that is kept on the partial list. */
  void kept() {
    free(alloc());
    slub.flushAll(cpu, s);
  }

  /** A new slab with so many objects in use, on no list and no CPU's own. */
  void unlisted(int inuse) {
    irqsOff();
    Page fresh = slub.newSlab(cpu, s, Gfp.KERNEL);
    cpu.localIrqRestore(false);
    long object = fresh.freelist;
    for (int i = 0; i < inuse; i++) {
      object = slub.objects.nextFree(fresh, object);
    }
    fresh.inuse = (char) inuse;
    fresh.freelist = object;
  }

  /** All objects of CPU 0's own slab are in use. */
  long[] own() {
    long[] objects = new long[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      objects[i] = alloc();
    }
    return objects;
  }

  /** Where the first object of a page is. */
  long address(int pfn) {
    return machine.memMap.address(page(pfn));
  }

  /** Memory for all objects of a slab. */
  long[] vector() {
    return vacate.kernel.Kmalloc.kmalloc(cpu, s.objects);
  }

  Page page(int pfn) {
    return machine.memMap.page(pfn);
  }

  void lock(Page which) {
    slub.slabLock(cpu, which);
  }

  /** CPU 0 has so many free pages at hand, so that nothing has to come from the zone. */
  void warm(int pages) {
    Page[] taken = new Page[pages];
    for (int i = 0; i < pages; i++) {
      taken[i] = machine.pages.allocPages(cpu, Gfp.KERNEL, 0);
    }
    for (int i = pages - 1; i >= 0; i--) {
      machine.pages.freePages(cpu, taken[i], 0);
    }
  }

  void useUpMemory() {
    while (machine.pages.allocPages(cpu, Gfp.KERNEL, 0) != null) {}
  }

  void irqsOff() {
    cpu.localIrqSave();
  }
}
