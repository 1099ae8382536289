// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** The page allocator out of order. */
final class MutantsOfPages {
  private MutantsOfPages() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "free_hot_page: interrupts off behind the list",
              "mm.PageAllocator",
              "freeHotPage",
              lines -> lines.shift("localIrqSave", 1, 2),
              "__free_pages",
              "free_hot_page",
              "local_irq_save()",
              "list_add(page->lru, pcp->list)"),
          OrderMutant.of(
              "free_hot_page: no checks",
              "mm.PageAllocator",
              "freeHotPage",
              lines -> lines.drop("freePagesCheck", 1),
              "__free_pages",
              "free_pages_check",
              "read page->flags",
              "local_irq_save()"),
          OrderMutant.of(
              "prep_new_page: counted before private is reset",
              "mm.PageAllocator",
              "prepNewPage",
              lines -> lines.shift("set", 1, -1),
              "alloc_pages",
              "prep_new_page",
              "page->lockless_freelist = NULL",
              "page->_count = 1"),
          OrderMutant.of(
              "free_pages_bulk: without zone->lock",
              "mm.Zone",
              "freePagesBulk",
              Reordering::withoutLock,
              "__free_pages/high",
              "spin_lock",
              "preempt_disable()",
              "read pcp->list->prev"));
}
