// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.mm.MemMap;
import vacate.mm.Page;

/**
 * A chain of free objects.
 *
 * @param set bit i stands for the i-th object of the slab
 * @param corrupt whether it leaves the slab, meets an object again, or starts within one
 */
record FreeObjects(long set, boolean corrupt) {
  static FreeObjects chain(MemMap memMap, Blueprint s, Page page, long first) {
    long start = memMap.address(page);
    long set = 0;
    for (long at = first; at != 0; at = memMap.load(at + s.offset())) {
      long distance = at - start;
      if (distance < 0
          || distance >= (long) s.objects() * s.size()
          || distance % s.size() != 0
          || (set >>> distance / s.size() & 1) != 0) {
        return new FreeObjects(set, true);
      }
      set |= 1L << distance / s.size();
    }
    return new FreeObjects(set, false);
  }

  int count() {
    return Long.bitCount(set);
  }
}
