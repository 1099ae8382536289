// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.mm.Machine;
import vacate.mm.Page;

/**
 * Objects in a slab: free pointers, poison, red zones and tracks.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code get_freepointer} to {@code check_object}.
 */
abstract class SlabObjects extends SlabState {
  /** What the words of a free object hold, with {@code OBJECT_POISON}. */
  public static final long POISON_FREE = 0x6b6b6b6b6b6b6b6bL;

  /** The red zone of a free object. */
  public static final long RED_INACTIVE = 0xbbbbbbbbbbbbbbbbL;

  /** The red zone of an object in use. */
  public static final long RED_ACTIVE = 0xccccccccccccccccL;

  SlabObjects(Machine machine) {
    super(machine);
  }

  /** {@code get_freepointer}. */
  protected long getFreepointer(KmemCache s, long object) {
    return machine.memMap.load(object + s.offset);
  }

  /** {@code set_freepointer}. */
  protected void setFreepointer(KmemCache s, long object, long next) {
    machine.memMap.store(object + s.offset, next);
  }

  /** {@code object[page->offset]}: the paths that do not have the cache at hand. */
  protected long nextFree(Page page, long object) {
    return machine.memMap.load(object + page.offset);
  }

  /** {@code object[page->offset] = next}. */
  protected void setNextFree(Page page, long object, long next) {
    machine.memMap.store(object + page.offset, next);
  }

  /** {@code slab_index}: which object of its slab this is. */
  protected int slabIndex(KmemCache s, Page page, long object) {
    return (int) (object - machine.memMap.address(page)) / s.size;
  }

  /** {@code check_valid_pointer}: 0, or the start of an object of this slab. */
  protected boolean checkValidPointer(KmemCache s, Page page, long object) {
    if (object == 0) {
      return true;
    }
    long start = machine.memMap.address(page);
    return object >= start
        && object < start + (long) s.objects * s.size
        && (object - start) % s.size == 0;
  }

  /** {@code setup_object}: debug patterns, then the constructor. */
  protected void setupObject(KmemCache s, Page page, long object) {
    if (slabDebugWanted(s)) {
      initObject(s, object, false);
      initTracking(s, object);
    }
    if (s.ctor != null) {
      s.ctor.construct(machine.memMap, object);
    }
  }

  /** Whether slabs of this cache have SlabDebug. */
  protected static boolean slabDebugWanted(KmemCache s) {
    return has(s, SlabFlag.DEBUG_FLAGS);
  }

  /** {@code init_object}: poison over the object, then the red zone. */
  protected void initObject(KmemCache s, long object, boolean active) {
    if (has(s, SlabFlag.OBJECT_POISON)) {
      fill(object, s.objsize, POISON_FREE);
    }
    if (has(s, SlabFlag.SLAB_RED_ZONE)) {
      machine.memMap.store(object + s.objsize, active ? RED_ACTIVE : RED_INACTIVE);
    }
  }

  /**
   * {@code set_track}: who allocated or freed the object last; a caller is a CPU number plus one.
   */
  protected void setTrack(KmemCache s, long object, boolean alloc, long caller) {
    if (has(s, SlabFlag.SLAB_STORE_USER)) {
      machine.memMap.store(object + s.size - (alloc ? 2 : 1), caller);
    }
  }

  private void initTracking(KmemCache s, long object) {
    setTrack(s, object, true, 0);
    setTrack(s, object, false, 0);
  }

  /**
   * {@code check_object}.
   *
   * @return what is wrong with it, or null
   */
  protected String checkObject(KmemCache s, Page page, long object, boolean active) {
    if (has(s, SlabFlag.SLAB_RED_ZONE)
        && machine.memMap.load(object + s.objsize) != (active ? RED_ACTIVE : RED_INACTIVE)) {
      return "check_object: Redzone overwritten";
    }
    if (!active && has(s, SlabFlag.OBJECT_POISON)) {
      for (int i = 0; i < s.objsize; i++) {
        if (machine.memMap.load(object + i) != POISON_FREE) {
          return "check_object: Poison overwritten";
        }
      }
    }
    if (s.offset == 0 && active) {
      return null;
    }
    if (!checkValidPointer(s, page, getFreepointer(s, object))) {
      setFreepointer(s, object, 0);
      return "check_object: Freepointer corrupt";
    }
    return null;
  }

  protected void fill(long start, int words, long value) {
    for (int i = 0; i < words; i++) {
      machine.memMap.store(start + i, value);
    }
  }
}
