// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.KmemCache;

/** {@code new_slab} with one store behind PageSlab, or without its barrier. */
public final class Publishing {
  private Publishing() {}

  private static final int INUSE = 0;
  private static final int LOCKLESS_FREELIST = 1;
  private static final int OFFSET = 2;
  private static final int SLAB = 3;
  private static final int FREELIST = 4;

  /** One store too late. */
  private abstract static class Late extends Corrected {
    private final int late;

    Late(Machine machine, int late) {
      super(machine);
      this.late = late;
    }

    @Override
    protected final void setUpSlab(KmemCache s, Page page) {
      for (int store = INUSE; store <= FREELIST; store++) {
        if (store != late) {
          set(store, s, page);
        }
      }
      publicationBarrier();
      markSlab(s, page);
      set(late, s, page);
    }

    private void set(int store, KmemCache s, Page page) {
      switch (store) {
        case INUSE -> page.inuse = 0;
        case LOCKLESS_FREELIST -> page.locklessFreelist = 0;
        case OFFSET -> page.offset = (char) s.offset;
        case SLAB -> page.slab = s;
        default -> page.freelist = buildFreelist(s, page);
      }
    }
  }

  /** {@code page->inuse = 0} behind PageSlab. */
  public static class InuseLate extends Late {
    public InuseLate(Machine machine) {
      super(machine, INUSE);
    }
  }

  /** {@code page->lockless_freelist = NULL} behind PageSlab. */
  public static class LocklessFreelistLate extends Late {
    public LocklessFreelistLate(Machine machine) {
      super(machine, LOCKLESS_FREELIST);
    }
  }

  /** {@code page->offset} behind PageSlab. */
  public static class OffsetLate extends Late {
    public OffsetLate(Machine machine) {
      super(machine, OFFSET);
    }
  }

  /** {@code page->slab} behind PageSlab. */
  public static class SlabLate extends Late {
    public SlabLate(Machine machine) {
      super(machine, SLAB);
    }
  }

  /** The freelist is built behind PageSlab. */
  public static class FreelistLate extends Late {
    public FreelistLate(Machine machine) {
      super(machine, FREELIST);
    }
  }

  /** No {@code smp_wmb}. */
  public static class WithoutWriteBarrier extends Corrected {
    public WithoutWriteBarrier(Machine machine) {
      super(machine);
    }

    @Override
    protected void publicationBarrier() {}
  }

  /** SlabDebug is set behind PageSlab, as posted. */
  public static class DebugLate extends Corrected {
    public DebugLate(Machine machine) {
      super(machine);
    }

    @Override
    protected void markSlab(KmemCache s, Page page) {
      setPageSlab(page);
      if (slabDebugWanted(s)) {
        setSlabDebug(page);
      }
    }
  }
}
