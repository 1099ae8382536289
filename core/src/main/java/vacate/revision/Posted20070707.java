// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.OneStep;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;

/**
 * The fourth version, "only for review, untested": {@code kmem_cache_vacate} is June's, message
 * 20070708030846.235829535@sgi.com, and the core was changed under it, message
 * 20070708030843.848875869@sgi.com. The bitmap of objects, until then on the stack, comes behind
 * the vector in memory that the caller provides.
 *
 * <p>Not ported: the first, cheaper of two estimates in {@code __kmem_cache_defrag}, which saves
 * work only.
 */
public class Posted20070707 extends CuredSteps {
  /** {@code s->defrag_ratio}, of every cache: with more in use, in percent, nothing is done. */
  protected static final int DEFRAG_RATIO = 30;

  /** {@code max_defrag_slab_objects}, under slub_lock: of the caches that can be asked to kick. */
  private int maxDefragSlabObjects;

  /** {@code max_defrag_slab_objects}: the most objects in a slab that may be collected. */
  protected final int maxDefragSlabObjects() {
    return maxDefragSlabObjects;
  }

  public Posted20070707(Machine machine) {
    super(machine);
  }

  /** A cache with {@code kick} goes to the head of the list, the others behind them. */
  @Override
  @Kernel("kmem_cache_create")
  protected void enlist(KmemCache s) {
    if (s.ops.kick() == null) {
      slabCaches.addTail(s.list);
      return;
    }
    slabCaches.add(s.list);
    maxDefragSlabObjects = Math.max(maxDefragSlabObjects, s.objects);
  }

  /**
   * The bitmap is scratch memory from {@code s->objects} words on. {@code kmem_cache_vacate} has
   * memory for the vector alone (J1): if nothing is left behind it, what is there is somebody
   * else's. The port keeps the bitmap to itself and logs what was written over.
   */
  @Override
  @Kernel("__kmem_cache_vacate")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  protected int collectObjects(Cpu cpu, KmemCache s, Page page, long[] scratch) {
    fillBitmap(cpu, s, scratch);
    return super.collectObjects(cpu, s, page, scratch);
  }

  /** {@code bitmap_fill(map, s->objects)}, of which the port only checks where it writes. */
  @Kernel(value = "__kmem_cache_vacate", inlined = true)
  protected void fillBitmap(Cpu cpu, KmemCache s, long[] scratch) {
    if (s.objects + 1 > Kmalloc.ksize(scratch.length)) {
      cpu.complain("__kmem_cache_vacate: the bitmap is behind the end of the scratch memory");
    }
  }

  /** {@code kmem_cache_shrink}: a list head for each number of objects in use, two words. */
  @Override
  @Kernel(value = "kmem_cache_shrink", inlined = true)
  protected long[] allocScratch(Cpu cpu, KmemCache s) {
    return Kmalloc.kmalloc(cpu, 2 * s.objects);
  }

  /** Of the scratch memory of another cache the list heads may be more than there is (J3). */
  @Override
  @Kernel("sort_partial_list")
  protected int sortPartialList(Cpu cpu, KmemCache s, KmemCacheNode n, long[] scratch) {
    if (2 * s.objects > Kmalloc.ksize(scratch.length)) {
      cpu.complain("sort_partial_list: list heads are behind the end of the scratch memory");
    }
    return super.sortPartialList(cpu, s, n, scratch);
  }

  /** inuse is read once. */
  @Override
  @Kernel(value = "sort_partial_list", inlined = true)
  protected int inuseToSortBy(Page page, int seen) {
    return seen;
  }

  /**
   * {@code kmem_cache_defrag}: one piece of memory for all caches, which is lost if a cache is
   * being created or destroyed (J2).
   *
   * @param percent not used: each cache has its own ratio
   */
  @Override
  @Kernel("kmem_cache_defrag")
  public int kmemCacheDefrag(Cpu cpu, int percent) {
    long[] scratch = allocScratchForAll(cpu);
    if (scratch == null || !slubLock.downReadTrylock(cpu)) {
      return 0;
    }
    int pages = defragAll(cpu, scratch);
    slubLock.upRead(cpu);
    Kmalloc.kfree(cpu, scratch);
    return pages;
  }

  /**
   * All caches until the first without {@code kick} [slub_lock held].
   *
   * @return number of pages freed
   */
  @Kernel(value = "kmem_cache_defrag", inlined = true)
  protected final int defragAll(Cpu cpu, long[] scratch) {
    int pages = 0;
    for (ListHead at = slabCaches.next; at != slabCaches; at = at.next) {
      KmemCache s = (KmemCache) at.container;
      if (s.ops.kick() == null) {
        break;
      }
      pages += __kmemCacheDefrag(cpu, s, DEFRAG_RATIO, scratch);
    }
    return pages;
  }

  /** Memory for the largest slab; slub_lock is not held yet. */
  @Kernel("kmem_cache_defrag")
  protected long[] allocScratchForAll(Cpu cpu) {
    return Kmalloc.kmalloc(cpu, 2 * maxDefragSlabObjects);
  }
}
