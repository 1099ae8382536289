// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static vacate.slub.SlabLists.removeFull;
import static vacate.slub.SlabLists.removePartial;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.OneStep;
import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * The patch: push all objects out of one slab page, which may be in any state while others allocate
 * from it, free into it, set it up or tear it down. To be laid beside its text and read line for
 * line: a label of the kernel's is a block of that name, and {@code goto} is {@code break}.
 *
 * <p>Source: message 20070618095918.636873785@sgi.com ({@code freeze_from_list}, {@code
 * kmem_cache_vacate}) and 20070618095916.297690463@sgi.com ({@code __kmem_cache_vacate}).
 */
abstract class SlabVacate extends AllocAndFree implements SlabAllocator {
  SlabVacate(Machine machine) {
    super(machine);
  }

  /**
   * {@code freeze_from_list}: "Get a page off a list and freeze it. Must be holding slab lock."
   * inuse says which list the slab is on (claim C13).
   */
  @Kernel("freeze_from_list")
  protected void freezeFromList(Cpu cpu, KmemCache s, Page page) {
    if (page.inuse < s.objects) {
      removePartial(cpu, s, page);
    } else if (has(s, SlabFlag.SLAB_STORE_USER)) {
      removeFull(cpu, s, page);
    }
    setSlabFrozen(cpu, page);
  }

  /**
   * {@code kmem_cache_vacate}: "Attempt to free objects in a page. Return 1 if succesful." Defects
   * (a) and (a2) say otherwise. What is not in the patch: {@code end}, by which the port tells
   * where it ended, and {@link #keepCaches} and {@link #letCachesGo}, which do nothing as posted.
   *
   * @return where it ended, and what {@code kmem_cache_vacate} returns
   */
  @Kernel("kmem_cache_vacate")
  public Vacated.Told vacateAndTell(Cpu cpu, Page page) {
    boolean flags;
    KmemCache s;
    int vacated = 0;
    long[] vector = null;
    Vacated end;

    // A reference, so that the page does not vanish (claims C4 and C5).
    if (!getPageUnlessZero(page)) {
      return Vacated.NO_PAGE.returning(0);
    }

    out2:
    {
      out:
      {
        out_locked:
        {
          if (!keepCaches(cpu)) {
            end = Vacated.CACHES_BUSY;
            break out2;
          }

          if (!page.isSlab()) {
            end = Vacated.NOT_SLAB;
            break out;
          }

          s = cacheOf(page);
          if (s == null) {
            end = Vacated.NO_CACHE;
            break out;
          }

          vector = Kmalloc.kmalloc(cpu, s.objects);
          if (vector == null) {
            end = Vacated.NO_MEMORY;
            break out2;
          }

          flags = cpu.localIrqSave();
          // A full barrier: what follows is not read earlier (claims C6 and C7).
          slabLock(cpu, page);

          // One condition of three in the patch, three loads in this order (claims C1, C8 to C11).
          if (!page.isSlab()) {
            end = Vacated.GONE;
            break out_locked;
          }
          if (slabFrozen(page)) {
            end = Vacated.FROZEN;
            break out_locked;
          }
          if (page.inuse == 0) {
            end = Vacated.EMPTY;
            break out_locked;
          }

          // Claim C12.
          if (!canKick(s)) {
            end = Vacated.NO_OPS;
            break out_locked;
          }
          freezeFromList(cpu, s, page);
          vacated = __kmemCacheVacate(cpu, s, page, flags, vector);
          end = vacated == 0 ? Vacated.EMPTIED : Vacated.LEFTOVER;
          break out;
        }
        // out_locked:
        slabUnlock(cpu, page);
        cpu.localIrqRestore(flags);
      }
      // out:
      release(cpu, page, vector);
    }
    // out2:
    letCachesGo(cpu, end);
    unpin(cpu, page, end);
    return told(end, vacated);
  }

  /** That it ended there, and what it returns for that. */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  protected final Vacated.Told told(Vacated end, int vacated) {
    return end.returning(returnValue(end, vacated));
  }

  /** What {@code kmem_cache_vacate} returns. */
  @Override
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public final int kmemCacheVacate(Cpu cpu, Page page) {
    return vacateAndTell(cpu, page).value();
  }

  /** Where {@code kmem_cache_vacate} ends. */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public final Vacated vacate(Cpu cpu, Page page) {
    return vacateAndTell(cpu, page).end();
  }

  /** {@code get_page_unless_zero}. */
  @Kernel("get_page_unless_zero")
  protected boolean getPageUnlessZero(Page page) {
    return machine.pages.getPageUnlessZero(page);
  }

  /** As posted, nothing keeps the caches from being destroyed meanwhile. */
  @Kernel("kmem_cache_vacate")
  protected boolean keepCaches(Cpu cpu) {
    return true;
  }

  /** {@code !s->ops->get || !s->ops->kick}, turned round. */
  @Kernel("kmem_cache_vacate")
  protected boolean canKick(KmemCache s) {
    return s.ops.get() != null && s.ops.kick() != null;
  }

  /** As posted, there is nothing to let go. */
  @Kernel("kmem_cache_vacate")
  protected void letCachesGo(Cpu cpu, Vacated end) {}

  /** Behind {@code out}: {@code kfree(vector)}. */
  @Kernel("kmem_cache_vacate")
  protected void release(Cpu cpu, Page page, long[] vector) {
    Kmalloc.kfree(cpu, vector);
  }

  /** Behind {@code out2}: {@code put_page(page)}. */
  @Kernel("kmem_cache_vacate")
  protected void unpin(Cpu cpu, Page page, Vacated end) {
    machine.pages.putPage(cpu, page);
  }

  /**
   * {@code return vacated == 0}.
   *
   * @param end where it ended
   * @param vacated 0, or how many objects are left
   */
  @Kernel(value = "kmem_cache_vacate", inlined = true)
  public int returnValue(Vacated end, int vacated) {
    return vacated == 0 ? 1 : 0;
  }

  /**
   * {@code __kmem_cache_vacate}: [slab lock held], frozen and interrupts off at entry; unlocked at
   * exit, and interrupts as {@code kick} left them, or as in {@code flags} if there was nothing to
   * kick.
   *
   * @return number of objects left
   */
  @Kernel("__kmem_cache_vacate")
  protected int __kmemCacheVacate(Cpu cpu, KmemCache s, Page page, boolean flags, long[] vector) {
    if (page.inuse != 0) {
      int objects = collectObjects(cpu, s, page, vector);
      Object pinned = s.ops.get().get(cpu, s, objects, vector);
      slabUnlock(cpu, page);
      cpu.localIrqRestore(flags);
      s.ops.kick().kick(cpu, s, objects, vector, pinned);
      flags = cpu.localIrqSave();
      slabLock(cpu, page);
    }
    // out:
    int leftover = page.inuse;
    putBack(cpu, s, page);
    cpu.localIrqRestore(flags);
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
  protected int collectObjects(Cpu cpu, KmemCache s, Page page, long[] vector) {
    int slots = s.objects;
    KernelBug.bugOn(
        slots > vector.length, "__kmem_cache_vacate", "s->objects changed under the vector");
    long map = -1L >>> KmemCache.MAX_OBJECTS - slots;
    for (long free = page.freelist; free != 0; free = objects.getFreepointer(s, free)) {
      map &= ~(1L << objects.slabIndex(s, page, free));
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
