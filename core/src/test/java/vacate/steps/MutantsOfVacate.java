// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** The patch out of order. */
final class MutantsOfVacate {
  private MutantsOfVacate() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "kmem_cache_vacate: local_irq_save behind slab_lock",
              "slub.SlabVacate",
              "vacateAndTell",
              lines -> lines.shift("localIrqSave", 1, 1),
              "kmem_cache_vacate/leftover",
              "pinned/lock",
              "local_irq_save()",
              "preempt_disable()"),
          OrderMutant.of(
              "kmem_cache_vacate: local_irq_restore before slab_unlock",
              "slub.SlabVacate",
              "vacateAndTell",
              lines -> lines.shift("localIrqRestore", 1, -1),
              "kmem_cache_vacate/empty",
              "bit_spin_unlock",
              "smp_mb()",
              "local_irq_restore(on)"),
          OrderMutant.of(
              "kmem_cache_vacate: kfree before local_irq_restore",
              "slub.SlabVacate",
              "vacateAndTell",
              lines -> lines.shift("release", 1, -1),
              "kmem_cache_vacate/empty",
              "pinned/out_locked",
              "local_irq_restore(on)",
              "kfree(vector)"),
          OrderMutant.of(
              "kmem_cache_vacate: put_page before kfree",
              "slub.SlabVacate",
              "vacateAndTell",
              lines -> lines.shift("unpin", 1, -2),
              "kmem_cache_vacate/leftover",
              "pinned/leftover",
              "kfree(vector)",
              "page->flags & PG_compound"),
          OrderMutant.of(
              "freeze_from_list: FROZEN before remove_partial",
              "slub.SlabVacate",
              "freezeFromList",
              lines -> lines.shift("setSlabFrozen", 1, -4),
              "freeze_from_list/partial",
              "freeze_from_list/partial",
              "read page->inuse",
              "page->flags |= PG_active"),
          OrderMutant.of(
              "__kmem_cache_vacate: get behind slab_unlock",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("get", 1, 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/kick",
              "read s->ops->get",
              "smp_mb()"),
          OrderMutant.of(
              "__kmem_cache_vacate: local_irq_restore before slab_unlock",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("localIrqRestore", 1, -1),
              "__kmem_cache_vacate/leftover",
              "bit_spin_unlock",
              "smp_mb()",
              "local_irq_restore(on)"),
          OrderMutant.of(
              "__kmem_cache_vacate: kick before local_irq_restore",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("localIrqRestore", 1, 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/kick",
              "local_irq_restore(on)",
              "read s->ops->kick"),
          OrderMutant.of(
              "__kmem_cache_vacate: kick before slab_unlock",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("kick", 1, -2),
              "__kmem_cache_vacate/leftover",
              "bit_spin_unlock",
              "smp_mb()",
              "read s->ops->kick"),
          OrderMutant.of(
              "__kmem_cache_vacate: second local_irq_save dropped",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.drop("localIrqSave", 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/kick",
              "local_irq_save()",
              "preempt_disable()"),
          OrderMutant.of(
              "__kmem_cache_vacate: second local_irq_save behind slab_lock",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("localIrqSave", 1, 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/kick",
              "local_irq_save()",
              "preempt_disable()"),
          OrderMutant.of(
              "__kmem_cache_vacate: leftover behind unfreeze_slab",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("inuse", 2, 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/leftover",
              "read page->inuse",
              "page->flags &= ~PG_active"),
          OrderMutant.of(
              "__kmem_cache_vacate: local_irq_restore before unfreeze_slab",
              "slub.SlabVacate",
              "__kmemCacheVacate",
              lines -> lines.shift("localIrqRestore", 2, -1),
              "__kmem_cache_vacate/leftover",
              "unfreeze_slab/partial",
              "page->flags &= ~PG_active",
              "local_irq_restore(on)"),
          OrderMutant.of(
              "__kmem_cache_vacate: memset of the vector dropped",
              "slub.SlabVacate",
              "collectObjects",
              lines -> lines.drop("array store", 1),
              "__kmem_cache_vacate/leftover",
              "__kmem_cache_vacate/kick",
              "vector[0] = NULL",
              "vector[0] = page.0"));
}
