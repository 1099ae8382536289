// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import java.util.Map;

/** Methods of the port and the kernel functions that they are a part of. */
public final class KernelNames {
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("vacatePinned", "kmem_cache_vacate"),
          Map.entry("firstLook", "kmem_cache_vacate"),
          Map.entry("refusal", "kmem_cache_vacate"),
          Map.entry("tryKeepCaches", "kmem_cache_vacate"),
          Map.entry("letCachesGo", "kmem_cache_vacate"),
          Map.entry("vacateFrozen", "__kmem_cache_vacate"),
          Map.entry("putBack", "__kmem_cache_vacate"),
          Map.entry("slabFreeSlow", "__slab_free"),
          Map.entry("leavesLists", "__slab_free"),
          Map.entry("slabAllocSlow", "__slab_alloc"),
          Map.entry("loadFreelist", "__slab_alloc"),
          Map.entry("adoptSlab", "__slab_alloc"),
          Map.entry("cpuSlabAppeared", "__slab_alloc"),
          Map.entry("setUpSlab", "new_slab"),
          Map.entry("markSlab", "new_slab"),
          Map.entry("publicationBarrier", "new_slab"),
          Map.entry("retireSlab", "discard_slab"),
          Map.entry("tearDown", "kmem_cache_destroy"),
          Map.entry("shrinkNode", "__kmem_cache_shrink"),
          Map.entry("kmemCacheFree", "slab_free"),
          Map.entry("isBad", "free_pages_check"),
          Map.entry("takeOne", "buffered_rmqueue"),
          Map.entry("freeHotPage", "free_hot_cold_page"));

  private KernelNames() {}

  /** As the kernel spells it; a method that is in no list in the kernel's spelling. */
  public static String function(String method) {
    String known = FUNCTIONS.get(method);
    return known != null ? known : method.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase();
  }
}
