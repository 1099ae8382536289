// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.List;
import vacate.steps.Step;
import vacate.steps.woven.Recording;

/** Shrinking, defragmentation, and the end of a cache. */
final class PathsOfCaches {
  private PathsOfCaches() {}

  static void addTo(Paths paths) {
    paths.add(
        "__kmem_cache_shrink/sorts",
        a -> {
          a.slabs(2, 1);
          return __kmemCacheShrink(a);
        });
    paths.add(
        "__kmem_cache_shrink/frees",
        a -> {
          a.kept();
          return __kmemCacheShrink(a);
        });
    paths.add(
        "__kmem_cache_shrink/busy",
        a -> {
          a.kept();
          a.slub.slabLock(a.other, a.page);
          return __kmemCacheShrink(a);
        });
    paths.add("__kmem_cache_shrink/no_ops", 0, 0, false, PathsOfCaches::__kmemCacheShrink);
    paths.add(
        "__kmem_cache_shrink/zaps",
        a -> {
          a.kept();
          a.n.nrPartial = Slub.MAX_PARTIAL + 1;
          a.slub.slabLock(a.other, a.page);
          Recording.after("list_move(page->lru, list1)", () -> a.slub.slabUnlock(a.other, a.page));
          return __kmemCacheShrink(a);
        });
    paths.add(
        "kmem_cache_shrink",
        a -> {
          a.kept();
          return a.record(() -> a.slub.kmemCacheShrink(a.cpu, a.s));
        });
    paths.add(
        "kmem_cache_shrink/no_memory",
        a -> {
          a.cpu.failKmalloc(1);
          return a.record(() -> a.slub.kmemCacheShrink(a.cpu, a.s));
        });
    defrag(paths);
    destroy(paths);
    paths.add(
        "kmem_ptr_validate",
        a -> {
          long object = a.alloc();
          return a.record(() -> a.slub.kmemPtrValidate(a.s, object));
        });
  }

  private static List<Step> __kmemCacheShrink(Stage a) {
    long[] scratch = a.vector();
    return a.record(() -> a.slub.__kmemCacheShrink(a.cpu, a.s, scratch));
  }

  private static void defrag(Paths paths) {
    paths.add(
        "kmem_cache_defrag/busy",
        a -> {
          a.slub.slubLock.downWrite(a.other);
          return defrag(a);
        });
    paths.add("kmem_cache_defrag/short", PathsOfCaches::defrag);
    paths.add("kmem_cache_defrag/no_ops", 0, 0, false, PathsOfCaches::defrag);
    paths.add(
        "kmem_cache_defrag/filled",
        a -> {
          a.slab(2);
          a.n.nrPartial = Slub.MAX_PARTIAL + 1;
          a.n.nrSlabs.set(Slub.MAX_PARTIAL + 10);
          return defrag(a);
        });
  }

  private static List<Step> defrag(Stage a) {
    return a.record(() -> a.slub.kmemCacheDefrag(a.cpu, 10));
  }

  private static void destroy(Paths paths) {
    paths.add(
        "kmem_cache_close",
        a -> {
          a.kept();
          return a.record(() -> a.slub.kmemCacheClose(a.cpu, a.s));
        });
    paths.add(
        "kmem_cache_close/in_use",
        a -> {
          a.slab(1);
          return a.record(() -> a.slub.kmemCacheClose(a.cpu, a.s));
        });
    paths.add(
        "kmem_cache_destroy",
        a -> {
          a.kept();
          return a.record(() -> a.slub.kmemCacheDestroy(a.cpu, a.s));
        });
    paths.add(
        "kmem_cache_destroy/shared",
        a -> {
          a.s.refcount = 2;
          return a.record(() -> a.slub.kmemCacheDestroy(a.cpu, a.s));
        });
  }
}
