// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * The partial and full lists. Who allocates, frees or vacates moves a slab with its slab lock held,
 * and before it is dropped; a slab that is taken out of order is only tried for, since the lock
 * order is slab lock, then list_lock. {@code kmem_cache_shrink}, which sorts the partial list, and
 * {@code kmem_cache_destroy}, which empties it, move slabs under list_lock alone.
 *
 * <p>Invariant of a live slab that is not frozen, under its lock: it is on partial if and only if
 * it has a free object; a full one is on the full list if it has SlabDebug and the cache
 * SLAB_STORE_USER, else on none.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code add_full} to {@code get_partial}.
 */
abstract class SlabLists extends SlabObjects {
  SlabLists(Machine machine) {
    super(machine);
  }

  /** {@code add_partial}: to the head. */
  @Kernel("add_partial")
  protected void addPartial(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.nrPartial++;
    n.partial.add(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code add_partial_tail}. */
  @Kernel("add_partial_tail")
  protected void addPartialTail(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.nrPartial++;
    n.partial.addTail(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code remove_partial}. */
  @Kernel("remove_partial")
  protected void removePartial(Cpu cpu, KmemCache s, Page page) {
    KmemCacheNode n = s.getNode();
    n.listLock.lock(cpu);
    page.lru.del();
    n.nrPartial--;
    n.listLock.unlock(cpu);
  }

  /** {@code add_full}. */
  @Kernel("add_full")
  protected void addFull(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.full.add(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code remove_full}: nothing without SLAB_STORE_USER. */
  @Kernel("remove_full")
  protected void removeFull(Cpu cpu, KmemCache s, Page page) {
    if (!has(s, SlabFlag.SLAB_STORE_USER)) {
      return;
    }
    KmemCacheNode n = s.getNode();
    n.listLock.lock(cpu);
    page.lru.del();
    n.listLock.unlock(cpu);
  }

  /**
   * {@code lock_and_freeze_slab}; list_lock is held.
   *
   * @return whether the slab was had: it is then locked, frozen and off the list
   */
  @Kernel("lock_and_freeze_slab")
  protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
    if (!slabTrylock(cpu, page)) {
      return false;
    }
    page.lru.del();
    n.nrPartial--;
    setSlabFrozen(page);
    return true;
  }

  /**
   * {@code get_partial}: without NUMA, {@code get_partial_node} of the one node. The first look at
   * nr_partial is a race, on purpose.
   *
   * @return a slab, locked and frozen, or null
   */
  @Kernel("get_partial")
  protected Page getPartial(Cpu cpu, KmemCache s) {
    KmemCacheNode n = s.getNode();
    if (n.nrPartial == 0) {
      return null;
    }
    n.listLock.lock(cpu);
    Page page = null;
    for (ListHead at = n.partial.next; at != n.partial; at = at.next) {
      if (lockAndFreezeSlab(cpu, n, Page.of(at))) {
        page = Page.of(at);
        break;
      }
    }
    n.listLock.unlock(cpu);
    return page;
  }
}
