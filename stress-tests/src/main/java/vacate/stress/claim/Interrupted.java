// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageAllocator;
import vacate.scene.Scene;
import vacate.slub.Constructor;

/**
 * An interrupt that comes while CPU 0 makes a slab of the contested page: {@code new_slab} has
 * interrupts on when it sets the first object up, if its caller may sleep.
 */
final class Interrupted {
  private final Scene scene;
  private final Runnable handler;
  private final Constructor constructor;
  private boolean pending;

  /**
   * For a fresh page.
   *
   * @param handler what happens meanwhile; CPU 0 may make another slab in it
   */
  Interrupted(Scene scene, Runnable handler) {
    this.scene = scene;
    this.handler = handler;
    this.constructor = scene.cache.ctor;
    scene.cache.ctor = this::construct;
    giveCpu0AnotherPage();
  }

  /** CPU 0 allocates the contested page first, and then one that was another CPU's. */
  private void giveCpu0AnotherPage() {
    PageAllocator pages = scene.slub.machine.pages;
    Page contested = pages.allocPages(scene.cpu(0), Gfp.KERNEL, 0);
    Page other = pages.allocPages(scene.cpu(1), Gfp.KERNEL, 0);
    pages.freePages(scene.cpu(0), other, 0);
    pages.freePages(scene.cpu(0), contested, 0);
  }

  private void construct(MemMap memory, long object) {
    constructor.construct(memory, object);
    if (pending) {
      pending = false;
      Cpu cpu = scene.cpu(0);
      boolean flags = cpu.localIrqSave();
      handler.run();
      cpu.localIrqRestore(flags);
    }
  }

  /** The next slab that is made is interrupted. */
  void arm() {
    pending = true;
  }
}
