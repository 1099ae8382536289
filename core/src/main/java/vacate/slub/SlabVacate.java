// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.OneStep;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * The patch: push all objects out of one slab page, which may be in any state while others allocate
 * from it, free into it, set it up or tear it down.
 *
 * <pre>
 *   pin the page                     a reference: it cannot be reused meanwhile
 *   PageSlab? page->slab? memory     no lock yet
 *   slab_lock                        a full barrier: what follows is not read earlier
 *   PageSlab? not frozen? inuse?     else it is not a slab that can be vacated
 *   off its list, FROZEN             nobody allocates from it; frees skip the lists
 *   get(objects)                     [slab lock held]
 *   slab_unlock; kick(objects); slab_lock
 *   unfreeze                         back to a list, or discarded
 * </pre>
 *
 * <p>Source: message 20070618095918.636873785@sgi.com ({@code freeze_from_list}, {@code
 * kmem_cache_vacate}) and 20070618095916.297690463@sgi.com ({@code __kmem_cache_vacate}).
 */
abstract class SlabVacate extends SlabFree implements SlabAllocator {
  SlabVacate(Machine machine) {
    super(machine);
  }

  /**
   * {@code kmem_cache_vacate}: 1 for success, says its comment; defects (a) and (a2) say otherwise.
   */
  @Override
  @Kernel("kmem_cache_vacate")
  public final int kmemCacheVacate(Cpu cpu, Page page) {
    return returnValue(vacate(cpu, page));
  }

