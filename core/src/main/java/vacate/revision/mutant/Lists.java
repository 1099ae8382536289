// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import vacate.kernel.Cpu;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/** Steps around the lists, FROZEN, and the end of a slab and of a cache. */
public final class Lists {
  private Lists() {}

  /** {@code add_partial} without list_lock. */
  public static class AddUnlocked extends Corrected {
    public AddUnlocked(Machine machine) {
      super(machine);
    }

    @Override
    protected void addPartial(Cpu cpu, KmemCacheNode n, Page page) {
      n.nrPartial++;
      n.partial.add(page.lru);
    }
  }

  /** {@code remove_partial} without list_lock. */
  public static class RemoveUnlocked extends Corrected {
    public RemoveUnlocked(Machine machine) {
      super(machine);
    }

    @Override
    protected void removePartial(Cpu cpu, KmemCache s, Page page) {
      page.lru.del();
      s.getNode().nrPartial--;
    }
  }

  /** {@code get_partial} without list_lock. */
  public static class GetUnlocked extends Corrected {
    public GetUnlocked(Machine machine) {
      super(machine);
    }

    @Override
    protected Page getPartial(Cpu cpu, KmemCache s) {
      KmemCacheNode n = s.getNode();
      for (ListHead at = n.partial.next; at != n.partial; at = at.next) {
        if (lockAndFreezeSlab(cpu, n, Page.of(at))) {
          return Page.of(at);
        }
      }
      return null;
    }
  }

  /** {@code __slab_alloc} does not freeze a new slab. */
  public static class NewSlabNotFrozen extends Corrected {
    public NewSlabNotFrozen(Machine machine) {
      super(machine);
    }

    @Override
    protected Page adoptSlab(Cpu cpu, KmemCache s, Page page) {
      slabLock(cpu, page);
      s.cpuSlab[cpu.id] = page;
      return page;
    }
  }

  /** {@code lock_and_freeze_slab} does not freeze. */
  public static class PartialSlabNotFrozen extends Corrected {
    public PartialSlabNotFrozen(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
      if (!slabTrylock(cpu, page)) {
        return false;
      }
      page.lru.del();
      n.nrPartial--;
      return true;
    }
  }

  /** {@code __slab_free} moves a frozen slab between the lists, too. */
  public static class FrozenMoved extends Corrected {
    public FrozenMoved(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean leavesLists(Page page) {
      return false;
    }
  }

  /** A slab that is put back stays frozen. */
  public static class StaysFrozen extends Corrected {
    public StaysFrozen(Machine machine) {
      super(machine);
    }

    @Override
    protected void clearSlabFrozen(Page page) {}
  }

  /** {@code discard_slab} does not reset {@code _mapcount}. */
  public static class MapcountKept extends Corrected {
    public MapcountKept(Machine machine) {
      super(machine);
    }

    @Override
    protected void retireSlab(Cpu cpu, Page page) {
      slabLock(cpu, page);
      clearSlabDebug(page);
      clearPageSlab(page);
      slabUnlock(cpu, page);
    }
  }

  /** {@code discard_slab} leaves PageSlab on. */
  public static class PageSlabKept extends Corrected {
    public PageSlabKept(Machine machine) {
      super(machine);
    }

    @Override
    protected void clearPageSlab(Page page) {}
  }

  /** {@code kmem_cache_destroy} drops slub_lock before it closes the cache. */
  public static class CachesLetGo extends Corrected {
    public CachesLetGo(Machine machine) {
      super(machine);
    }

    @Override
    protected void tearDown(Cpu cpu, KmemCache s) {
      slubLock.upWrite();
      closeAndFree(cpu, s);
    }
  }
}
