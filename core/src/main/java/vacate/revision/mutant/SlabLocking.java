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

  private static final int NOWHERE = 0;
  private static final int VACATE = 1;
  private static final int VACATE_FROZEN = 2;
  private static final int ADOPT = 3;
  private static final int FLUSH = 4;
  private static final int GET_PARTIAL = 5;

  /** Knows in which function each CPU is, and whether it owes an unlock. */
  private abstract static class Unlocked extends Corrected {
    private final int without;
    private final int[] inside;
    private final boolean[] skipped;

    Unlocked(Machine machine, int without) {
      super(machine);
      this.without = without;
      inside = new int[machine.cpus.length];
      skipped = new boolean[machine.cpus.length];
    }

    private int enter(Cpu cpu, int function) {
      int caller = inside[cpu.id];
      inside[cpu.id] = function;
      return caller;
    }

    @Override
    protected void slabLock(Cpu cpu, Page page) {
      if (inside[cpu.id] == without) {
        skipped[cpu.id] = true;
      } else {
        super.slabLock(cpu, page);
      }
    }

    @Override
    protected boolean slabTrylock(Cpu cpu, Page page) {
      if (inside[cpu.id] == without) {
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

    @Override
    protected boolean keepCaches(Cpu cpu) {
      inside[cpu.id] = VACATE;
      return super.keepCaches(cpu);
    }

    @Override
    protected void unpin(Cpu cpu, Page page, Vacated end) {
      super.unpin(cpu, page, end);
      inside[cpu.id] = NOWHERE;
    }

    @Override
    protected int __kmemCacheVacate(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
      int caller = enter(cpu, VACATE_FROZEN);
      int left = super.__kmemCacheVacate(cpu, s, page, flags, vector);
      inside[cpu.id] = caller;
      return left;
    }

    @Override
    protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
      int caller = enter(cpu, NOWHERE);
      Freed way = super.__slabFree(cpu, s, page, object);
      inside[cpu.id] = caller;
      return way;
    }

    @Override
    protected void retireSlab(Cpu cpu, Page page) {
      int caller = enter(cpu, NOWHERE);
      super.retireSlab(cpu, page);
      inside[cpu.id] = caller;
    }

    @Override
    protected Page adoptSlab(Cpu cpu, KmemCache s, Page page) {
      int caller = enter(cpu, ADOPT);
      super.adoptSlab(cpu, s, page);
      inside[cpu.id] = caller;
      return page;
    }

    @Override
    protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
      int caller = enter(cpu, FLUSH);
      super.flushSlab(cpu, s, page);
      inside[cpu.id] = caller;
    }

    @Override
    protected boolean lockAndFreezeSlab(Cpu cpu, KmemCacheNode n, Page page) {
      int caller = enter(cpu, GET_PARTIAL);
      boolean had = super.lockAndFreezeSlab(cpu, n, page);
      inside[cpu.id] = caller;
      return had;
    }

    @Override
    protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
      int caller = enter(cpu, NOWHERE);
      long object = super.__slabAlloc(cpu, s, gfp, cpuSlab);
      inside[cpu.id] = caller;
      return object;
    }
  }

  /** {@code kmem_cache_vacate}, from its lock to the unlock before kick. */
  public static class InVacate extends Unlocked {
    public InVacate(Machine machine) {
      super(machine, VACATE);
    }
  }

  /** {@code __kmem_cache_vacate}, after kick. */
  public static class AfterKick extends Unlocked {
    public AfterKick(Machine machine) {
      super(machine, VACATE_FROZEN);
    }
  }

  /** {@code __slab_alloc}, for a new slab. */
  public static class ForNewSlab extends Unlocked {
    public ForNewSlab(Machine machine) {
      super(machine, ADOPT);
    }
  }

  /** {@code flush_slab}. */
  public static class InFlush extends Unlocked {
    public InFlush(Machine machine) {
      super(machine, FLUSH);
    }
  }

  /** {@code lock_and_freeze_slab}: the slab is had whether or not it is locked. */
  public static class ForPartialSlab extends Unlocked {
    public ForPartialSlab(Machine machine) {
      super(machine, GET_PARTIAL);
    }
  }
}
