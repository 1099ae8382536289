// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

/** The kinds of damage that {@link InvariantChecker} finds, the most telling first. */
public enum Violation {
  /** A page on a partial or full list is no slab of that cache. */
  DEAD_PAGE_ON_LIST,
  /**
   * A list does not lead back to its head, or the free pages' list does not lead to a free page.
   */
  LIST_CORRUPT,
  /** The page allocator, or a slab check, complained and went on. */
  COMPLAINT,
  /** PG_locked, list_lock or slub_lock is still held. */
  LOCK_LEFT,
  /** FROZEN is set and the slab is no CPU's own. */
  FROZEN_LEFT,
  /** A CPU's own slab is not frozen. */
  CPU_SLAB_NOT_FROZEN,
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
  /** An object that somebody has lies in no slab. */
  OBJECT_OUTSIDE_SLAB,
  /** nr_partial is not the length of the partial list. */
  NR_PARTIAL_WRONG,
  /** nr_slabs is not the number of slabs. */
  NR_SLABS_WRONG,
  /** NR_SLAB is not the number of pages in slabs. */
  NR_SLAB_WRONG,
  /** A reference count is not what the page's state asks for. */
  REFERENCE_WRONG,
  /** A page is neither free nor anybody's, or a slab belongs to no cache. */
  PAGE_LOST,
  /** kmalloc and kfree do not balance. */
  KMALLOC_LEAK,
  /** A CPU's interrupts are off. */
  IRQS_OFF,
  /** A CPU's preempt_count is not 0. */
  PREEMPT_COUNT
}
