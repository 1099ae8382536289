// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import static vacate.slub.SlabLists.addFull;
import static vacate.slub.SlabLists.addPartial;
import static vacate.slub.SlabLists.addPartialTail;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.SlabFlag;

/**
 * Slabs that are frozen on a list are vacated by {@code kmem_cache_reclaim}, and {@code
 * kmem_cache_shrink} collects such on the partial list: message 20070901014221.388656209@sgi.com
 * (9/26), 31 August 2007, on which all versions stand until 2008.
 */
abstract class ReclaimByList extends Posted20070707 {
  /** What {@link #kmemCacheReclaim} says if there was no memory. */
  protected static final int NO_SCRATCH = -1;

  ReclaimByList(Machine machine) {
    super(machine);
  }

  // ---- slabs

  /** With {@code tail} unset, as it is but after a kick. */
  @Override
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page) {
    unfreezeSlab(cpu, s, page, false);
  }

  /**
   * {@code unfreeze_slab}.
   *
   * @param tail whether a slab with objects goes to the end of the partial list
   */
  @Kernel("unfreeze_slab")
  protected void unfreezeSlab(Cpu cpu, KmemCache s, Page page, boolean tail) {
    KmemCacheNode n = s.getNode();
    clearSlabFrozen(cpu, page);
    if (page.inuse == 0) {
      if (n.nrPartial < minPartial()) {
        addPartialTail(cpu, n, page);
        slabUnlock(cpu, page);
      } else {
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
      }
      return;
    }
    if (page.freelist == 0) {
      putBackFull(cpu, s, n, page);
    } else if (tail) {
      addPartialTail(cpu, n, page);
    } else {
      addPartial(cpu, n, page);
    }
    slabUnlock(cpu, page);
  }

  /** {@code MIN_PARTIAL}. */
  @Kernel(value = "unfreeze_slab", inlined = true)
  protected int minPartial() {
    return MIN_PARTIAL;
  }

  /** A slab without a free object [slab lock held]. */
  @Kernel("unfreeze_slab")
  protected void putBackFull(Cpu cpu, KmemCache s, KmemCacheNode n, Page page) {
    if (slabDebug(page) && (s.flags & SlabFlag.SLAB_STORE_USER) != 0) {
      addFull(cpu, n, page);
    }
  }

  // ---- reclaim

  /**
   * {@code kmem_cache_reclaim}. Without memory it returns, and the slabs stay frozen on a list that
   * is gone (G5).
   *
   * @return number of slabs in which no object is left; {@link #NO_SCRATCH} without memory, where
   *     the kernel's returns 0
   */
  @Kernel("kmem_cache_reclaim")
  protected int kmemCacheReclaim(Cpu cpu, ListHead zaplist) {
    if (zaplist.isEmpty()) {
      return 0;
    }
    // alloc_scratch: the objects, and a bit for each.
    long[] scratch = Kmalloc.kmalloc(cpu, maxDefragSlabObjects() + 1);
    if (scratch == null) {
      giveUp(cpu, zaplist);
      return NO_SCRATCH;
    }
    int freed = 0;
    ListHead at = zaplist.next;
    while (at != zaplist) {
      Page page = Page.of(at);
      ListHead following = at.next;
      page.lru.del();
      if (kmemCacheVacate(cpu, page, scratch) == 0) {
        freed++;
      }
      at = following;
    }
    Kmalloc.kfree(cpu, scratch);
    return freed;
  }

  /** What becomes of slabs for which there is no memory: they are forgotten (G5). */
  @Kernel("kmem_cache_reclaim")
  protected void giveUp(Cpu cpu, ListHead zaplist) {}

  /**
   * {@code kmem_cache_vacate}, static since.
   *
   * @return number of objects left
   */
  @Kernel("kmem_cache_vacate")
  protected int kmemCacheVacate(Cpu cpu, Page page, long[] scratch) {
    checkBefore(page);
    boolean flags = cpu.localIrqSave();
    slabLock(cpu, page);
    checkUnderLock(cpu);
    KmemCache s = cacheOf(page);
    boolean kicked = false;
    if (page.inuse != 0 && isToKick(cpu, s, page)) {
      int objects = collectObjects(cpu, s, page, scratch);
      Object pinned = s.ops.get().get(cpu, s, objects, scratch);
      slabUnlock(cpu, page);
      cpu.localIrqRestore(flags);
      s.ops.kick().kick(cpu, s, objects, scratch, pinned);
      flags = cpu.localIrqSave();
      slabLock(cpu, page);
      kicked = true;
      kicked(cpu, page, objects);
    }
    // out:
    int leftover = page.inuse;
    judge(cpu, page, leftover);
    putBack(cpu, s, page, isForTail(kicked, leftover));
    cpu.localIrqRestore(flags);
    return leftover;
  }

  /** {@code unfreeze_slab}, at the end of {@code kmem_cache_vacate}. */
  @Kernel("kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page, boolean tail) {
    unfreezeSlab(cpu, s, page, tail);
  }

  /** Without the lock. */
  @Kernel("kmem_cache_vacate")
  protected void checkBefore(Page page) {
    KernelBug.bugOn(
        !page.isSlab() || !slabFrozen(page),
        "kmem_cache_vacate",
        "BUG_ON(!PageSlab(page) || !SlabFrozen(page))");
  }

  /** With the lock. */
  @Kernel("kmem_cache_vacate")
  protected void checkUnderLock(Cpu cpu) {}

  /** {@code s->kick} [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected boolean isToKick(Cpu cpu, KmemCache s, Page page) {
    return s.ops.kick() != null;
  }

  /** What becomes of a slab of which so many objects were kicked [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected void kicked(Cpu cpu, Page page, int objects) {}

  /** What becomes of a slab, kicked or not, in which so many are left [slab lock held]. */
  @Kernel("kmem_cache_vacate")
  protected void judge(Cpu cpu, Page page, int leftover) {}

  /** {@code tail}. */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected boolean isForTail(boolean kicked, int leftover) {
    return !kicked;
  }

  // ---- shrink

  /** {@code kmem_cache_shrink}: needs no memory of its own. */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    flushAll(cpu, s);
    __kmemCacheShrink(cpu, s, null);
    return 0;
  }

  /**
   * {@code __kmem_cache_shrink}: every slab that is a quarter full at most is emptied or freed.
   *
   * @param scratch not used
   */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected int __kmemCacheShrink(Cpu cpu, KmemCache s, long[] scratch) {
    KmemCacheNode n = s.getNode();
    ListHead zaplist = ListHead.head();
    boolean kicks = s.ops.kick() != null;
    int freed = 0;
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    ListHead at = n.partial.next;
    while (at != n.partial) {
      Page page = Page.of(at);
      at = at.next;
      int inuse = page.inuse;
      if (inuse > s.objects / 4 || isSpared(s, page) || !slabTrylock(cpu, page)) {
        continue;
      }
      if (inuseUnderLock(page, inuse) != 0) {
        page.lru.moveTo(zaplist);
        if (kicks) {
          n.nrPartial--;
          setSlabFrozen(cpu, page);
        }
        slabUnlock(cpu, page);
      } else {
        takeOff(n, page);
        slabUnlock(cpu, page);
        discardSlab(cpu, s, page);
        freed++;
      }
    }
    if (!kicks) {
      zaplist.spliceBehind(n.partial.last());
    }
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    return kicks ? freed + Math.max(0, kmemCacheReclaim(cpu, zaplist)) : freed;
  }

  /** It is not read again. */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected int inuseUnderLock(Page page, int seen) {
    return seen;
  }

  /** Whether shrink does not even try a slab. */
  @Kernel(value = "__kmem_cache_shrink", inlined = true)
  protected boolean isSpared(KmemCache s, Page page) {
    return false;
  }

  /** Takes an empty slab off the partial list [list_lock held]; nr_partial is forgotten (G6). */
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(KmemCacheNode n, Page page) {
    page.lru.del();
  }

  /**
   * {@code kmem_cache_defrag}: needs no memory of its own.
   *
   * @param percent not used: each cache has its own ratio
   */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    if (!slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    int pages = defragAll(cpu, null);
    slubLock.upRead(cpu);
    return pages;
  }
}
