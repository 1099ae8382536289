// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.List;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.steps.Step;
import vacate.steps.woven.Recording;

/** Allocation and freeing of objects. */
final class PathsOfObjects {
  private PathsOfObjects() {}

  static void addTo(Paths paths) {
    paths.add(
        "slab_alloc",
        a -> {
          a.alloc();
          return a.record(a::alloc);
        });
    paths.add(
        "slab_alloc/no_slab",
        a -> {
          a.warm(1);
          return a.record(a::alloc);
        });
    paths.add(
        "slab_alloc/own",
        a -> {
          freedByAnother(a);
          return a.record(a::alloc);
        });
    slowAllocations(paths);
    frees(paths);
  }

  private static void slowAllocations(Paths paths) {
    paths.add(
        "__slab_alloc/own",
        a -> {
          freedByAnother(a);
          return slow(a, a.page);
        });
    paths.add(
        "__slab_alloc/exhausted",
        a -> {
          long[] full = a.slabs(Stage.OBJECTS)[0];
          a.own();
          a.slub.kmemCacheFree(a.other, a.s, full[1]);
          return slow(a, a.page(2));
        });
    paths.add(
        "__slab_alloc/partial",
        a -> {
          a.slab(1);
          return slow(a, null);
        });
    paths.add(
        "__slab_alloc/new",
        a -> {
          a.warm(1);
          return slow(a, null);
        });
    paths.add(
        "__slab_alloc/unwanted",
        a -> {
          a.warm(2);
          Recording.after(
              "local_irq_enable()",
              () -> {
                long object = a.alloc();
                a.alloc();
                a.slub.kmemCacheFree(a.other, a.s, object);
              });
          return slow(a, null);
        });
    paths.add(
        "__slab_alloc/no_memory",
        a -> {
          a.useUpMemory();
          return slow(a, null);
        });
    paths.add(
        "__slab_alloc/debug",
        SlabFlag.SLAB_TRACE,
        a -> {
          a.warm(1);
          return slow(a, null);
        });
  }

  /** Of CPU 0's own slab, the second object was freed by CPU 1. */
  private static void freedByAnother(Stage a) {
    a.slub.kmemCacheFree(a.other, a.s, a.own()[1]);
  }

  private static List<Step> slow(Stage a, Page own) {
    a.irqsOff();
    return a.record(() -> a.slub.__slabAlloc(a.cpu, a.s, Gfp.KERNEL, own));
  }

  private static void frees(Paths paths) {
    paths.add(
        "slab_free",
        a -> {
          long object = a.alloc();
          return a.record(() -> a.free(object));
        });
    paths.add(
        "slab_free/slow",
        a -> {
          long object = a.slab(2);
          return a.record(() -> a.free(object));
        });
    paths.add("__slab_free/stays", a -> freeSlow(a, a.slab(2)));
    paths.add(
        "__slab_free/frozen",
        a -> {
          long object = a.slub.kmemCacheAlloc(a.other, a.s, Gfp.KERNEL);
          return freeSlow(a, object);
        });
    paths.add("__slab_free/to_partial", a -> freeSlow(a, a.slab(Stage.OBJECTS)));
    paths.add("__slab_free/last", a -> freeSlow(a, a.slab(1)));
    paths.add(
        "__slab_free/only",
        a -> {
          a.unlisted(1);
          a.page.freelist = 0;
          return freeSlow(a, a.address(1));
        });
    paths.add(
        "__slab_free/debug_full",
        SlabFlag.SLAB_STORE_USER,
        a -> freeSlow(a, a.slab(Stage.OBJECTS)));
    paths.add(
        "__slab_free/refused",
        SlabFlag.SLAB_TRACE,
        a -> {
          long object = a.slab(Stage.OBJECTS);
          a.free(object);
          return freeSlow(a, object);
        });
  }

  private static List<Step> freeSlow(Stage a, long object) {
    a.irqsOff();
    return a.record(() -> a.slub.__slabFree(a.cpu, a.s, a.page, object));
  }
}
