// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.ListHead;
import vacate.kernel.OneStep;

/**
 * The page allocator as far as SLUB can see it: per-CPU lists for single pages, one {@link Zone}
 * behind them, reference counts, and the checks when a page comes back.
 *
 * <p>Source: {@code mm/page_alloc.c}, {@code mm/swap.c}, {@code include/linux/mm.h} of 2.6.22.
 */
public final class PageAllocator {
  private final MemMap memMap;
  private final boolean debugVm;

  /** By CPU, the free pages that it keeps at hand. */
  public final PerCpuPages[] pcp;

  /** The other free pages. */
  public final Zone zone;

  PageAllocator(MemMap memMap, int cpus, boolean debugVm) {
    this.memMap = memMap;
    this.debugVm = debugVm;
    pcp = new PerCpuPages[cpus];
    for (int cpu = 0; cpu < cpus; cpu++) {
      pcp[cpu] = new PerCpuPages();
    }
    zone = new Zone(memMap);
  }

  /**
   * {@code alloc_pages}. The values of the fresh page: one reference, {@code _mapcount} -1 (so
   * inuse is 0xffff), no mapping, private 0, lru poisoned, freelist as the last owner left it.
   *
   * @param order binary logarithm of the number of pages; above 0 the caller passes {@link
   *     Gfp#COMP}
   * @return the (head) page, or null if memory is exhausted
   */
  @Kernel("alloc_pages")
  @OneStep(OneStep.Because.ONE_CHANGE_OF_THE_COUNT)
  public Page allocPages(Cpu cpu, int gfp, int order) {
    if ((gfp & Gfp.WAIT) != 0) {
      cpu.mightSleep();
    }
    Page page = order == 0 ? takeOne(cpu) : takeRun(cpu, 1 << order);
    if (page == null) {
      return null;
    }
    prepNewPage(cpu, page);
    if ((gfp & Gfp.COMP) != 0 && order > 0) {
      prepCompoundPage(page, order);
    }
    return page;
  }

  /**
   * {@code get_page_unless_zero}: takes a reference unless the page is free.
   *
   * @return whether it was taken
   * @throws KernelBug for a compound page if DEBUG_VM is on: {@code VM_BUG_ON(PageCompound(page))}
   */
  @Kernel("get_page_unless_zero")
  @OneStep(OneStep.Because.ONE_CHANGE_OF_THE_COUNT)
  public boolean getPageUnlessZero(Page page) {
    KernelBug.bugOn(
        debugVm && page.isCompound(), "get_page_unless_zero", "VM_BUG_ON(PageCompound(page))");
    return page.count.incNotZero();
  }

  /** {@code put_page}: drops a reference and frees the page with the last one. */
  @Kernel("put_page")
  @OneStep(OneStep.Because.ONE_CHANGE_OF_THE_COUNT)
  public void putPage(Cpu cpu, Page page) {
    if (page.isCompound()) {
      Page head = page.isTail() ? memMap.page((int) page.locklessFreelist) : page;
      if (putPageTestzero(head)) {
        freeCompound(cpu, head);
      }
    } else if (putPageTestzero(page)) {
      freeHotPage(cpu, page);
    }
  }

  /** {@code __free_pages}: drops the allocation's own reference. */
  @Kernel("__free_pages")
  @OneStep(OneStep.Because.ONE_CHANGE_OF_THE_COUNT)
  public void freePages(Cpu cpu, Page page, int order) {
    if (putPageTestzero(page)) {
      if (order == 0) {
        freeHotPage(cpu, page);
      } else {
        freeCompound(cpu, page);
      }
    }
  }

  /** Whether the page is in a free list, found by walking all of them; for a quiescent machine. */
  public boolean isFree(Page page) {
    boolean free = holds(zone.free, page);
    for (PerCpuPages pages : pcp) {
      free |= holds(pages.list, page);
    }
    return free;
  }

  /** Whether a CPU's list holds no page, so that its next allocation takes the zone lock. */
  public boolean isPcpEmpty(Cpu cpu) {
    return pcp[cpu.id].list.isEmpty();
  }

  /**
   * {@code drain_local_pages}: gives all free pages that this CPU keeps back to the zone, where the
   * next that runs out of its own gets them. The kernel does so before it suspends or takes a CPU
   * offline; on its own a CPU gives pages back only above {@link PerCpuPages#HIGH}.
   */
  @Kernel("drain_local_pages")
  @OneStep(OneStep.Because.ONE_CHANGE_OF_THE_COUNT)
  public void drainLocalPages(Cpu cpu) {
    boolean flags = cpu.localIrqSave();
    PerCpuPages pages = pcp[cpu.id];
    zone.freePagesBulk(cpu, pages.count, pages.list);
    pages.count = 0;
    cpu.localIrqRestore(flags);
  }

  /**
   * {@code put_page_testzero}. The kernel looks at the count before it counts down; here the one
   * access tells both, so that no other reference comes between.
   */
  @Kernel(value = "put_page_testzero", inlined = true)
  private boolean putPageTestzero(Page page) {
    int left = page.count.decReturn();
    KernelBug.bugOn(debugVm && left < 0, "put_page_testzero", "VM_BUG_ON(page_count == 0)");
    return left == 0;
  }

