// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

/** How a version comes to the slab that it vacates. */
public enum Approach {
  /** {@code kmem_cache_vacate} is given a page, and has a reference to it until it returns. */
  BY_PAGE,
  /**
   * {@code kmem_cache_isolate_slab} is given a page, freezes its slab and drops the reference;
   * {@code kmem_cache_reclaim} vacates it later. {@code kmem_cache_shrink} takes others from the
   * partial list.
   */
  ISOLATED,
  /** {@code kmem_cache_shrink} takes what it meets on the partial list, under list_lock. */
  BY_LIST,
  /** The same, where a free is one change of freelist and counters, and takes no lock. */
  BY_COUNTERS
}
