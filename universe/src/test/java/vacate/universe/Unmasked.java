// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.Freed;
import vacate.slub.KmemCache;
import vacate.slub.Slub;

/** The patch as posted, but for one place where a lock is held and interrupts are on. */
final class Unmasked extends Slub {
  /** Where. */
  enum Where {
    /** {@code slab_free}: slab_lock, and then local_irq_save. */
    FREE,
    /** {@code slab_alloc}: likewise, of the CPU's own slab. */
    ALLOC,
    /** {@code kmem_cache_vacate}: likewise. */
    VACATE,
    /** {@code flush_slab}, for kmem_cache_shrink: likewise. */
    FLUSH,
    /** {@code __kmem_cache_vacate}: off in the end, when the slab was put back after the kick. */
    PUT_BACK,
    /** {@code __kmem_cache_shrink}: list_lock, and then local_irq_save. */
    SHRINK,
    /**
     * {@code kmem_cache_vacate} and {@code __kmem_cache_vacate}: no local_irq_save, as on 4 May
     * 2007, message 20070504221708.596112123@sgi.com.
     */
    WHOLE_VACATE
  }

  private final Where unmasked;

  /** What each CPU is in. */
  private final Where[] in;

  Unmasked(Machine machine, String unmasked) {
    super(machine);
    this.unmasked = Where.valueOf(unmasked);
    in = new Where[machine.cpus.length];
  }

  @Override
  protected Freed __slabFree(Cpu cpu, KmemCache s, Page page, long object) {
    Where before = enter(cpu, Where.FREE);
    Freed freed = super.__slabFree(cpu, s, page, object);
    in[cpu.id] = before;
    return freed;
  }

  @Override
  protected long __slabAlloc(Cpu cpu, KmemCache s, int gfp, Page cpuSlab) {
    Where before = enter(cpu, Where.ALLOC);
    long object = super.__slabAlloc(cpu, s, gfp, cpuSlab);
    in[cpu.id] = before;
    return object;
  }

  @Override
  protected void flushSlab(Cpu cpu, KmemCache s, Page page) {
    Where before = enter(cpu, Where.FLUSH);
    super.flushSlab(cpu, s, page);
    in[cpu.id] = before;
  }

  @Override
  protected void freezeFromList(Cpu cpu, KmemCache s, Page page) {
    super.freezeFromList(cpu, s, page);
    in[cpu.id] = Where.PUT_BACK; // from the next lock on
  }

  @Override
  protected boolean canKick(KmemCache s) {
    for (Cpu cpu : machine.cpus) {
      if (unmasked == Where.SHRINK && in[cpu.id] == null && isShrinking(cpu, s)) {
        cpu.localIrqEnable();
        cpu.localIrqDisable();
      }
    }
    return super.canKick(s);
  }

  /** Without vacates, only who has list_lock asks whether the cache can be vacated. */
  private static boolean isShrinking(Cpu cpu, KmemCache s) {
    return cpu.irqsDisabled() && s.getNode().listLock.isLocked();
  }

  private Where enter(Cpu cpu, Where where) {
    Where before = in[cpu.id];
    in[cpu.id] = where;
    return before;
  }

  private boolean isIn(Cpu cpu, Where where) {
    Where is = in[cpu.id];
    return is == where || is == null && where == Where.VACATE;
  }

  private boolean staysUnmasked(Cpu cpu) {
    return unmasked == Where.PUT_BACK && isIn(cpu, Where.PUT_BACK)
        || unmasked == Where.WHOLE_VACATE && (isIn(cpu, Where.VACATE) || isIn(cpu, Where.PUT_BACK));
  }

  @Override
  protected void slabLock(Cpu cpu, Page page) {
    if (staysUnmasked(cpu)) {
      cpu.localIrqEnable();
      super.slabLock(cpu, page);
    } else if (isIn(cpu, unmasked)) {
      cpu.localIrqEnable();
      super.slabLock(cpu, page);
      cpu.localIrqDisable();
    } else {
      super.slabLock(cpu, page);
    }
  }

  @Override
  protected void slabUnlock(Cpu cpu, Page page) {
    super.slabUnlock(cpu, page);
    if (staysUnmasked(cpu) && !cpu.irqsDisabled()) {
      cpu.localIrqDisable();
    }
  }
}
