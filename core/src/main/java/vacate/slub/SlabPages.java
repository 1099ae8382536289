// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static vacate.slub.SlabLists.addFull;
import static vacate.slub.SlabLists.addPartial;
import static vacate.slub.SlabLists.addPartialTail;

import vacate.kernel.Barriers;
import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;
import vacate.kernel.OneStep;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * The life of a slab: how a page becomes one, what the CPU that has it for itself does when it puts
 * it back, and how it ceases to be one. This is where the patch changes SLUB: a slab under
 * construction must be told from a valid one by whoever finds the page by its number.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code allocate_slab} to {@code discard_slab}, with the
 * hunk of message 20070618095918.636873785@sgi.com, and {@code unfreeze_slab} to {@code flush_all}.
 */
abstract class SlabPages extends SlabState {
  /** {@code MIN_PARTIAL}: that many slabs, empty or not, stay on the partial list. */
  public static final int MIN_PARTIAL = 2;

  /** What is in a slab's memory. */
  protected final SlabObjects objects;

  SlabPages(Machine machine) {
    super(machine);
    objects = new SlabObjects(machine.memMap);
  }

  /** {@code allocate_slab}. Touches neither inuse nor PageSlab. */
  @Kernel("allocate_slab")
  protected Page allocateSlab(Cpu cpu, KmemCache s, int gfp) {
    int flags = s.order > 0 ? gfp | Gfp.COMP : gfp;
    Page page = machine.pages.allocPages(cpu, flags, s.order);
    if (page != null) {
      modZonePageState(cpu, 1 << s.order);
    }
    return page;
  }

  /**
   * {@code new_slab}: interrupts are off at entry and exit, and on in between if the caller may
   * sleep.
   *
   * @return a slab that is not locked, not frozen, empty and on no list; or null
   */
  @Kernel("new_slab")
  protected Page newSlab(Cpu cpu, KmemCache s, int gfp) {
    KernelBug.bugOn((gfp & ~Gfp.SLAB_ALLOWED) != 0, "new_slab", "BUG_ON(bad gfp flags)");
    if ((gfp & Gfp.WAIT) != 0) {
      cpu.localIrqEnable();
    }
    Page page;
    out:
    {
      page = allocateSlab(cpu, s, gfp);
      if (page == null) {
        break out;
      }
      s.getNode().nrSlabs.inc();
      setUpSlab(s, page);
    }
    // out:
    if ((gfp & Gfp.WAIT) != 0) {
      cpu.localIrqDisable();
    }
    return page;
  }

  /**
   * The part of {@code new_slab} that the patch reorders: inuse is 0 before PageSlab becomes
   * visible, with one barrier between them (claims C2 and C3).
   */
  @Kernel("new_slab")
  protected void setUpSlab(KmemCache s, Page page) {
    page.inuse = 0;
    page.locklessFreelist = 0;
    page.offset = (char) s.offset;
    page.slab = s;
    page.freelist = buildFreelist(s, page);
    publicationBarrier();
    markSlab(s, page);
  }

  /** The {@code smp_wmb()} of {@code new_slab}. */
  @Kernel("new_slab")
  protected void publicationBarrier() {
    Barriers.smpWmb();
  }

  /** {@code __SetPageSlab}, and then SetSlabDebug: by then the page can be found and locked. */
  @Kernel("new_slab")
  protected void markSlab(KmemCache s, Page page) {
    setPageSlab(page);
    if (slabDebugWanted(s)) {
      setSlabDebug(page);
    }
  }

  /**
   * Poisons the slab, sets up all objects and chains them in address order; returns the first. The
   * kernel's loop sets the first one up twice; here it is once.
   */
  @Kernel("new_slab")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  protected long buildFreelist(KmemCache s, Page page) {
    long start = machine.memMap.address(page);
    if (has(s, SlabFlag.SLAB_POISON)) {
      objects.fill(start, machine.memMap.pageWords << s.order, SlabObjects.POISON_INUSE);
    }
    long last = start + (long) (s.objects - 1) * s.size;
    for (long object = start; object < last; object += s.size) {
      objects.setupObject(s, page, object);
      objects.setFreepointer(s, object, object + s.size);
    }
    objects.setupObject(s, page, last);
    objects.setFreepointer(s, last, 0);
    return start;
  }

  /** {@code discard_slab}: gives an empty slab back. No caller holds the slab lock. */
  @Kernel("discard_slab")
  protected void discardSlab(Cpu cpu, KmemCache s, Page page) {
    s.getNode().nrSlabs.dec();
    retireSlab(cpu, page);
    freeSlab(cpu, s, page);
  }

  /**
   * The part of {@code discard_slab} that unmakes the slab: inuse becomes 0xffff while PageSlab is
   * still set, and two non-atomic writes race with the lock bit.
   */
  @Kernel("discard_slab")
  protected void retireSlab(Cpu cpu, Page page) {
    page.resetMapcount();
    clearSlabDebug(page);
    clearPageSlab(page);
  }

  /** {@code free_slab}: at once, or after a grace period, the page's lru being the rcu_head. */
  @Kernel("free_slab")
  protected void freeSlab(Cpu cpu, KmemCache s, Page page) {
    if (has(s, SlabFlag.SLAB_DESTROY_BY_RCU)) {
      page.lru.next = cpu.rcuQueue;
      cpu.rcuQueue = page.lru;
    } else {
      __freeSlab(cpu, s, page);
    }
  }

