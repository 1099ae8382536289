// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * {@code kmalloc} and {@code kfree}, reduced to what the protocol can see: it may fail and may
 * sleep, and what is not freed is counted. Memory comes from Java's heap; the size is in words.
 */
@Primitive
public final class Kmalloc {
  /** What freed memory holds: {@code POISON_FREE} in every byte. */
  public static final int POISON = 0x6b6b6b6b;

  private static final int LARGEST = 1 << 16;

  private Kmalloc() {}

  /**
   * {@code kmalloc(words * sizeof(void *), GFP_KERNEL)}.
   *
   * @return zeroed memory, or null: injected by {@link Cpu#failKmalloc}, or the size is absurd,
   *     which it is when it was read from freed memory
   */
  @Unshared(because = "The account is the CPU's, and memory comes from Java's heap.")
  public static long[] kmalloc(Cpu cpu, int words) {
    cpu.mightSleep();
    if (words > LARGEST) {
      cpu.complain("kmalloc: the size was read from freed memory");
      return null;
    }
    if (cpu.kmallocsUntilFailure > 0 && --cpu.kmallocsUntilFailure == 0) {
      return null;
    }
    cpu.kmallocLive++;
    return new long[words];
  }

  /**
   * {@code ksize}: how many words there are of which a caller that asked for so many may use only
   * these. The caches of 2.6.22 are those of powers of two from 8 bytes on, of 96 and of 192 bytes.
   */
  @Unshared(because = "It looks at no memory.")
  public static int ksize(int words) {
    if (words > 8 && words <= 12) {
      return 12;
    }
    if (words > 16 && words <= 24) {
      return 24;
    }
    int size = 1;
    while (size < words) {
      size *= 2;
    }
    return size;
  }

  /**
   * {@code kfree}: of null it does nothing. Memory that {@link #kmalloc} gave is poisoned, and
   * {@link Cpu#isFreedMemoryIntact} tells whether somebody writes to it all the same.
   */
  @Unshared(because = "The account is the CPU's, and memory comes from Java's heap.")
  public static void kfree(Cpu cpu, Object memory) {
    if (memory != null) {
      cpu.kmallocLive--;
      if (memory instanceof long[] words) {
        cpu.kfreed = new Kfreed(words, cpu.kfreed);
      }
    }
  }
}
