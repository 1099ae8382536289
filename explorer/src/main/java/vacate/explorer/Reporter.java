// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.RandomDescent;
import vacate.explorer.search.Refused;
import vacate.explorer.search.TooLong;

/**
 * Tells a {@link Progress} how far an exploration is: the first time after some hundred executions,
 * however fast they were, then some times a second. From the first second on it takes a fiftieth of
 * the time for random descents, in a program of their own, so that they cannot disturb the search.
 */
final class Reporter {
  private static final int MASK = (1 << 8) - 1;
  private static final long INTERVAL = 100_000_000L;
  private static final long QUIET = 1_000_000_000L;
  private static final int SPENT_ON_ESTIMATE = 50;
  private static final long SEED = 1975;

  private final StressTest test;
  private final ClassLoader loader;
  private final MemoryModel model;
  private final Bounds bounds;
  private final Modes modes;
  private final Progress progress;
  private final long began = System.nanoTime();
  private long last = -INTERVAL;
  private long spent;
  private RandomDescent descent;
  private boolean hopeless;

  Reporter(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      Bounds bounds,
      Modes modes,
      Progress progress) {
    this.test = test;
    this.loader = loader;
    this.model = model;
    this.bounds = bounds;
    this.modes = modes;
    this.progress = progress;
    hopeless = progress == Progress.NONE;
  }

  /**
   * Another execution was found.
   *
   * @param executions how many there are now
   */
  void found(long executions, PartTallies parts) {
    if ((executions & MASK) == 0) {
      report(parts);
    }
  }

  private synchronized void report(PartTallies parts) {
    long now = System.nanoTime() - began;
    if (now - last >= INTERVAL) {
      last = now;
      double total = now < QUIET || hopeless ? Double.NaN : estimate(now);
      progress.update(
          new Progress.State(test.name(), model, parts.executions(), parts.blocked(), now, total));
    }
  }

  private double estimate(long elapsed) {
    long start = System.nanoTime();
    long budget = elapsed / SPENT_ON_ESTIMATE - spent;
    try {
      if (descent == null) {
        WovenTest program = new WovenTest(test, loader, bounds.loop(), modes);
        descent = new RandomDescent(program.tape(), model.axioms(), SEED);
      }
      while (System.nanoTime() - start < budget) {
        descent.walk();
      }
    } catch (Refused | NotDeterministic | TooLong e) {
      hopeless = true; // the search will come to it too, and say so
    }
    spent += System.nanoTime() - start;
    return descent == null ? Double.NaN : descent.mean();
  }
}