  /** {@code __free_slab}: mapping and slab are one word, cleared with a plain store. */
  @Kernel("__free_slab")
  protected void __freeSlab(Cpu cpu, KmemCache s, Page page) {
    modZonePageState(cpu, -(1 << s.order));
    page.slab = null;
    machine.pages.freePages(cpu, page, s.order);
  }

  /**
   * A grace period for what this CPU has queued: every other CPU passes a quiescent state, then the
   * callbacks run here, as in {@code rcu_process_callbacks}.
   *
   * @throws vacate.kernel.SoftLockup if another CPU does not become idle
   */
  @Kernel("synchronize_rcu")
  public void rcuGracePeriod(Cpu cpu) {
    if (cpu.rcuQueue == null) {
      return;
    }
    for (Cpu other : machine.cpus) {
      if (other != cpu) {
        other.awaitIdle();
      }
    }
    rcuGracePeriodEnds(cpu);
    cpu.callbacksAreRun();
  }

  /**
   * {@code rcu_barrier}: sleeps until the callbacks of all CPUs have run. Each runs its own where
   * it becomes idle, and must come to that; this one does here, and may queue no more later.
   *
   * @throws vacate.kernel.SoftLockup if another CPU does not become idle
   */
  @Kernel("rcu_barrier")
  protected void rcuBarrier(Cpu cpu) {
    cpu.goIdle();
    rcuGracePeriod(cpu);
    for (Cpu other : machine.cpus) {
      if (other != cpu) {
        other.awaitCallbacks();
      }
    }
  }

  /**
   * The grace period of all callbacks that this CPU queued is over: {@code rcu_free_slab} for each.
   */
  @Kernel("rcu_free_slab")
  public void rcuGracePeriodEnds(Cpu cpu) {
    while (cpu.rcuQueue != null) {
      boolean flags = cpu.localIrqSave();
      ListHead head = cpu.rcuQueue;
      cpu.rcuQueue = head.next;
      cpu.localIrqRestore(flags);
      Page page = Page.of(head);
      KmemCache s = cacheOf(page);
      KernelBug.bugOn(s == null, "rcu_free_slab", "NULL pointer dereference, page->slab");
      __freeSlab(cpu, s, page);
    }
  }

  /** {@code mod_zone_page_state(NR_SLAB_*)}: per CPU, no atomics, so interrupts are off. */
  @Kernel("mod_zone_page_state")
  private static void modZonePageState(Cpu cpu, int pages) {
    boolean flags = cpu.localIrqSave();
    cpu.nrSlab += pages;
    cpu.localIrqRestore(flags);
  }

  /**
   * {@code unfreeze_slab}: [slab lock held] at entry, dropped at exit. An empty slab is kept while
   * the partial list is short; nr_partial is read without its lock.
   */
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page) {
    KmemCacheNode n = s.getNode();
    clearSlabFrozen(cpu, page);
    if (page.inuse != 0) {
      if (page.freelist != 0) {
        addPartial(cpu, n, page);
      } else if (slabDebug(page) && has(s, SlabFlag.SLAB_STORE_USER)) {
        addFull(cpu, n, page);
      }
      slabUnlock(cpu, page);
    } else if (n.nrPartial < MIN_PARTIAL) {
      addPartialTail(cpu, n, page);
      slabUnlock(cpu, page);
    } else {
      slabUnlock(cpu, page);
      discardSlab(cpu, s, page);
    }
  }

  /** {@code deactivate_slab}: [slab lock held] at entry, dropped at exit. */
  @Kernel("deactivate_slab")
  protected void deactivateSlab(Cpu cpu, KmemCache s, Page page) {
    while (page.locklessFreelist != 0) {
      long object = page.locklessFreelist;
      page.locklessFreelist = objects.nextFree(page, object);
      objects.setNextFree(page, object, page.freelist);
      page.freelist = object;
      page.inuse--;
    }
    s.cpuSlab[cpu.id] = null;
    unfreezeSlab(cpu, s, page);
  }

  /** {@code flush_slab}. */
  @Kernel("flush_slab")
  protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
    slabLock(cpu, page);
    deactivateSlab(cpu, s, page);
  }

  /**
   * {@code flush_cpu_slab}, which runs on each CPU for {@link #flushAll}. Interrupts are off on a
   * CPU that is interrupted for it; here also on an idle one, for which the caller acts.
   */
  @Kernel("flush_cpu_slab")
  private void flushCpuSlab(Cpu cpu, KmemCache s) {
    Page page = s.cpuSlab[cpu.id];
    if (page != null) {
      boolean flags = cpu.localIrqSave();
      flushSlab(cpu, s, page);
      cpu.localIrqRestore(flags);
    }
  }

  /**
   * {@code flush_all}: every CPU puts its own slab of the cache back. Interrupts are on, for it
   * waits for the others. A thread that does not answer, see {@link vacate.kernel.CrossCall}, must
   * not allocate from this cache or free to it at the same time on a CPU that has a slab of it:
   * with interrupts off for itself alone, it goes by cpu_slab and lockless_freelist without a lock.
   */
  @Kernel("flush_all")
  public void flushAll(Cpu cpu, KmemCache s) {
    machine.calls.onEachCpu(cpu, each -> flushCpuSlab(each, s));
  }
}
