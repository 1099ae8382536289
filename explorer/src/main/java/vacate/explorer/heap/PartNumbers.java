// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Arrays;

/**
 * Numbers of what objects consist of, fields or elements, by the object's number and the part's: a
 * map in open addressing, as each access of woven code looks into it.
 */
final class PartNumbers {
  static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] numbers = new int[64];
  private int size;

  PartNumbers() {
    Arrays.fill(numbers, NONE);
  }

  /** The number of a part; {@link #NONE} if it has none. */
  int get(int object, int part) {
    long key = key(object, part);
    for (int i = slot(key); ; i = i + 1 & keys.length - 1) {
      if (numbers[i] == NONE || keys[i] == key) {
        return numbers[i];
      }
    }
  }

  /** Gives a number, which is not negative, to a part that has none. */
  void put(int object, int part, int number) {
    if (2 * ++size > keys.length) {
      grow();
    }
    insert(key(object, part), number);
  }

  private void insert(long key, int number) {
    int i = slot(key);
    while (numbers[i] != NONE) {
      i = i + 1 & keys.length - 1;
    }
    keys[i] = key;
    numbers[i] = number;
  }

  private void grow() {
    long[] old = keys;
    int[] known = numbers;
    keys = new long[2 * old.length];
    numbers = new int[2 * old.length];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < old.length; i++) {
      if (known[i] != NONE) {
        insert(old[i], known[i]);
      }
    }
  }

  private static long key(int object, int part) {
    return (long) object << 32 | part;
  }

  private int slot(long key) {
    int h = (int) (key ^ key >>> 32) * 0x9E3779B9;
    return (h ^ h >>> 15) & keys.length - 1;
  }
}
