// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * {@code kmalloc} and {@code kfree}, reduced to what the protocol can see: it may fail, and what is
 * not freed is counted. Memory comes from Java's heap; the size is in words.
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

  /** {@code kfree}: of null it does nothing. */
  @Unshared(because = "The account is the CPU's, and memory comes from Java's heap.")
  public static void kfree(Cpu cpu, Object memory) {
    if (memory != null) {
      cpu.kmallocLive--;
    }
  }
}
