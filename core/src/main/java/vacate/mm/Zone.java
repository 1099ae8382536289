// SPDX-License-Identifier: GPL-2.0-only
package vacate.mm;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.kernel.SpinLock;

/**
 * {@code struct zone}: the free pages behind those of the CPUs. There is one, and no buddy merging:
 * a page of higher order is an aligned run of free frames. Interrupts are off in each method.
 *
 * <p>Source: {@code mm/page_alloc.c} of 2.6.22.
 */
public final class Zone {
  /** {@code zone->lock}: protects {@link #free}. */
  public final SpinLock lock = new SpinLock();

  /** {@code zone->free_area}: each page with PG_buddy. */
  public final ListHead free = ListHead.head();

  private final MemMap memMap;

  Zone(MemMap memMap) {
    this.memMap = memMap;
    for (int pfn = memMap.frames() - 1; pfn > 0; pfn--) {
      freeOnePage(memMap.page(pfn));
    }
  }

  /**
   * {@code rmqueue_bulk} for order 0: moves pages to the end of a list.
   *
   * @return how many there were, at most {@code count}
   */
  @Kernel(value = "rmqueue_bulk", inlined = true)
  int rmqueueBulk(Cpu cpu, int count, ListHead list) {
    lock.lock(cpu);
    int moved = 0;
    while (moved < count && !free.isEmpty()) {
      Page page = Page.of(free.next);
      take(page);
      list.addTail(page.lru);
      moved++;
    }
    lock.unlock(cpu);
    return moved;
  }

  /** {@code free_pages_bulk} for order 0: takes the last pages of a list. */
  @Kernel(value = "free_pages_bulk", inlined = true)
  void freePagesBulk(Cpu cpu, int count, ListHead list) {
    lock.lock(cpu);
    for (int left = count; left > 0; left--) {
      Page page = Page.of(list.last());
      page.lru.del();
      freeOnePage(page);
    }
    lock.unlock(cpu);
  }

  /**
   * {@code __rmqueue} for a higher order, the lock taken here: the first aligned run of free
   * frames.
   *
   * @return its first page, or null
   */
  @Kernel(value = "__rmqueue", inlined = true)
  Page rmqueueRun(Cpu cpu, int length) {
    lock.lock(cpu);
    Page head = null;
    for (int pfn = length; pfn + length <= memMap.frames() && head == null; pfn += length) {
      if (isRunFree(pfn, length)) {
        head = memMap.page(pfn);
      }
    }
    if (head != null) {
      for (int i = 0; i < length; i++) {
        take(memMap.page(head.pfn + i));
      }
    }
    lock.unlock(cpu);
    return head;
  }

  /** {@code __free_one_page} [zone lock held]: whatever lru holds is overwritten. */
  @Kernel(value = "__free_one_page", inlined = true)
  void freeOnePage(Page page) {
    page.flags.setBitNonAtomic(PageFlag.PG_BUDDY);
    free.addOverwriting(page.lru);
  }

  @Kernel(value = "__rmqueue", inlined = true)
  private boolean isRunFree(int pfn, int length) {
    for (int i = 0; i < length; i++) {
      if (!memMap.page(pfn + i).flags.testBit(PageFlag.PG_BUDDY)) {
        return false;
      }
    }
    return true;
  }

  @Kernel(value = "__rmqueue", inlined = true)
  private static void take(Page page) {
    page.lru.del();
    page.flags.clearBitNonAtomic(PageFlag.PG_BUDDY);
  }
}
