// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.List;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.steps.Step;
import vacate.steps.woven.Recording;

/** The patch. */
final class PathsOfVacate {
  private PathsOfVacate() {}

  static void addTo(Paths paths) {
    freezing(paths);
    frozen(paths);
    paths.add("kmem_cache_vacate/no_page", PathsOfVacate::vacate);
    paths.add(
        "kmem_cache_vacate/not_slab",
        a -> {
          a.machine.pages.allocPages(a.cpu, Gfp.KERNEL, 0);
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/no_cache",
        a -> {
          a.slab(1);
          a.page.slab = null;
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/no_memory",
        a -> {
          a.slab(1);
          a.cpu.failKmalloc(1);
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/gone",
        a -> {
          long object = a.slab(1);
          Recording.after("kmalloc(3)", () -> a.slub.kmemCacheFree(a.other, a.s, object));
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/frozen",
        a -> {
          a.alloc();
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/empty",
        a -> {
          a.kept();
          return vacate(a);
        });
    paths.add(
        "kmem_cache_vacate/busy",
        a -> {
          a.slab(1);
          a.slub.slubLock.downWrite(a.other);
          return vacate(a);
        });
    paths.add("kmem_cache_vacate/no_ops", 0, 0, false, a -> vacate(a, 1, 0));
    paths.add("kmem_cache_vacate/emptied", a -> vacate(a, 1, 1));
    paths.add("kmem_cache_vacate/leftover", a -> vacate(a, 1, 0));
    paths.add("kmem_cache_vacate/full", a -> vacate(a, Stage.OBJECTS, 0));
  }

  private static List<Step> vacate(Stage a) {
    return a.record(() -> Recording.returned(a.slub.kmemCacheVacate(a.cpu, a.page)));
  }

  private static List<Step> vacate(Stage a, int inuse, int kicks) {
    a.slab(inuse);
    a.kicks = kicks;
    return vacate(a);
  }

  private static void freezing(Paths paths) {
    paths.add("freeze_from_list/partial", a -> freeze(a, 1));
    paths.add("freeze_from_list/full", a -> freeze(a, Stage.OBJECTS));
    paths.add(
        "freeze_from_list/full_tracked", SlabFlag.SLAB_STORE_USER, a -> freeze(a, Stage.OBJECTS));
  }

  private static List<Step> freeze(Stage a, int inuse) {
    a.slab(inuse);
    a.lock(a.page);
    return a.record(() -> a.slub.freezeFromList(a.cpu, a.s, a.page));
  }

  private static void frozen(Paths paths) {
    paths.add("__kmem_cache_vacate/emptied", a -> __kmemCacheVacate(a, a.page, 1, 1));
    paths.add("__kmem_cache_vacate/leftover", a -> __kmemCacheVacate(a, a.page, 1, 0));
    paths.add("__kmem_cache_vacate/full", a -> __kmemCacheVacate(a, a.page, Stage.OBJECTS, 0));
    paths.add("__kmem_cache_vacate/empty", a -> __kmemCacheVacate(a, a.page, 0, 0));
    paths.add(
        "__kmem_cache_vacate/discarded",
        a -> {
          a.slabs(1, 1);
          return __kmemCacheVacate(a, a.page(3), 1, 1);
        });
  }

  private static List<Step> __kmemCacheVacate(Stage a, Page page, int inuse, int kicks) {
    a.unlisted(inuse);
    a.kicks = kicks;
    boolean flags = a.cpu.localIrqSave();
    a.lock(page);
    a.slub.setSlabFrozen(a.cpu, page);
    long[] vector = a.vector();
    return a.record(() -> a.slub.__kmemCacheVacate(a.cpu, a.s, page, flags, vector));
  }
}
