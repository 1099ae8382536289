// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** Allocation and freeing of objects out of order. */
final class MutantsOfObjects {
  private MutantsOfObjects() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "slab_alloc: cpu_slab before local_irq_save",
              "slub.AllocAndFree",
              "kmemCacheAlloc",
              lines -> lines.shift("localIrqSave", 1, 1),
              "slab_alloc",
              "slab_alloc",
              "local_irq_save()",
              "read s->cpu_slab[0]"),
          OrderMutant.of(
              "__slab_alloc: cpu_slab before FROZEN",
              "slub.AllocAndFree",
              "__slabAlloc",
              lines -> lines.shift("cpuSlab", 3, -1),
              "__slab_alloc/new",
              "__slab_alloc/adopt",
              "page->flags |= PG_active",
              "s->cpu_slab[0] = page"),
          OrderMutant.of(
              "__slab_alloc: FROZEN before slab_lock",
              "slub.AllocAndFree",
              "__slabAlloc",
              lines -> lines.shift("setSlabFrozen", 1, -1),
              "__slab_alloc/new",
              "bit_spin_lock",
              "preempt_disable()",
              "page->flags |= PG_active"),
          OrderMutant.of(
              "__slab_alloc: freelist before inuse",
              "slub.AllocAndFree",
              "__slabAlloc",
              lines -> lines.shift("inuse", 1, 1),
              "__slab_alloc/partial",
              "__slab_alloc/load",
              "page->inuse = 3",
              "page->freelist = NULL"),
          OrderMutant.of(
              "__slab_alloc: other locked before the new one is discarded",
              "slub.AllocAndFree",
              "cpuSlabAppeared",
              lines -> lines.shift("slabLock", 1, -1),
              "__slab_alloc/unwanted",
              "atomic_dec",
              "atomic n->nr_slabs -= 1",
              "preempt_disable()"),
          OrderMutant.of(
              "slab_free: local_irq_save before virt_to_head_page",
              "slub.AllocAndFree",
              "kmemCacheFree",
              lines -> lines.shift("localIrqSave", 1, -1),
              "slab_free",
              "slab_free",
              "read page->flags",
              "local_irq_save()"),
          OrderMutant.of(
              "slab_free: lockless_freelist before the free pointer",
              "slub.AllocAndFree",
              "kmemCacheFree",
              lines -> lines.shift("setNextFree", 1, 1),
              "slab_free",
              "slab_free",
              "read page->lockless_freelist",
              "page->lockless_freelist = page.0"),
          OrderMutant.of(
              "__slab_free: freelist before the free pointer",
              "slub.AllocAndFree",
              "__slabFree",
              lines -> lines.shift("setNextFree", 1, 1),
              "__slab_free/stays",
              "__slab_free/put",
              "read page->offset",
              "page->freelist = page.0"),
          OrderMutant.of(
              "__slab_free: inuse before freelist",
              "slub.AllocAndFree",
              "__slabFree",
              lines -> lines.shift("inuse", 1, -1),
              "__slab_free/stays",
              "__slab_free/put",
              "page->freelist = page.0",
              "page->inuse--"),
          OrderMutant.of(
              "__slab_free: remove_partial behind slab_unlock",
              "slub.AllocAndFree",
              "__slabFree",
              lines -> lines.shift("slabUnlock", 2, -2),
              "__slab_free/last",
              "spin_lock",
              "preempt_disable()",
              "smp_mb()"),
          OrderMutant.of(
              "__slab_free: add_partial behind slab_unlock",
              "slub.AllocAndFree",
              "__slabFree",
              lines -> lines.shift("slabUnlock", 1, -2),
              "__slab_free/to_partial",
              "spin_lock",
              "preempt_disable()",
              "smp_mb()"),
          OrderMutant.of(
              "__slab_free: discarded under the slab lock",
              "slub.AllocAndFree",
              "__slabFree",
              lines -> lines.shift("discardSlab", 1, -1),
              "__slab_free/last",
              "bit_spin_unlock",
              "smp_mb()",
              "atomic n->nr_slabs -= 1"),
          OrderMutant.of(
              "free_debug_processing: remove_full dropped",
              "slub.SlabDebugging",
              "freeDebugProcessing",
              lines -> lines.drop("removeFull", 1),
              "__slab_free/debug_full",
              "spin_lock",
              "preempt_disable()",
              "page.0+3 = 0x1"));
}
