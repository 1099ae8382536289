// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.kernel.Cpu;
import vacate.kernel.Kernel;
import vacate.kernel.OneStep;
import vacate.mm.MemMap;
import vacate.mm.Page;

/**
 * Objects in a slab: free pointers, poison, red zones and tracks.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code get_freepointer} to {@code check_object}.
 */
public final class SlabObjects {
  /** What the words of a free object hold, with {@code OBJECT_POISON}. */
  public static final long POISON_FREE = 0x6b6b6b6b6b6b6b6bL;

  /**
   * What nothing has written to since the slab was made: the rest of an object, and of the slab.
   */
  public static final long POISON_INUSE = 0x5a5a5a5a5a5a5a5aL;

  /** The red zone of a free object. */
  public static final long RED_INACTIVE = 0xbbbbbbbbbbbbbbbbL;

  /** The red zone of an object in use. */
  public static final long RED_ACTIVE = 0xccccccccccccccccL;

  private final MemMap memMap;

  SlabObjects(MemMap memMap) {
    this.memMap = memMap;
  }

  /** {@code get_freepointer}. */
  @Kernel("get_freepointer")
  public long getFreepointer(KmemCache s, long object) {
    return memMap.load(object + s.offset);
  }

  /** {@code set_freepointer}. */
  @Kernel("set_freepointer")
  public void setFreepointer(KmemCache s, long object, long next) {
    memMap.store(object + s.offset, next);
  }

  /** {@code object[page->offset]}: the paths that do not have the cache at hand. */
  @Kernel(value = "get_freepointer", inlined = true)
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  public long nextFree(Page page, long object) {
    return memMap.load(object + page.offset);
  }

  /** {@code object[page->offset] = next}. */
  @Kernel(value = "set_freepointer", inlined = true)
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  public void setNextFree(Page page, long object, long next) {
    memMap.store(object + page.offset, next);
  }

  /** {@code slab_index}: which object of its slab this is. */
  @Kernel("slab_index")
  public int slabIndex(KmemCache s, Page page, long object) {
    return (int) (object - memMap.address(page)) / s.size;
  }

  /** {@code check_valid_pointer}: 0, or the start of an object of this slab. */
  @Kernel("check_valid_pointer")
  public boolean checkValidPointer(KmemCache s, Page page, long object) {
    if (object == 0) {
      return true;
    }
    long start = memMap.address(page);
    return object >= start
        && object < start + (long) s.objects * s.size
        && (object - start) % s.size == 0;
  }

  /** {@code setup_object}: debug patterns, then the constructor. */
  @Kernel("setup_object")
  public void setupObject(KmemCache s, Page page, long object) {
    if (SlabState.slabDebugWanted(s)) {
      initObject(s, object, false);
      initTracking(s, object);
    }
    if (s.ctor != null) {
      s.ctor.construct(memMap, object);
    }
  }

  /** {@code init_object}: poison over the object, then the red zone. */
  @Kernel("init_object")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  public void initObject(KmemCache s, long object, boolean active) {
    if (SlabState.has(s, SlabFlag.OBJECT_POISON)) {
      fill(object, s.objsize, POISON_FREE);
    }
    if (SlabState.has(s, SlabFlag.SLAB_RED_ZONE)) {
      memMap.store(object + s.objsize, active ? RED_ACTIVE : RED_INACTIVE);
    }
  }

  /**
   * {@code set_track}: who allocated or freed the object last; a caller is a CPU number plus one.
   */
  @Kernel("set_track")
  @OneStep(OneStep.Because.OBJECTS_HAVE_ONE_USER)
  public void setTrack(KmemCache s, long object, boolean alloc, long caller) {
    if (SlabState.has(s, SlabFlag.SLAB_STORE_USER)) {
      memMap.store(object + endOfFreepointer(s) + (alloc ? 0 : 1), caller);
    }
  }

  /** Where the tracks of an object are, or its padding if it has none: {@code get_track}. */
  @Kernel(value = "get_track", inlined = true)
  private static int endOfFreepointer(KmemCache s) {
    return s.offset == 0 ? s.inuse : s.offset + 1;
  }

  @Kernel("init_tracking")
  private void initTracking(KmemCache s, long object) {
    setTrack(s, object, true, 0);
    setTrack(s, object, false, 0);
  }

  /** {@code check_pad_bytes}: complains, mends it and goes on. */
  @Kernel("check_pad_bytes")
  private void checkPadBytes(Cpu cpu, KmemCache s, long object) {
    int end = endOfFreepointer(s) + (SlabState.has(s, SlabFlag.SLAB_STORE_USER) ? 2 : 0);
    checkPadding(cpu, object + end, s.size - end, "check_pad_bytes: Object padding overwritten");
  }

  /**
   * {@code slab_pad_check}: what is left behind the last object; complains, mends it and goes on.
   */
  @Kernel("slab_pad_check")
  public void slabPadCheck(Cpu cpu, KmemCache s, Page page) {
    if (SlabState.has(s, SlabFlag.SLAB_POISON)) {
      int length = s.objects * s.size;
      long end = memMap.address(page) + length;
      int remainder = (memMap.pageWords << s.order) - length;
      checkPadding(cpu, end, remainder, "slab_pad_check: Padding overwritten");
    }
  }

  @Kernel(value = "check_bytes_and_report", inlined = true)
  private void checkPadding(Cpu cpu, long start, int words, String complaint) {
    if (!holds(start, words, POISON_INUSE)) {
      cpu.complain(complaint);
      fill(start, words, POISON_INUSE);
    }
  }

  /**
   * {@code check_object}. What it finds overwritten it mends.
   *
   * @return what is wrong with it, or null
   */
  @Kernel("check_object")
  public String checkObject(Cpu cpu, KmemCache s, Page page, long object, boolean active) {
    if (SlabState.has(s, SlabFlag.SLAB_RED_ZONE)) {
      long red = active ? RED_ACTIVE : RED_INACTIVE;
      if (memMap.load(object + s.objsize) != red) {
        memMap.store(object + s.objsize, red);
        return "check_object: Redzone overwritten";
      }
    }
    if (SlabState.has(s, SlabFlag.SLAB_POISON)) {
      if (!active
          && SlabState.has(s, SlabFlag.OBJECT_POISON)
          && !holds(object, s.objsize, POISON_FREE)) {
        fill(object, s.objsize, POISON_FREE);
        return "check_object: Poison overwritten";
      }
      checkPadBytes(cpu, s, object);
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

  /** {@code check_bytes}. */
  @Kernel(value = "check_bytes", inlined = true)
  private boolean holds(long start, int words, long value) {
    for (int i = 0; i < words; i++) {
      if (memMap.load(start + i) != value) {
        return false;
      }
    }
    return true;
  }

  @Kernel(value = "memset", inlined = true)
  public void fill(long start, int words, long value) {
    for (int i = 0; i < words; i++) {
      memMap.store(start + i, value);
    }
  }
}
