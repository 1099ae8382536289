// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Page;

/** {@code mm/slob.c}: "SLOB does not support slab defragmentation". */
public final class Slob implements SlabAllocator {
  /** {@code kmem_cache_vacate}: always 0. */
  @Override
  @Kernel("kmem_cache_vacate")
  public int kmemCacheVacate(Cpu cpu, Page page) {
    return 0;
  }

  /** {@code kmem_cache_defrag}: always 0. */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    return 0;
  }
}
