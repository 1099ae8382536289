// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

/** Which way {@code kmem_cache_free} went. */
public enum Freed {
  /** To the CPU's own slab, without a lock. */
  LOCKLESS,
  /** To a frozen slab: no list processing. */
  FROZEN,
  /** To a slab that was full: now on the partial list. */
  TO_PARTIAL,
  /** To a slab on the partial list, where it stays. */
  PARTIAL,
  /** The last object: the slab was discarded. */
  DISCARDED,
  /** The debug checks refused it. */
  REFUSED
}
