// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** Shrinking, defragmentation and the end of a cache out of order. */
final class MutantsOfCaches {
  private MutantsOfCaches() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "__kmem_cache_shrink: list_lock before local_irq_save",
              "slub.Slub",
              "__kmemCacheShrink",
              lines -> lines.shift("localIrqSave", 1, 1),
              "__kmem_cache_shrink/frees",
              "__kmem_cache_shrink/frees",
              "local_irq_save()",
              "preempt_disable()"),
          OrderMutant.of(
              "__kmem_cache_shrink: local_irq_restore before the unlock",
              "slub.Slub",
              "__kmemCacheShrink",
              lines -> lines.shift("localIrqRestore", 1, -1),
              "__kmem_cache_shrink/frees",
              "spin_unlock",
              "read n->list_lock",
              "local_irq_restore(on)"),
          OrderMutant.of(
              "__kmem_cache_shrink: second local_irq_save behind slab_lock",
              "slub.Slub",
              "vacateFirst",
              lines -> lines.shift("localIrqSave", 1, 1),
              "__kmem_cache_shrink/zaps",
              "__kmem_cache_shrink/zaps",
              "local_irq_save()",
              "preempt_disable()"),
          OrderMutant.of(
              "sort_partial_list: list_del behind slab_unlock",
              "slub.Slub",
              "sortPartialList",
              lines -> lines.shift("slabUnlock", 1, -2),
              "__kmem_cache_shrink/frees",
              "sort/freed",
              "list_del(page->lru)",
              "smp_mb()"),
          OrderMutant.of(
              "sort_partial_list: discarded under the slab lock",
              "slub.Slub",
              "sortPartialList",
              lines -> lines.shift("discardSlab", 1, -1),
              "__kmem_cache_shrink/frees",
              "bit_spin_unlock",
              "smp_mb()",
              "atomic n->nr_slabs -= 1"),
          OrderMutant.of(
              "zaplist: FROZEN behind slab_unlock",
              "slub.Slub",
              "__kmemCacheShrink",
              lines -> lines.shift("slabUnlock", 1, -1),
              "__kmem_cache_shrink/zaps",
              "zap/taken",
              "page->flags |= PG_active",
              "smp_mb()"),
          OrderMutant.of(
              "count_partial: without list_lock",
              "slub.SlabLists",
              "countPartial",
              Reordering::withoutLock,
              "kmem_cache_defrag/filled",
              "spin_lock",
              "preempt_disable()",
              "read n->partial->next"),
          OrderMutant.of(
              "kmem_cache_destroy: slub_lock dropped behind the close",
              "slub.Slub",
              "tearDown",
              lines -> lines.shift("upWrite", 1, 1),
              "kmem_cache_destroy",
              "kmem_cache_destroy",
              "up_write(slub_lock)",
              "preempt_disable()"),
          OrderMutant.of(
              "free_list: without list_lock",
              "slub.Slub",
              "freeList",
              Reordering::withoutLock,
              "kmem_cache_close",
              "spin_lock",
              "preempt_disable()",
              "read n->partial->next"),
          OrderMutant.of(
              "free_list: discarded before list_del",
              "slub.Slub",
              "freeList",
              lines -> lines.shift("discardSlab", 1, -1),
              "kmem_cache_close",
              "free_list",
              "list_del(page->lru)",
              "atomic n->nr_slabs -= 1"));
}
