// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Random;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LocalHooks;

/**
 * Stands for {@link java.util.concurrent.ThreadLocalRandom} in woven code. What an actor draws is a
 * choice: each number that it may be is tried, if there are few, and else one of them. What setup
 * draws is the least.
 */
public final class ThreadLocalRandom extends Random {
  private static final long serialVersionUID = 1;

  private static final ThreadLocalRandom INSTANCE = new ThreadLocalRandom();

  /** So many numbers from 0 to below 1 are drawn from. */
  private static final long STEPS = 1L << 53;

  private static final ThreadLocal<Integer> PROBE = new ThreadLocal<>();

  private ThreadLocalRandom() {
    super(0);
  }

  public static ThreadLocalRandom current() {
    return INSTANCE;
  }

  /** The constructor of the superclass does. */
  @Override
  public void setSeed(long seed) {
    if (INSTANCE != null) {
      throw new UnsupportedOperationException();
    }
  }

  @Override
  protected int next(int bits) {
    return nextInt() >>> Integer.SIZE - bits;
  }

  /** Each thread would keep the next one. */
  @Override
  public double nextGaussian() {
    JdkHooks.notModelled("java.util.concurrent.ThreadLocalRandom.nextGaussian");
    return 0;
  }

  @Override
  public boolean nextBoolean() {
    return LocalHooks.choose("nextBoolean", 2) != 0;
  }

  @Override
  public int nextInt() {
    return (int) LocalHooks.choose("nextInt", Long.MAX_VALUE);
  }

  @Override
  public int nextInt(int bound) {
    return nextInt(0, bound);
  }

  @Override
  public int nextInt(int origin, int bound) {
    if (origin >= bound) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    return (int) (origin + LocalHooks.choose("nextInt", (long) bound - origin));
  }

  @Override
  public long nextLong() {
    return LocalHooks.choose("nextLong", Long.MAX_VALUE);
  }

  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    return LocalHooks.choose("nextLong", bound);
  }

  @Override
  public double nextDouble() {
    return LocalHooks.choose("nextDouble", STEPS) / (double) STEPS;
  }

  // ---- what code of the JDK spreads its threads by

  /** Not 0 once there is one. Of two cells, as many as one processor gets, it says which. */
  public static int getProbe() {
    Integer probe = PROBE.get();
    return probe == null ? 0 : probe;
  }

  public static void localInit() {
    advanceProbe(0);
  }

  public static int advanceProbe(int old) {
    int probe = 1 + (int) LocalHooks.choose("advanceProbe", 2);
    PROBE.set(probe);
    return probe;
  }

  /** Always one by which a skip list makes no index: that would only be a shorter way. */
  public static int nextSecondarySeed() {
    return 1;
  }
}
