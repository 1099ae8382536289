// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;

/**
 * jcstress's options without its command line, whose parser would first count the processors by
 * burning them.
 */
final class ForkOptions extends Options {
  /** The heap is small so that a JVM starts fast; states and results may take a quarter of it. */
  static final int HEAP_MB = 256;

  /** Samples between two meetings of the actors. */
  private static final int STRIDE_SIZE = 256;

  /**
   * Strides between two looks at the clock. jcstress has 40; few keep the states in the caches,
   * keep the warm-up short, and let a fork end soon although each of its samples spins until the
   * soft lockup.
   */
  private static final int STRIDE_COUNT = 4;

  /** Samples between two looks at the clock; a fork takes a whole number of rounds. */
  static final int ROUND = STRIDE_SIZE * STRIDE_COUNT;

  private final ForkSpec spec;

  ForkOptions(ForkSpec spec) {
    super(new String[0]);
    this.spec = spec;
  }

  @Override
  public int getTime() {
    return spec.millis();
  }

  @Override
  public int getIterations() {
    return 1;
  }

  @Override
  public int getStrideSize() {
    return STRIDE_SIZE;
  }

  @Override
  public int getStrideCount() {
    return STRIDE_COUNT;
  }

  @Override
  public int getHeapPerForkMb() {
    return HEAP_MB;
  }

  @Override
  public SpinLoopStyle getSpinStyle() {
    return spec.yielding() ? SpinLoopStyle.THREAD_YIELD : SpinLoopStyle.THREAD_SPIN_WAIT;
  }
}
