// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * How many processors other work leaves to us: as many threads as there are processors watch the
 * clock, and what they miss of it they were not running. That holds in a container and in a virtual
 * machine, too, where nobody counts what others take.
 */
final class SpareProcessors {
  private static final long WINDOW = Duration.ofMillis(400).toNanos();

  /** Longer than an interrupt takes, shorter than any time slice. */
  private static final long GAP = 200_000;

  private SpareProcessors() {}

  /**
   * Measures for less than half a second.
   *
   * @param cpus how many there are
   * @return from 0 to that
   * @throws InterruptedException if the thread was interrupted meanwhile
   */
  static double measure(int cpus) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(cpus);
    try {
      long from = System.nanoTime();
      List<Future<Double>> watches = new ArrayList<>();
      for (int i = 0; i < cpus; i++) {
        watches.add(pool.submit(() -> share(System::nanoTime, from, from + WINDOW)));
      }
      double spare = 0;
      for (Future<Double> watch : watches) {
        spare += watch.get();
      }
      return spare;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** The share of the time from one moment to another in which somebody reads the clock. */
  static double share(LongSupplier clock, long from, long to) {
    long ran = 0;
    long last = clock.getAsLong();
    while (last < to) {
      long now = clock.getAsLong();
      if (now - last <= GAP) {
        ran += now - last;
      }
      last = now;
    }
    return Math.min(1, (double) ran / (to - from));
  }
}
