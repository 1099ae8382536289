// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.List;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.steps.Step;

/** How a page becomes a slab, a CPU's own, one on a list, and a page again. */
final class PathsOfSlabs {
  private PathsOfSlabs() {}

  static void addTo(Paths paths) {
    paths.add(
        "allocate_slab",
        a -> {
          a.warm(1);
          return a.record(() -> a.slub.allocateSlab(a.cpu, a.s, Gfp.KERNEL));
        });
    paths.add(
        "setup_object", a -> a.record(() -> a.slub.objects.setupObject(a.s, a.page, a.address(1))));
    paths.add(
        "setup_object/tracked",
        SlabFlag.SLAB_STORE_USER,
        a -> a.record(() -> a.slub.objects.setupObject(a.s, a.page, a.address(1))));
    paths.add("new_slab", a -> newSlab(a, Gfp.KERNEL));
    paths.add("new_slab/atomic", a -> newSlab(a, Gfp.ATOMIC));
    paths.add("new_slab/debug", SlabFlag.SLAB_TRACE, a -> newSlab(a, Gfp.KERNEL));
    paths.add("new_slab/poisoned", SlabFlag.SLAB_POISON, a -> newSlab(a, Gfp.KERNEL));
    paths.add(
        "new_slab/fails",
        a -> {
          a.useUpMemory();
          a.irqsOff();
          return a.record(() -> a.slub.newSlab(a.cpu, a.s, Gfp.KERNEL));
        });
    discard(paths);
    gracePeriod(paths);
    unfreeze(paths);
    flush(paths);
  }

  private static List<Step> newSlab(Stage a, int gfp) {
    a.warm(1);
    a.irqsOff();
    return a.record(() -> a.slub.newSlab(a.cpu, a.s, gfp));
  }

  private static void discard(Paths paths) {
    paths.add(
        "discard_slab",
        a -> {
          a.unlisted(0);
          return a.record(() -> a.slub.discardSlab(a.cpu, a.s, a.page));
        });
    paths.add(
        "discard_slab/pinned",
        a -> {
          a.unlisted(0);
          a.page.count.set(2);
          return a.record(() -> a.slub.discardSlab(a.cpu, a.s, a.page));
        });
    paths.add(
        "discard_slab/rcu",
        SlabFlag.SLAB_DESTROY_BY_RCU,
        a -> {
          a.unlisted(0);
          return a.record(() -> a.slub.discardSlab(a.cpu, a.s, a.page));
        });
  }

  private static void gracePeriod(Paths paths) {
    paths.add(
        "rcu_free_slab",
        SlabFlag.SLAB_DESTROY_BY_RCU,
        a -> {
          a.unlisted(0);
          a.slub.discardSlab(a.cpu, a.s, a.page);
          return a.record(() -> a.slub.rcuGracePeriodEnds(a.cpu));
        });
  }

  private static void unfreeze(Paths paths) {
    paths.add("unfreeze_slab/partial", a -> unfreeze(a, a.page, 1));
    paths.add("unfreeze_slab/full", a -> unfreeze(a, a.page, Stage.OBJECTS));
    paths.add(
        "unfreeze_slab/full_tracked",
        SlabFlag.SLAB_STORE_USER,
        a -> unfreeze(a, a.page, Stage.OBJECTS));
    paths.add("unfreeze_slab/kept", a -> unfreeze(a, a.page, 0));
    paths.add(
        "unfreeze_slab/discarded",
        a -> {
          a.slabs(1, 1);
          return unfreeze(a, a.page(3), 0);
        });
    paths.add(
        "deactivate_slab/partial",
        a -> {
          a.alloc();
          a.lock(a.page);
          return a.record(() -> a.slub.deactivateSlab(a.cpu, a.s, a.page));
        });
    paths.add(
        "deactivate_slab/full",
        a -> {
          a.own();
          a.lock(a.page);
          return a.record(() -> a.slub.deactivateSlab(a.cpu, a.s, a.page));
        });
  }

  private static List<Step> unfreeze(Stage a, Page page, int inuse) {
    a.unlisted(inuse);
    a.lock(page);
    a.slub.setSlabFrozen(a.cpu, page);
    return a.record(() -> a.slub.unfreezeSlab(a.cpu, a.s, page));
  }

  private static void flush(Paths paths) {
    paths.add(
        "flush_slab",
        a -> {
          a.alloc();
          return a.record(() -> a.slub.flushSlab(a.cpu, a.s, a.page));
        });
    paths.add(
        "flush_all",
        a -> {
          a.alloc();
          return a.record(() -> a.slub.flushAll(a.cpu, a.s));
        });
    paths.add(
        "flush_all/other",
        a -> {
          a.slub.kmemCacheAlloc(a.other, a.s, Gfp.KERNEL);
          return a.record(() -> a.slub.flushAll(a.cpu, a.s));
        });
    paths.add("flush_all/none", a -> a.record(() -> a.slub.flushAll(a.cpu, a.s)));
  }
}
