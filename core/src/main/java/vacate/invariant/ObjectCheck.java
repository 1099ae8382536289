// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.SlabFlag;
import vacate.slub.SlabObjects;

/**
 * The words around and in the objects of a slab that SLUB itself writes. What an object's user
 * writes is the user's.
 */
final class ObjectCheck {
  private final Findings report;
  private final MemMap memMap;
  private final int cpus;

  ObjectCheck(Findings report, MemMap memMap, int cpus) {
    this.report = report;
    this.memMap = memMap;
    this.cpus = cpus;
  }

  void check(Blueprint s, Page page, long freeSet) {
    for (int i = 0; i < s.objects(); i++) {
      long object = memMap.address(page) + (long) i * s.size();
      boolean free = (freeSet >>> i & 1) != 0;
      checkRedZone(s, object, free);
      checkPoison(s, object, free);
      checkTracks(s, object, free);
      checkStaleFreePointer(s, page, object, free);
      int end = endOfFreepointer(s) + (s.has(SlabFlag.SLAB_STORE_USER) ? 2 : 0);
      checkPadding(s, object + end, object + s.size());
    }
    long start = memMap.address(page);
    checkPadding(
        s, start + (long) s.objects() * s.size(), start + ((long) memMap.pageWords << s.order()));
  }

  /** Where what comes after the free pointer begins, in words from the object's start. */
  private static int endOfFreepointer(Blueprint s) {
    return s.offset() == 0 ? s.inuse() : s.offset() + 1;
  }

  /** Nobody writes there once the slab is made. */
  private void checkPadding(Blueprint s, long from, long to) {
    if (!s.has(SlabFlag.SLAB_POISON)) {
      return;
    }
    for (long word = from; word < to; word++) {
      if (memMap.load(word) != SlabObjects.POISON_INUSE) {
        report.found(Violation.POISON_WRONG, "word " + word + ", which is padding, was written to");
        return;
      }
    }
  }

  private void checkRedZone(Blueprint s, long object, boolean free) {
    if (s.has(SlabFlag.SLAB_RED_ZONE)
        && memMap.load(object + s.objsize())
            != (free ? SlabObjects.RED_INACTIVE : SlabObjects.RED_ACTIVE)) {
      report.found(
          Violation.RED_ZONE_WRONG,
          "object " + object + " is " + (free ? "free" : "in use") + ", its red zone says no");
    }
  }

  private void checkPoison(Blueprint s, long object, boolean free) {
    if (!free || !s.has(SlabFlag.OBJECT_POISON)) {
      return;
    }
    for (int word = 0; word < s.objsize(); word++) {
      if (memMap.load(object + word) != SlabObjects.POISON_FREE) {
        report.found(Violation.POISON_WRONG, "object " + object + " was written to after its free");
        return;
      }
    }
  }

  /** A track is a CPU's number plus one, or 0 as long as nobody did it. */
  private void checkTracks(Blueprint s, long object, boolean free) {
    if (!s.has(SlabFlag.SLAB_STORE_USER)) {
      return;
    }
    long alloc = memMap.load(object + endOfFreepointer(s));
    long freed = memMap.load(object + endOfFreepointer(s) + 1);
    boolean possible = alloc >= 0 && alloc <= cpus && freed >= 0 && freed <= cpus;
    boolean told = free ? alloc != 0 == (freed != 0) : alloc != 0;
    if (!possible || !told) {
      report.found(
          Violation.TRACK_WRONG,
          "object "
              + object
              + " is "
              + (free ? "free" : "in use")
              + ", allocated by "
              + alloc
              + " and freed by "
              + freed);
    }
  }

  /**
   * Where the free pointer does not overlay the object, {@code check_object} looks at it always.
   */
  private void checkStaleFreePointer(Blueprint s, Page page, long object, boolean free) {
    if (free || s.offset() == 0) {
      return;
    }
    long pointer = memMap.load(object + s.offset());
    long distance = pointer - memMap.address(page);
    if (pointer != 0
        && (distance < 0
            || distance >= (long) s.objects() * s.size()
            || distance % s.size() != 0)) {
      report.found(
          Violation.FREELIST_CORRUPT,
          "object " + object + " is in use, its free pointer is corrupt");
    }
  }
}