  /** {@code return vacated == 0}, where {@code vacated} is 0 unless objects were left. */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end) {
    return end == Vacated.NO_PAGE || end == Vacated.LEFTOVER ? 0 : 1;
  }

  /**
   * {@code kmem_cache_vacate}, telling how it ended; {@link #returnValue} makes the kernel's of it.
   */
  @Kernel("kmem_cache_vacate")
  public final Vacated vacate(Cpu cpu, Page page) {
    if (!getPageUnlessZero(page)) {
      return Vacated.NO_PAGE;
    }
    Vacated end = vacatePinned(cpu, page);
    unpin(cpu, page, end);
    return end;
  }

  /** {@code out2}: the reference is dropped, however it ended. */
  @Kernel("kmem_cache_vacate")
  protected void unpin(Cpu cpu, Page page, Vacated end) {
    machine.pages.putPage(cpu, page);
  }

  /** {@code get_page_unless_zero}. */
  @Kernel("get_page_unless_zero")
  protected boolean getPageUnlessZero(Page page) {
    return machine.pages.getPageUnlessZero(page);
  }

  /** All that happens while the reference is held. */
  @Kernel("kmem_cache_vacate")
  protected Vacated vacatePinned(Cpu cpu, Page page) {
    if (!firstLook(page)) {
      return Vacated.NOT_SLAB;
    }
    KmemCache s = cacheOf(page);
    if (hasNoCache(s)) {
      return Vacated.NO_CACHE;
    }
    long[] vector = Kmalloc.kmalloc(cpu, s.objects);
    if (vector == null) {
      return Vacated.NO_MEMORY;
    }
    boolean flags = irqSave(cpu);
    slabLock(cpu, page);
    Vacated end = refusal(s, page);
    if (end == null) {
      freezeFromList(cpu, s, page);
      int left = vacateFrozen(cpu, s, page, flags, vector);
      end = left == 0 ? Vacated.EMPTIED : Vacated.LEFTOVER;
    } else {
      slabUnlock(cpu, page);
      irqRestore(cpu, flags);
    }
    Kmalloc.kfree(cpu, vector);
    return end;
  }

  /** The first look, no lock held: most pages are no slabs. */
  @Kernel("kmem_cache_vacate")
  protected boolean firstLook(Page page) {
    return page.isSlab();
  }

  /** Whether {@code page->slab} was NULL: the slab is being torn down. */
  @Kernel("kmem_cache_vacate")
  protected boolean hasNoCache(KmemCache s) {
    return s == null;
  }

  /** {@code local_irq_save}: an interrupt handler that frees would want the slab lock. */
  @Kernel("kmem_cache_vacate")
  protected boolean irqSave(Cpu cpu) {
    return cpu.localIrqSave();
  }

  /** {@code local_irq_restore}. */
  @Kernel("kmem_cache_vacate")
  protected void irqRestore(Cpu cpu, boolean flags) {
    cpu.localIrqRestore(flags);
  }

  /**
   * The second look [slab lock held]: why this slab cannot be vacated, or null. Three loads, in
   * this order (claims C1, C6, C9, C10, C11).
   */
  @Kernel("kmem_cache_vacate")
  protected Vacated refusal(KmemCache s, Page page) {
    if (!page.isSlab()) {
      return Vacated.GONE;
    }
    if (slabFrozen(page)) {
      return Vacated.FROZEN;
    }
    if (page.inuse == 0) {
      return Vacated.EMPTY;
    }
    return canKick(s) ? null : Vacated.NO_OPS;
  }

  /** {@code s->ops->get && s->ops->kick}. */
  @Kernel("kmem_cache_vacate")
  protected boolean canKick(KmemCache s) {
    return s.ops.get() != null && s.ops.kick() != null;
  }

  /**
   * {@code freeze_from_list} [slab lock held]: inuse says which list the slab is on (claim C13).
   */
  @Kernel("freeze_from_list")
  protected void freezeFromList(Cpu cpu, KmemCache s, Page page) {
    if (page.inuse < s.objects) {
      removePartial(cpu, s, page);
    } else if (has(s, SlabFlag.SLAB_STORE_USER)) {
      removeFull(cpu, s, page);
    }
    setSlabFrozen(page);
  }

  /**
   * {@code __kmem_cache_vacate}: [slab lock held], frozen and interrupts off at entry; unlocked at
   * exit, and interrupts as {@code kick} left them, or as in {@code flags} if there was nothing to
   * kick.
   *
   * @return number of objects left
   */
  @Kernel("__kmem_cache_vacate")
  protected int vacateFrozen(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
    if (page.inuse != 0) {
      int objects = collectObjects(s, page, vector);
      Object pinned = s.ops.get().get(cpu, s, objects, vector);
      slabUnlock(cpu, page);
      irqRestore(cpu, flags);
      s.ops.kick().kick(cpu, s, objects, vector, pinned);
      flags = irqSave(cpu);
      slabLock(cpu, page);
    }
    int leftover = page.inuse;
    putBack(cpu, s, page);
    irqRestore(cpu, flags);
    return leftover;
  }

  /** {@code unfreeze_slab}, at the end of {@code __kmem_cache_vacate}. */
  @Kernel("__kmem_cache_vacate")
  protected void putBack(Cpu cpu, KmemCache s, Page page) {
    unfreezeSlab(cpu, s, page);
  }

  /**
   * What is not on the freelist is in use: fills the vector, returns how many. {@code
   * for_each_free_object} goes by the cache's offset, not the page's, so it gets through the
   * freelist of a slab that is being discarded, too. {@code s->objects} is loaded once, as a
   * compiler may: a cache that is freed meanwhile ends no loop.
   */
  @Kernel("__kmem_cache_vacate")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  private int collectObjects(KmemCache s, Page page, long[] vector) {
    int slots = s.objects;
    KernelBug.bugOn(
        slots > vector.length, "__kmem_cache_vacate", "s->objects changed under the vector");
    long map = -1L >>> KmemCache.MAX_OBJECTS - slots;
    for (long free = page.freelist; free != 0; free = getFreepointer(s, free)) {
      map &= ~(1L << slabIndex(s, page, free));
    }
    int objects = 0;
    for (int i = 0; i < slots; i++) {
      vector[i] = 0;
    }
    long start = machine.memMap.address(page);
    for (int i = 0; i < slots; i++) {
      if ((map >>> i & 1) != 0) {
        vector[objects++] = start + (long) i * s.size;
      }
    }
    return objects;
  }
}
