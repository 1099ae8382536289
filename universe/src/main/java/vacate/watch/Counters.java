// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

/**
 * What is in the word of freelist and counters of a page since 2017, the counters being its low
 * half.
 */
final class Counters {
  private static final int INUSE = 0xffff;

  private Counters() {}

  /** {@code page->frozen}, the bit of the sign. */
  static boolean isFrozen(long word) {
    return (int) word < 0;
  }

  /** {@code page->inuse}. */
  static int inuse(long word) {
    return (int) word & INUSE;
  }
}
