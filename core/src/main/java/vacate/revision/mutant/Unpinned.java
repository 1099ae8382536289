// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision.mutant;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.revision.Corrected;
import vacate.slub.Vacated;

/**
 * Other ways to begin a {@code kmem_cache_vacate} than with a reference to a page that has one.
 * Classes, since each does something else in the place of the step, and not only less.
 */
public final class Unpinned {
  private Unpinned() {}

  /** Looks whether the page is free and takes no reference: it may go, and come back otherwise. */
  public static class Looking extends Corrected {
    public Looking(Machine machine) {
      super(machine);
    }

    @Override
    @Kernel("get_page_unless_zero")
    protected boolean getPageUnlessZero(Page page) {
      return page.countNow() != 0;
    }

    @Override
    @Kernel("kmem_cache_vacate")
    protected void unpin(Cpu cpu, Page page, Vacated end) {}
  }

  /** {@code get_page} instead of {@code get_page_unless_zero}. */
  public static class Reviving extends Corrected {
    public Reviving(Machine machine) {
      super(machine);
    }

    @Override
    @Kernel("get_page_unless_zero")
    protected boolean getPageUnlessZero(Page page) {
      page.count.inc();
      return true;
    }
  }
}
