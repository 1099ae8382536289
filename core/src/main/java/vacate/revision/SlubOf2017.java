// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * SLUB of 2017, without a vacate: objects are allocated and freed by one change of freelist and
 * counters, see {@link CountersOf2017} and {@link CpuSlabOf2017}. Checks of consistency are not
 * played.
 */
abstract class SlubOf2017 extends CpuSlabOf2017 {
  SlubOf2017(Machine machine) {
    super(machine);
  }

  // ---- free

  @Override
  @Kernel("slab_free")
  public Freed kmemCacheFree(Cpu cpu, KmemCache s, long object) {
    Page page = machine.memMap.virtToHeadPage(object);
    boolean flags = cpu.localIrqSave();
    Freed way;
    if (page == s.cpuSlab[cpu.id]) {
      objects.setFreepointer(s, object, page.locklessFreelist);
      page.locklessFreelist = object;
      way = Freed.LOCKLESS;
    } else {
      way = __slabFree(cpu, s, page, object);
    }
    cpu.localIrqRestore(flags);
    return way;
  }

  /**
   * {@code __slab_free}: one cmpxchg_double, under list_lock if the slab was full or will be empty.
   */
  @Override
  @Kernel("__slab_free")
  protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
    KmemCacheNode n = s.getNode();
    if (slabDebugWanted(s)) {
      freeDebugProcessing(cpu, s, n, page, object);
    }
    boolean locked = false;
    long old;
    int inuse;
    do {
      if (locked) {
        n.listLock.unlock(cpu);
        locked = false;
      }
      old = word(page).read();
      objects.setFreepointer(s, object, DoubleWord.high(old));
      inuse = inuse(old) - 1;
      if ((inuse == 0 || DoubleWord.high(old) == 0) && !frozen(old)) {
        locked = true;
        n.listLock.lock(cpu);
      }
    } while (!cmpxchgDoubleSlab(
        cpu, s, page, old, packed(s, object, inuse, DoubleWord.low(old) & FROZEN)));
    if (!locked) {
      return frozen(old) ? Freed.FROZEN : Freed.PARTIAL;
    }
    boolean wasFull = DoubleWord.high(old) == 0;
    if (wasFull && hasFull(s)) {
      page.lru.del();
    }
    if (inuse == 0 && n.nrPartial >= MIN_PARTIAL_OF_2017) {
      if (!wasFull) {
        removeFromPartial(n, page);
      }
      n.listLock.unlock(cpu);
      discardSlab(cpu, s, page);
      return Freed.DISCARDED;
    }
    if (wasFull) {
      addToPartial(n, page, true);
    }
    n.listLock.unlock(cpu);
    return wasFull ? Freed.TO_PARTIAL : Freed.PARTIAL;
  }

  /** {@code free_debug_processing}, without the checks of consistency. */
  @Kernel("free_debug_processing")
  private void freeDebugProcessing(Cpu cpu, KmemCache s, KmemCacheNode n, Page page, long object) {
    n.listLock.lock(cpu);
    slabLock(cpu, page);
    objects.setTrack(s, object, false, cpu.id + 1L);
    objects.initObject(s, object, false);
    slabUnlock(cpu, page);
    n.listLock.unlock(cpu);
  }

  // ---- caches

  /** There is no such call. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    return told(Vacated.NO_SUCH_CALL, 0);
  }

  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int vacated) {
    return 0;
  }

  /** {@code __kmem_cache_shutdown}: a cache that still has slabs is not freed. */
  @Override
  @Kernel("kmem_cache_destroy")
  protected void tearDown(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    KmemCacheNode n = s.getNode();
    ListHead discarded = ListHead.head();
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      at = at.next;
      if (inuse(word(page).read()) == 0) {
        page.lru.moveTo(discarded);
        n.nrPartial--;
      }
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    while (!discarded.isEmpty()) {
      Page page = Page.of(discarded.next);
      page.lru.del();
      discardSlab(cpu, s, page);
    }
    if (n.nrPartial != 0 || n.nrSlabs.read() != 0) {
      cpu.complain("kmem_cache_destroy: Slab cache still has objects");
      slabCaches.add(s.list);
    } else {
      closeAndFree(cpu, s);
    }
    slubLock.upWrite();
  }
}
