// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.slub.KmemCache;

/**
 * With isolate and migrate in the place of get and kick: "slub: Slab defrag core", message
 * 20171227220652.570663500@linux.com, 27 December 2017. They are played by {@code get} and {@code
 * kick}; there is one node, which is the target.
 */
public class Posted20171227 extends Posted20170307 {
  /** Percent: no slab is too dense. */
  private static final int ALL = 100;

  public Posted20171227(Machine machine) {
    super(machine);
  }

  /** {@code __kmem_cache_shrink}: 0, whatever is left (S7). */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    shrink(cpu, s, fewest());
    return 0;
  }

  /** {@code node == target && nr_partial <= 1}: a single slab is not looked at (S8). */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int fewest() {
    return 1;
  }

  /** {@code page->inuse > ratio * page->objects / 100}. */
  @Override
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isDense(KmemCache s, int inuse) {
    return inuse > ALL * s.objects / ALL;
  }
}
