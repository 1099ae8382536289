// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.Vacated;

/**
 * The slab lock left out in one function. It is neither taken nor dropped there, so that no BUG_ON
 * of the lock itself is what shows it; what the function calls locks as ever. Classes, since
 * another function drops the lock, and only at run time it is known that it was not taken.
 */
public final class SlabLocking {
  private SlabLocking() {}

  /** Knows of each CPU whether it leaves out its next lock, and whether it owes an unlock. */
  private abstract static class Unlocked extends Corrected {
    private final boolean[] skips;
    private final boolean[] skipped;

    Unlocked(Machine machine) {
      super(machine);
      skips = new boolean[machine.cpus.length];
      skipped = new boolean[machine.cpus.length];
    }

    /**
     * Says whether the CPU leaves out the next slab lock that it wants.
     *
     * @return what was said before
     */
    final boolean skipsNext(Cpu cpu, boolean skip) {
      boolean before = skips[cpu.id];
      skips[cpu.id] = skip;
      return before;
    }

    @Override
    protected void slabLock(Cpu cpu, Page page) {
      if (skipsNext(cpu, false)) {
        skipped[cpu.id] = true;
      } else {
        super.slabLock(cpu, page);
      }
    }

    @Override
    protected boolean slabTrylock(Cpu cpu, Page page) {
      if (skipsNext(cpu, false)) {
        skipped[cpu.id] = true;
        return true;
      }
      return super.slabTrylock(cpu, page);
    }

    @Override
    protected void slabUnlock(Cpu cpu, Page page) {
      if (skipped[cpu.id]) {
        skipped[cpu.id] = false;
      } else {
        super.slabUnlock(cpu, page);
      }
    }
  }

  /** {@code kmem_cache_vacate}, from its lock to the unlock before kick. */
  public static class InVacate extends Unlocked {
    public InVacate(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean keepCaches(Cpu cpu) {
      boolean kept = super.keepCaches(cpu);
      skipsNext(cpu, kept);
      return kept;
    }

    @Override
    protected void letCachesGo(Cpu cpu, Vacated end) {
      skipsNext(cpu, false);
      super.letCachesGo(cpu, end);
    }
  }

  /** {@code __kmem_cache_vacate}, after kick. */
  public static class AfterKick extends Unlocked {
    public AfterKick(Machine machine) {
      super(machine);
    }

    @Override
    protected int __kmemCacheVacate(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
      skipsNext(cpu, true);
      return super.__kmemCacheVacate(cpu, s, page, flags, vector);
    }

    @Override
    protected void putBack(Cpu cpu, KmemCache s, Page page) {
      skipsNext(cpu, false);
      super.putBack(cpu, s, page);
    }

    /** As kick does; its locks are not this function's. */
    @Override
    protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
      boolean skip = skipsNext(cpu, false);
      Freed way = super.__slabFree(cpu, s, page, object);
      skipsNext(cpu, skip);
      return way;
    }

    /** As kick may. */
    @Override
    protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
      boolean skip = skipsNext(cpu, false);
      long object = super.__slabAlloc(cpu, s, gfp, cpuSlab);
      skipsNext(cpu, skip);
      return object;
    }
  }

  /** {@code __slab_alloc}, for a new slab. */
  public static class ForNewSlab extends Unlocked {
    public ForNewSlab(Machine machine) {
      super(machine);
    }

    @Override
    protected Page newSlab(Cpu cpu, KmemCache s, int gfp) {
      Page page = super.newSlab(cpu, s, gfp);
      skipsNext(cpu, page != null);
      return page;
    }

    /** The lock of the slab that is put back is another. */
    @Override
    protected boolean cpuSlabAppeared(Cpu cpu, KmemCache s, Page fresh, Page own) {
      skipsNext(cpu, false);
      boolean used = super.cpuSlabAppeared(cpu, s, fresh, own);
      skipsNext(cpu, !used);
      return used;
    }
  }

  /** {@code flush_slab}. */
  public static class InFlush extends Unlocked {
    public InFlush(Machine machine) {
      super(machine);
    }

    @Override
    protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
      skipsNext(cpu, true);
      super.flushSlab(cpu, s, page);
    }
  }

  /** {@code lock_and_freeze_slab}: the slab is had whether or not it is locked. */
  public static class ForPartialSlab extends Unlocked {
    public ForPartialSlab(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
      skipsNext(cpu, true);
      return super.lockAndFreezeSlab(cpu, n, page);
    }
  }
}