  /** {@code buffered_rmqueue} for order 0: the CPU's own list, refilled from the zone. */
  @Kernel("buffered_rmqueue")
  private Page takeOne(Cpu cpu) {
    boolean flags = cpu.localIrqSave();
    PerCpuPages pages = pcp[cpu.id];
    if (pages.count == 0) {
      pages.count = zone.rmqueueBulk(cpu, PerCpuPages.BATCH, pages.list);
    }
    Page page = null;
    if (pages.count != 0) {
      page = Page.of(pages.list.next);
      page.lru.del();
      pages.count--;
    }
    cpu.localIrqRestore(flags);
    return page;
  }

  /** {@code buffered_rmqueue} for a higher order. */
  @Kernel("buffered_rmqueue")
  private Page takeRun(Cpu cpu, int length) {
    boolean flags = cpu.localIrqSave();
    Page head = zone.rmqueueRun(cpu, length);
    cpu.localIrqRestore(flags);
    return head;
  }

  /** {@code prep_new_page}: the same checks as at the free, in case it was written to since. */
  @Kernel("prep_new_page")
  private static void prepNewPage(Cpu cpu, Page page) {
    if (isBad(page)) {
      badPage(cpu, page, "bad_page: Bad page state at allocation");
    }
    page.flags.clearBitNonAtomic(PageFlag.PG_ERROR);
    page.locklessFreelist = 0;
    page.count.set(1);
  }

  /** {@code prep_compound_page}. */
  @Kernel("prep_compound_page")
  private void prepCompoundPage(Page head, int order) {
    head.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
    for (int i = 1; i < 1 << order; i++) {
      Page tail = memMap.page(head.pfn + i);
      tail.count.set(0);
      tail.flags.setBitNonAtomic(PageFlag.PG_COMPOUND);
      tail.flags.setBitNonAtomic(PageFlag.PG_RECLAIM);
      tail.locklessFreelist = head.pfn;
    }
  }

  /**
   * {@code free_hot_cold_page}: lru is overwritten without looking at what it holds. A CPU that has
   * many free pages gives the one that it had longest to the zone.
   */
  @Kernel("free_hot_cold_page")
  private void freeHotPage(Cpu cpu, Page page) {
    freePagesCheck(cpu, page);
    boolean flags = cpu.localIrqSave();
    PerCpuPages pages = pcp[cpu.id];
    pages.list.addOverwriting(page.lru);
    pages.count++;
    if (pages.count >= PerCpuPages.HIGH) {
      zone.freePagesBulk(cpu, PerCpuPages.BATCH, pages.list);
      pages.count -= PerCpuPages.BATCH;
    }
    cpu.localIrqRestore(flags);
  }

  /** {@code free_compound_page}, {@code __free_pages_ok}: the run goes back to the zone. */
  @Kernel("free_compound_page")
  private void freeCompound(Cpu cpu, Page head) {
    boolean flags = cpu.localIrqSave();
    zone.lock.lock(cpu);
    int pfn = head.pfn;
    do {
      Page page = memMap.page(pfn);
      page.flags.clearBitNonAtomic(PageFlag.PG_COMPOUND);
      page.flags.clearBitNonAtomic(PageFlag.PG_RECLAIM);
      freePagesCheck(cpu, page);
      zone.freeOnePage(page);
      pfn++;
    } while (pfn < memMap.frames() && isTailOf(memMap.page(pfn), head));
    zone.lock.unlock(cpu);
    cpu.localIrqRestore(flags);
  }

  @Kernel(value = "PageTail", inlined = true)
  private static boolean isTailOf(Page page, Page head) {
    return page.isTail() && page.locklessFreelist == head.pfn;
  }

  /** {@code free_pages_check}. PG_error, SLUB's debug flag, is not checked. */
  @Kernel("free_pages_check")
  private static void freePagesCheck(Cpu cpu, Page page) {
    if (isBad(page)) {
      badPage(cpu, page, "bad_page: Bad page state at free");
    }
  }

  @Kernel(value = "free_pages_check", inlined = true)
  private static boolean isBad(Page page) {
    int flags = page.flags.read();
    return page.isMapped()
        || page.slab != null
        || page.count.read() != 0
        || (flags & PageFlag.CHECK_AT_FREE) != 0;
  }

  /** {@code bad_page}: logs, repairs and goes on. */
  @Kernel("bad_page")
  private static void badPage(Cpu cpu, Page page, String what) {
    cpu.complain(what);
    page.flags.clearMaskNonAtomic(PageFlag.CHECK_AT_FREE);
    page.count.set(0);
    page.resetMapcount();
    page.slab = null;
  }

  /** Bounded by the number of frames and by links that lead nowhere: the list may be corrupt. */
  private boolean holds(ListHead list, Page page) {
    ListHead at = list.next;
    for (int left = memMap.frames(); left > 0 && at != null && at.container != null; left--) {
      if (at == page.lru) {
        return true;
      }
      at = at.next;
    }
    return false;
  }
}
