// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

/** The kinds of damage that {@link InvariantChecker} finds, the most telling first. */
public enum Violation {
  /** A page on a partial or full list is no slab of that cache. */
  DEAD_PAGE_ON_LIST,
  /**
   * A list does not lead back to its head, forwards and backwards; or what is on none has links.
   */
  LIST_CORRUPT,
  /** The page allocator, or a slab check, complained and went on. */
  COMPLAINT,
  /** PG_locked, list_lock, the zone's lock or slub_lock is still held. */
  LOCK_LEFT,
  /** FROZEN is set and the slab is no CPU's own. */
  FROZEN_LEFT,
  /** A CPU's own slab is not frozen. */
  CPU_SLAB_NOT_FROZEN,
  /** {@code cpu_slab} points to what is no slab of that cache. */
  CPU_SLAB_NO_SLAB,
  /** Two CPUs have the same slab for their own. */
  SLAB_OF_TWO_CPUS,
  /** A slab is not on the list on which it belongs, or on one where it does not. */
  WRONG_LIST,
  /** A freelist leads out of the slab, or does not end. */
  FREELIST_CORRUPT,
  /** inuse is not what the freelist leaves. */
  INUSE_WRONG,
  /** Objects count as used that nobody has: they are lost for ever. */
  OBJECTS_LOST,
  /** An object was handed out twice, or is free and handed out. */
  OBJECT_TWICE,
  /** An object is on both freelists of its slab. */
  OBJECT_FREE_TWICE,
  /** A slab that is no CPU's own, or that is debugged, has lockless objects. */
  LOCKLESS_LEFT,
  /** An object that somebody has lies in no slab. */
  OBJECT_OUTSIDE_SLAB,
  /** An address that somebody has is in memory or in a slab and no object. */
  NOT_AN_OBJECT,
  /** {@code page->offset} is not the cache's. */
  OFFSET_WRONG,
  /** SlabDebug is lost, or set though the cache is not debugged. */
  SLAB_DEBUG_WRONG,
  /** A red zone does not tell whether the object is in use. */
  RED_ZONE_WRONG,
  /** A free object is not poisoned as it was. */
  POISON_WRONG,
  /** A track names no CPU, or says of a free object that it is in use, or the other way round. */
  TRACK_WRONG,
  /** nr_partial is not the length of the partial list. */
  NR_PARTIAL_WRONG,
  /** nr_slabs is not the number of slabs. */
  NR_SLABS_WRONG,
  /** A CPU's count of its free pages is not the length of its list. */
  PCP_COUNT_WRONG,
  /** NR_SLAB is not the number of pages in slabs. */
  NR_SLAB_WRONG,
  /** A reference count is not what the page's state asks for. */
  REFERENCE_WRONG,
  /** A flag is set or clear that should not be, and has no kind of its own. */
  FLAGS_WRONG,
  /** What SLUB calls inuse and offset is not {@code _mapcount} -1 in a page that is no slab. */
  MAPCOUNT_LEFT,
  /** What SLUB calls slab is not {@code mapping} NULL in a page that is no slab. */
  MAPPING_LEFT,
  /** A tail page that does not lead to its head, or that has none. */
  TAIL_WITHOUT_HEAD,
  /** A slab of an order that cannot begin at that page. */
  SLAB_MISPLACED,
  /** A page is neither free nor anybody's, or a slab belongs to no cache. */
  PAGE_LOST,
  /** The page to which NULL points was written to. */
  RESERVED_PAGE_WRITTEN,
  /** A page waits for a grace period and its cache is gone: the callback reads freed memory. */
  CACHE_GONE,
  /** A cache is not what it was when it was created. */
  CACHE_CHANGED,
  /** A cache is not on {@code slab_caches}. */
  CACHE_LOST,
  /** A cache was written to after it was freed. */
  FREED_CACHE_WRITTEN,
  /** Memory was written to behind its kfree. */
  FREED_MEMORY_WRITTEN,
  /** kmalloc and kfree do not balance. */
  KMALLOC_LEAK,
  /** Two processes are on one CPU, or one is on none. */
  CPU_NUMBER_WRONG,
  /** A CPU's interrupts are off. */
  IRQS_OFF,
  /** A CPU's preempt_count is not 0. */
  PREEMPT_COUNT
}
