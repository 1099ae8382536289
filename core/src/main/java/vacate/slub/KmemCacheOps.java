// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;

/**
 * {@code struct kmem_cache_ops}: how a cache's owner lets go of objects. Either callback may be
 * null, which means that the cache cannot be vacated.
 *
 * <p>Source: patch 12/26, message 20070618095916.297690463@sgi.com.
 */
public record KmemCacheOps(Get get, Kick kick) {
  /** {@code slub_default_ops}. */
  public static final KmemCacheOps NONE = new KmemCacheOps(null, null);

  /** {@code get}: pins the objects, so that they are not freed until they are kicked. */
  @FunctionalInterface
  public interface Get {
    /**
     * Called with the slab lock held and interrupts off: no slab operation may be made.
     *
     * @param nr number of objects
     * @param objects their addresses in elements 0 to {@code nr - 1}; one that cannot be pinned,
     *     because somebody is freeing it already, is set to 0
     * @return a value for {@code kick}
     */
    Object get(Cpu cpu, KmemCache s, int nr, long[] objects);
  }

  /** {@code kick}: tries to free the objects. */
  @FunctionalInterface
  public interface Kick {
    /**
     * Called with no locks held and interrupts on, so it may sleep; any slab operation may be made.
     * It need not succeed: "success is checked by examining the number of remaining objects".
     */
    void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned);
  }
}
