// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import vacate.kernel.Cpu;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Vacated;

/** Steps of {@code kmem_cache_vacate}, in its order. */
public final class Vacating {
  private Vacating() {}

  /** No reference: the page may go away, and come back as something else. */
  public static class WithoutReference extends Corrected {
    public WithoutReference(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean getPageUnlessZero(Page page) {
      return page.countNow() != 0;
    }

    @Override
    protected void unpin(Cpu cpu, Page page, Vacated end) {}
  }

  /** {@code get_page} instead of {@code get_page_unless_zero}. */
  public static class WithoutZeroTest extends Corrected {
    public WithoutZeroTest(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean getPageUnlessZero(Page page) {
      page.count.inc();
      return true;
    }
  }

  /** No look before the lock is taken. */
  public static class WithoutFirstPageSlab extends Corrected {
    public WithoutFirstPageSlab(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean firstLook(Page page) {
      return true;
    }
  }

  /** {@code page->slab} is not tested for NULL. */
  public static class WithoutCacheTest extends Corrected {
    public WithoutCacheTest(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean hasNoCache(KmemCache s) {
      return false;
    }
  }

  /** Interrupts stay on while the slab lock is held. */
  public static class WithInterrupts extends Corrected {
    public WithInterrupts(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean irqSave(Cpu cpu) {
      return false;
    }

    @Override
    protected void irqRestore(Cpu cpu, boolean flags) {}
  }

  /** PageSlab is not tested again under the lock. */
  public static class WithoutSecondPageSlab extends Corrected {
    public WithoutSecondPageSlab(Machine machine) {
      super(machine);
    }

    @Override
    protected Vacated refusal(KmemCache s, Page page) {
      if (slabFrozen(page)) {
        return Vacated.FROZEN;
      }
      if (page.inuse == 0) {
        return Vacated.EMPTY;
      }
      return canKick(s) ? null : Vacated.NO_OPS;
    }
  }

  /** FROZEN is not tested. */
  public static class WithoutFrozenTest extends Corrected {
    public WithoutFrozenTest(Machine machine) {
      super(machine);
    }

    @Override
    protected Vacated refusal(KmemCache s, Page page) {
      if (!page.isSlab()) {
        return Vacated.GONE;
      }
      if (page.inuse == 0) {
        return Vacated.EMPTY;
      }
      return canKick(s) ? null : Vacated.NO_OPS;
    }
  }

  /** inuse is not tested. */
  public static class WithoutInuseTest extends Corrected {
    public WithoutInuseTest(Machine machine) {
      super(machine);
    }

    @Override
    protected Vacated refusal(KmemCache s, Page page) {
      if (!page.isSlab()) {
        return Vacated.GONE;
      }
      if (slabFrozen(page)) {
        return Vacated.FROZEN;
      }
      return canKick(s) ? null : Vacated.NO_OPS;
    }
  }

  /** The slab stays on its list. */
  public static class WithoutRemoval extends Corrected {
    public WithoutRemoval(Machine machine) {
      super(machine);
    }

    @Override
    protected void freezeFromList(Cpu cpu, KmemCache s, Page page) {
      setSlabFrozen(page);
    }
  }

  /** The slab is taken off its list, and not frozen. */
  public static class WithoutFreeze extends Corrected {
    public WithoutFreeze(Machine machine) {
      super(machine);
    }

    @Override
    protected void freezeFromList(Cpu cpu, KmemCache s, Page page) {
      if (page.inuse < s.objects) {
        removePartial(cpu, s, page);
      } else if ((s.flags & SlabFlag.SLAB_STORE_USER) != 0) {
        removeFull(cpu, s, page);
      }
    }
  }

  /** slub_lock is not taken: a cache may be destroyed meanwhile. */
  public static class WithoutCachesKept extends Corrected {
    public WithoutCachesKept(Machine machine) {
      super(machine);
    }

    @Override
    protected boolean tryKeepCaches(Cpu cpu) {
      return true;
    }

    @Override
    protected void letCachesGo(Cpu cpu) {}
  }

  /** Whatever happened, 1 is returned unless objects were left. */
  public static class WithoutSuccessTest extends Corrected {
    public WithoutSuccessTest(Machine machine) {
      super(machine);
    }

    @Override
    public int returnValue(Vacated end) {
      return end == Vacated.NO_PAGE || end == Vacated.LEFTOVER ? 0 : 1;
    }
  }

  /** An emptied slab goes where any other goes: it may be kept. */
  public static class WithoutDiscard extends Corrected {
    public WithoutDiscard(Machine machine) {
      super(machine);
    }

    @Override
    protected void putBack(Cpu cpu, KmemCache s, Page page) {
      unfreezeSlab(cpu, s, page);
    }
  }
}
