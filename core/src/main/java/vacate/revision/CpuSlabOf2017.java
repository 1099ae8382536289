// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * How a CPU comes to a slab of its own in the SLUB of 2017, allocates from it, and puts it back.
 *
 * <p>Built without CONFIG_SLUB_CPU_PARTIAL. The free objects of a CPU's own slab are found through
 * its page, and interrupts are off where the kernel uses a transaction id.
 */
abstract class CpuSlabOf2017 extends CountersOf2017 {
  /** {@code min_partial}. */
  protected static final int MIN_PARTIAL_OF_2017 = 5;

  CpuSlabOf2017(Machine machine) {
    super(machine);
  }

  /**
   * {@code get_partial_node}: of {@code acquire_slab} that fails it makes an end.
   *
   * @return a slab that is frozen; its free objects are the CPU's
   */
  @Override
  @Kernel("get_partial")
  protected Page getPartial(Cpu cpu, KmemCache s) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial == 0) {
      return null;
    }
    n.listLock.lock(cpu);
    Page page = n.partial.isEmpty() ? null : Page.of(n.partial.next);
    if (page != null && !acquireSlab(cpu, s, n, page)) {
      page = null;
    }
    n.listLock.unlock(cpu);
    return page;
  }

  @Kernel("acquire_slab")
  private boolean acquireSlab(Cpu cpu, KmemCache s, KmemCacheNode n, Page page) {
    long old = word(page).read();
    KernelBug.bugOn(frozen(old), "acquire_slab", "VM_BUG_ON(new.frozen)");
    if (!cmpxchgDoubleSlab(cpu, s, page, old, packed(s, 0, s.objects, FROZEN))) {
      return false;
    }
    removeFromPartial(n, page);
    page.locklessFreelist = DoubleWord.high(old);
    if (page.locklessFreelist == 0) {
      cpu.complain("acquire_slab: WARN_ON(!freelist)");
      return false;
    }
    return true;
  }

  /** {@code get_freelist}: takes what was freed meanwhile, or gives the slab up if nothing was. */
  @Kernel("get_freelist")
  private long getFreelist(Cpu cpu, KmemCache s, Page page) {
    long old;
    long next;
    do {
      old = word(page).read();
      KernelBug.bugOn(!frozen(old), "get_freelist", "VM_BUG_ON(!new.frozen)");
      next = packed(s, 0, s.objects, DoubleWord.high(old) == 0 ? 0 : FROZEN);
    } while (!cmpxchgDoubleSlab(cpu, s, page, old, next));
    return DoubleWord.high(old);
  }

  /** {@code ___slab_alloc}; interrupts are off. A debugged slab is put back after each object. */
  @Override
  @Kernel("__slab_alloc")
  protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
    Page page = cpuSlab;
    long object = page == null ? 0 : getFreelist(cpu, s, page);
    if (object == 0) {
      s.cpuSlab[cpu.id] = null;
      page = getPartial(cpu, s);
      if (page != null) {
        object = page.locklessFreelist;
      } else {
        page = newSlab(cpu, s, gfp);
        if (page == null) {
          return 0;
        }
        if (s.cpuSlab[cpu.id] != null) {
          flushSlab(cpu, s, s.cpuSlab[cpu.id]);
        }
        object = DoubleWord.high(word(page).read());
        word(page).write(packed(s, 0, s.objects, FROZEN));
      }
      s.cpuSlab[cpu.id] = page;
    }
    page.locklessFreelist = objects.getFreepointer(s, object);
    if (slabDebugWanted(s)) {
      objects.setTrack(s, object, true, cpu.id + 1L);
      objects.initObject(s, object, true);
      flushSlab(cpu, s, page);
    }
    return object;
  }

  /** {@code flush_slab}, {@code deactivate_slab}. */
  @Override
  @Kernel("flush_slab")
  protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
    long freelist = page.locklessFreelist;
    page.locklessFreelist = 0;
    s.cpuSlab[cpu.id] = null;
    deactivate(cpu, s, page, freelist);
  }

  /**
   * {@code deactivate_slab}: all objects but the last are given back one by one while it is frozen,
   * the last with frozen.
   */
  @Kernel("deactivate_slab")
  private void deactivate(Cpu cpu, KmemCache s, Page page, long freelist) {
    boolean tail = DoubleWord.high(word(page).read()) != 0;
    long object = freelist;
    while (object != 0 && objects.getFreepointer(s, object) != 0) {
      long following = objects.getFreepointer(s, object);
      long old;
      do {
        old = word(page).read();
        KernelBug.bugOn(!frozen(old), "deactivate_slab", "VM_BUG_ON(!new.frozen)");
        objects.setFreepointer(s, object, DoubleWord.high(old));
      } while (!cmpxchgDoubleSlab(cpu, s, page, old, packed(s, object, inuse(old) - 1, FROZEN)));
      object = following;
    }
    putBack(cpu, s, page, object, tail);
  }

  /** The second half of it; a list that turns out wrong is left again. */
  @Kernel("deactivate_slab")
  private void putBack(Cpu cpu, KmemCache s, Page page, long last, boolean tail) {
    KmemCacheNode n = s.getNode();
    boolean locked = false;
    while (true) {
      long old = word(page).read();
      KernelBug.bugOn(!frozen(old), "deactivate_slab", "VM_BUG_ON(!old.frozen)");
      long first = DoubleWord.high(old);
      int inuse = inuse(old);
      if (last != 0) {
        objects.setFreepointer(s, last, first);
        first = last;
        inuse--;
      }
      boolean discards = inuse == 0 && n.nrPartial >= MIN_PARTIAL_OF_2017;
      boolean partial = !discards && first != 0;
      boolean full = !discards && first == 0 && hasFull(s);
      if (!locked && (partial || full)) {
        locked = true;
        n.listLock.lock(cpu);
      }
      if (partial) {
        addToPartial(n, page, tail);
      } else if (full) {
        n.full.add(page.lru);
      }
      boolean done = cmpxchgDoubleSlab(cpu, s, page, old, packed(s, first, inuse, 0));
      if (!done && partial) {
        removeFromPartial(n, page);
      } else if (!done && full) {
        page.lru.del();
      }
      if (done) {
        if (locked) {
          n.listLock.unlock(cpu);
        }
        if (discards) {
          discardSlab(cpu, s, page);
        }
        return;
      }
    }
  }
}
