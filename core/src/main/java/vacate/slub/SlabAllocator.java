// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.mm.Page;

/** What the patch adds to {@code include/linux/slab.h}: every allocator answers it. */
public interface SlabAllocator {
  /**
   * {@code kmem_cache_vacate}: "Attempt to free objects in a page. Return 1 if succesful."
   *
   * @param page any page, in whatever state
   */
  int kmemCacheVacate(Cpu cpu, Page page);

  /**
   * {@code kmem_cache_defrag}.
   *
   * @param percent caches whose slabs are fuller than this are left alone
   * @return number of pages freed
   */
  int kmemCacheDefrag(Cpu cpu, int percent);
}
