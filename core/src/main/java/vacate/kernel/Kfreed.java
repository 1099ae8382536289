// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * Memory that a CPU has given to {@code kfree}, poisoned as slab debugging does: nobody uses it any
 * more, so it stays as it is. What a kernel would hand out again Java's heap never does, so that
 * whoever writes behind {@code kfree} is seen at rest.
 *
 * <p>Source: {@code mm/slub.c} of 2.6.22, {@code check_bytes_and_report}, "Poison overwritten".
 */
@Unshared(because = "Memory is freed by one CPU, and nobody else has it.")
@Primitive
public final class Kfreed {
  private final long[] words;
  private final Kfreed before;

  /**
   * @param before what the CPU has freed before, or null
   */
  Kfreed(long[] words, Kfreed before) {
    this.words = words;
    this.before = before;
    for (int i = 0; i < words.length; i++) {
      words[i] = Kmalloc.POISON;
    }
  }

  /** Whether nobody has written to it, nor to what was freed before. */
  boolean isIntact() {
    for (long word : words) {
      if (word != Kmalloc.POISON) {
        return false;
      }
    }
    return before == null || before.isIntact();
  }
}
