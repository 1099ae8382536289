// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.OneStep;
import vacate.mm.Page;

/**
 * The checks that a slab with SlabDebug goes through at each allocation and free.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code check_slab} to {@code free_debug_processing}.
 */
public final class SlabDebugging {
  private final boolean debugVm;
  private final SlabObjects objects;

  SlabDebugging(boolean debugVm, SlabObjects objects) {
    this.debugVm = debugVm;
    this.objects = objects;
  }

  /**
   * {@code check_slab}. The one place in 2.6.22 that looks whether interrupts are off, on the way
   * of every debugged allocation and free.
   *
   * @throws KernelBug if they are not and DEBUG_VM is on
   */
  @Kernel("check_slab")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  boolean checkSlab(Cpu cpu, KmemCache s, Page page) {
    KernelBug.bugOn(debugVm && !cpu.irqsDisabled(), "check_slab", "VM_BUG_ON(!irqs_disabled())");
    if (!page.isSlab()) {
      return slabErr(cpu, "check_slab: Not a valid slab page");
    }
    if (page.offset != s.offset) {
      return slabErr(cpu, "check_slab: Corrupted offset");
    }
    if (page.inuse > s.objects) {
      return slabErr(cpu, "check_slab: inuse > max");
    }
    objects.slabPadCheck(cpu, s, page);
    return true;
  }

  /**
   * {@code on_freelist}: walks the freelist, mends it where it is broken, and corrects inuse.
   *
   * @return whether the object is on it
   */
  @Kernel("on_freelist")
  boolean onFreelist(Cpu cpu, KmemCache s, Page page, long search) {
    int nr = 0;
    long object = 0;
    long fp = page.freelist;
    while (fp != 0 && nr <= s.objects) {
      if (fp == search) {
        return true;
      }
      if (!objects.checkValidPointer(s, page, fp)) {
        if (object == 0) {
          slabErr(cpu, "on_freelist: Freepointer corrupt");
          page.freelist = 0;
          page.inuse = (char) s.objects;
          return false;
        }
        slabErr(cpu, "on_freelist: Freechain corrupt");
        objects.setFreepointer(s, object, 0);
        break;
      }
      object = fp;
      fp = objects.getFreepointer(s, object);
      nr++;
    }
    if (page.inuse != s.objects - nr) {
      slabErr(cpu, "on_freelist: Wrong object count");
      page.inuse = (char) (s.objects - nr);
    }
    return false;
  }

  /**
   * {@code alloc_debug_processing} [slab lock held].
   *
   * @return false if the slab is not fit to allocate from; all its objects are then marked used
   */
  @Kernel("alloc_debug_processing")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  public boolean allocDebugProcessing(Cpu cpu, KmemCache s, Page page, long object) {
    if (checkSlab(cpu, s, page) && isFitToAllocate(cpu, s, page, object)) {
      objects.setTrack(s, object, true, cpu.id + 1L);
      objects.initObject(s, object, true);
      return true;
    }
    if (page.isSlab()) {
      page.inuse = (char) s.objects;
      page.freelist = 0;
      page.offset = (char) s.offset;
    }
    return false;
  }

  @Kernel("alloc_debug_processing")
  private boolean isFitToAllocate(Cpu cpu, KmemCache s, Page page, long object) {
    if (!onFreelist(cpu, s, page, object)) {
      return slabErr(cpu, "alloc_debug_processing: Object already allocated");
    }
    if (!objects.checkValidPointer(s, page, object)) {
      return slabErr(cpu, "alloc_debug_processing: Freelist Pointer check fails");
    }
    String wrong = objects.checkObject(cpu, s, page, object, false);
    return wrong == null || slabErr(cpu, wrong);
  }

  /**
   * {@code free_debug_processing} [slab lock held]. A slab that was full leaves the full list here.
   *
   * @return false if the object must not be freed
   */
  @Kernel("free_debug_processing")
  public boolean freeDebugProcessing(Cpu cpu, KmemCache s, Page page, long object) {
    if (!checkSlab(cpu, s, page) || !isFitToFree(cpu, s, page, object)) {
      return false;
    }
    if (!SlabState.slabFrozen(page) && page.freelist == 0) {
      SlabLists.removeFull(cpu, s, page);
    }
    objects.setTrack(s, object, false, cpu.id + 1L);
    objects.initObject(s, object, false);
    return true;
  }

  @Kernel("free_debug_processing")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  private boolean isFitToFree(Cpu cpu, KmemCache s, Page page, long object) {
    if (!objects.checkValidPointer(s, page, object)) {
      return slabErr(cpu, "free_debug_processing: Invalid object pointer");
    }
    if (onFreelist(cpu, s, page, object)) {
      return slabErr(cpu, "free_debug_processing: Object already free");
    }
    String wrong = objects.checkObject(cpu, s, page, object, true);
    if (wrong != null) {
      return slabErr(cpu, wrong);
    }
    return SlabState.cacheOf(page) == s
        || slabErr(cpu, "free_debug_processing: page slab pointer corrupt");
  }

  @Kernel(value = "slab_err", inlined = true)
  private static boolean slabErr(Cpu cpu, String what) {
    cpu.complain(what);
    return false;
  }
}
