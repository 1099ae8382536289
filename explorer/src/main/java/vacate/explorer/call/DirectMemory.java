// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.ArrayList;
import java.util.List;

/** Memory outside of the heap: arrays that setup has made, each at an address of its own. */
final class DirectMemory {
  private static final int BITS = 32;
  private static final long MASK = (1L << BITS) - 1;

  private final List<byte[]> arrays = new ArrayList<>();

  void add(byte[] array) {
    arrays.add(array);
  }

  boolean has(Object array) {
    return number(array) >= 0;
  }

  private int number(Object array) {
    for (int i = 0; i < arrays.size(); i++) {
      if (arrays.get(i) == array) {
        return i;
      }
    }
    return -1;
  }

  /** The address of a byte of one of them, by its offset in the array. */
  long address(Object array, long offset) {
    return (number(array) + 1L << BITS) + offset - UnsafeCalls.BASE;
  }

  /** The array that an address is in; null if it is in none. */
  byte[] at(long address) {
    long number = (address >>> BITS) - 1;
    return number >= 0 && number < arrays.size() ? arrays.get((int) number) : null;
  }

  /** Where in the array an address is. */
  static long offset(long address) {
    return (address & MASK) + UnsafeCalls.BASE;
  }
}
