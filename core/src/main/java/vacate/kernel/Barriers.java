// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.VarHandle;

/**
 * The kernel's memory barriers for SMP, as fences of the Java memory model.
 *
 * <p>Source: {@code Documentation/memory-barriers.txt} and {@code Documentation/atomic_ops.txt} of
 * 2.6.22.
 */
@Primitive
public final class Barriers {
  private Barriers() {}

  /** {@code smp_mb}: orders every access before it before every access after it. */
  public static void smpMb() {
    VarHandle.fullFence();
  }

  /** {@code smp_rmb}: orders loads before it before loads after it, and nothing else. */
  public static void smpRmb() {
    VarHandle.loadLoadFence();
  }

  /** {@code smp_wmb}: orders stores before it before stores after it, and nothing else. */
  public static void smpWmb() {
    VarHandle.storeStoreFence();
  }

  /** {@code smp_mb__before_clear_bit}: {@code clear_bit} has no barrier of its own. */
  public static void smpMbBeforeClearBit() {
    VarHandle.fullFence();
  }
}
