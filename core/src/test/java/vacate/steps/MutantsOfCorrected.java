// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/** The cures of the corrected protocol out of order. */
final class MutantsOfCorrected {
  private MutantsOfCorrected() {}

  static final List<OrderMutant> ALL =
      List.of(
          OrderMutant.of(
              "corrected discard_slab: unlocked before it is unmade",
              "revision.Corrected",
              "retireSlab",
              lines -> lines.shift("slabUnlock", 1, -1),
              "discard_slab",
              "discard_slab/unmade",
              "page->inuse = 0xffff",
              "smp_mb()"),
          OrderMutant.of(
              "corrected new_slab: SlabDebug behind PageSlab",
              "revision.Corrected",
              "markSlab",
              lines -> lines.shift("setPageSlab", 1, -2),
              "new_slab/debug",
              "new_slab/debug",
              "page->flags |= PG_error",
              "page->flags |= PG_slab"),
          OrderMutant.of(
              "corrected kmem_cache_vacate: up_read dropped",
              "revision.Corrected",
              "letCachesGo",
              lines -> lines.drop("upRead", 1),
              "kmem_cache_vacate/leftover",
              "kmem_cache_vacate/leftover",
              "up_read(slub_lock)",
              "page->flags & PG_compound"),
          OrderMutant.of(
              "corrected kmem_cache_destroy: up_write before the close",
              "revision.Corrected",
              "tearDown",
              lines -> lines.shift("upWrite", 1, -1),
              "kmem_cache_destroy",
              "flush_all/none",
              "preempt_disable()",
              "up_write(slub_lock)"),
          OrderMutant.of(
              "corrected put back: FROZEN cleared behind slab_unlock",
              "revision.Corrected",
              "putBack",
              lines -> lines.shift("clearSlabFrozen", 1, 1),
              "__kmem_cache_vacate/discarded",
              "put_back/discarded",
              "page3->flags &= ~PG_active",
              "smp_mb()"));
}
