// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.mm.PageAllocator;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * Looks at the contested page as {@code kmem_cache_vacate} does: takes a reference, sees PageSlab,
 * takes the slab lock; and then looks at what a claim speaks of.
 */
abstract class Look {
  final Scene scene;
  final Page page;

  Look(Revision revision, int flags, Shape shape) {
    scene = new Scene(revision, flags, shape, 2);
    page = scene.page;
  }

  /** What a claim says of the page, with the slab lock held. */
  abstract Held seen();

  /** {@code slab_lock}. */
  void lock(Cpu cpu) {
    BitSpinLock.lock(cpu, PageFlag.PG_LOCKED, page.flags);
  }

  /** The look; UNTESTED if there is no slab to be locked. */
  Held look(int id) {
    Cpu cpu = scene.cpu(id);
    PageAllocator pages = scene.slub.machine.pages;
    if (!pages.getPageUnlessZero(page)) {
      return Held.UNTESTED;
    }
    Held held = Held.UNTESTED;
    if (page.isSlab()) {
      held = locked(cpu);
    }
    pages.putPage(cpu, page);
    return held;
  }

  private Held locked(Cpu cpu) {
    Held held = Held.UNTESTED;
    try {
      lock(cpu);
      held = seen();
      BitSpinLock.unlock(cpu, PageFlag.PG_LOCKED, page.flags);
    } catch (KernelBug lockLost) {
      // That is a defect of its own; what was seen under the lock was seen.
    }
    return held;
  }
}
