// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * Slab Movable Objects: "slub: Slab defrag core", message 20190411013441.5415-5-tobin@kernel.org,
 * as in 20190603042637.2018-5-tobin@kernel.org. A slab is taken off its list before it is put back,
 * and to the right one. Its base, 5.1, is played by that of 2017.
 *
 * <p>With it come the calls that move slabs between nodes: kmem_cache_move, message
 * 20190403042127.18755-12-tobin@kernel.org, and kmem_cache_move_slabs, message
 * 20190430030746.26102-13-tobin@kernel.org. There is one node here, which both is moved from and is
 * the target.
 */
public class Posted2019 extends Posted20171227 {
  public Posted2019(Machine machine) {
    super(machine);
  }

  /** The sum of nr_partial: full slabs are on no list and do not count (S7). */
  @Override
  @Kernel("kmem_cache_shrink")
  public int kmemCacheShrink(Cpu cpu, KmemCache s) {
    super.kmemCacheShrink(cpu, s);
    return (int) s.getNode().nrPartial;
  }

  // ---- from node to node

  /** {@code kmem_cache_move}: full slabs of caches that list none stay where they are (T3). */
  @Override
  @Kernel("kmem_cache_move")
  public int kmemCacheMove(Cpu cpu, KmemCache s) {
    if (s.ops.kick() == null) {
      return 0;
    }
    long[] scratch = allocScratch(cpu, s);
    if (scratch == null) {
      return -ENOMEM;
    }
    KmemCacheNode n = s.getNode();
    ListHead moved = ListHead.head();
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    takeSparse(cpu, s, n, moved);
    takeFull(cpu, n, Integer.MAX_VALUE, moved);
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    moveAll(cpu, moved, scratch);
    putBack(cpu, s, n, moved, n.full);
    Kmalloc.kfree(cpu, scratch);
    return 0;
  }

  @Override
  @Kernel("kmem_cache_move_slabs")
  public int kmemCacheMoveSlabs(Cpu cpu, KmemCache s, int num) {
    if (!mayMoveSlabs(s)) {
      return 0;
    }
    long[] scratch = allocScratch(cpu, s);
    if (scratch == null) {
      return -ENOMEM;
    }
    KmemCacheNode n = s.getNode();
    ListHead moved = ListHead.head();
    boolean flags = cpu.localIrqSave();
    n.listLock.lock(cpu);
    int tried = takeFull(cpu, n, num, moved);
    n.listLock.unlock(cpu);
    cpu.localIrqRestore(flags);
    moveAll(cpu, moved, scratch);
    int emptied = putBack(cpu, s, n, moved, stillFull(n));
    Kmalloc.kfree(cpu, scratch);
    return slabsMoved(tried, emptied);
  }

  /** Those of any cache: it is not asked whether that has a migrate (T2). */
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected boolean mayMoveSlabs(KmemCache s) {
    return true;
  }

  /** Where slabs go of which no object was moved: the partial list, as all others (T1). */
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected ListHead stillFull(KmemCacheNode n) {
    return null;
  }

  /** What it returns: how many it has tried to move (T4). */
  @Kernel(value = "kmem_cache_move_slabs", inlined = true)
  protected int slabsMoved(int tried, int emptied) {
    return tried;
  }

  /**
   * Takes slabs off the full list and freezes them, but for those that somebody has locked
   * [list_lock held].
   *
   * @return how many, which is no more than {@code most}
   */
  @Kernel("kmem_cache_move_slabs")
  private int takeFull(Cpu cpu, KmemCacheNode n, int most, ListHead moved) {
    int taken = 0;
    ListHead at = n.full.next;
    while (at != n.full && taken < most) {
      Page page = Page.of(at);
      at = at.next;
      if (slabTrylock(cpu, page)) {
        page.lru.moveTo(moved);
        setFrozen(cpu, page, FROZEN);
        slabUnlock(cpu, page);
        taken++;
      }
    }
    return taken;
  }

  @Kernel("kmem_cache_move_slabs")
  private void moveAll(Cpu cpu, ListHead moved, long[] scratch) {
    for (ListHead at = moved.next; at != moved; at = at.next) {
      kmemCacheVacate(cpu, Page.of(at), scratch);
    }
  }

  /** {@code list_del(&page->lru)}. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void takeOff(Page page) {
    page.lru.del();
  }

  /** {@code list_add_tail(&page->lru, &n->partial)}. */
  @Override
  @Kernel("__kmem_cache_shrink")
  protected void addToTail(KmemCacheNode n, Page page) {
    n.partial.addTail(page.lru);
  }
}
