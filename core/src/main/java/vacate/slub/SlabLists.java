// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.ListHead;
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
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code add_full} to {@code remove_partial}.
 */
public final class SlabLists {
  private SlabLists() {}

  /** {@code add_partial}: to the head. */
  @Kernel("add_partial")
  public static void addPartial(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.nrPartial++;
    n.partial.add(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code add_partial_tail}. */
  @Kernel("add_partial_tail")
  public static void addPartialTail(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.nrPartial++;
    n.partial.addTail(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code remove_partial}. */
  @Kernel("remove_partial")
  public static void removePartial(Cpu cpu, KmemCache s, Page page) {
    KmemCacheNode n = s.getNode();
    n.listLock.lock(cpu);
    page.lru.del();
    n.nrPartial--;
    n.listLock.unlock(cpu);
  }

  /** {@code add_full}. */
  @Kernel("add_full")
  public static void addFull(Cpu cpu, KmemCacheNode n, Page page) {
    n.listLock.lock(cpu);
    n.full.add(page.lru);
    n.listLock.unlock(cpu);
  }

  /** {@code remove_full}: nothing without SLAB_STORE_USER. */
  @Kernel("remove_full")
  public static void removeFull(Cpu cpu, KmemCache s, Page page) {
    if (!SlabState.has(s, SlabFlag.SLAB_STORE_USER)) {
      return;
    }
    KmemCacheNode n = s.getNode();
    n.listLock.lock(cpu);
    page.lru.del();
    n.listLock.unlock(cpu);
  }

  /** {@code count_partial}: objects in use on the partial list. */
  @Kernel("__kmem_cache_defrag")
  static long countPartial(Cpu cpu, KmemCacheNode n) {
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    long inuse = 0;
    for (ListHead at = n.partial.next; at != n.partial; at = at.next) {
      inuse += Page.of(at).inuse;
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return inuse;
  }
}
