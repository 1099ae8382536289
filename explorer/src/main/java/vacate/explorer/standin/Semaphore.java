// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/**
 * Stands for {@link java.util.concurrent.Semaphore} in woven code: a release happens before an
 * acquire that takes its permit. Nothing else orders anything, as its documentation has it.
 */
public class Semaphore {
  private static final VarHandle RELEASED;

  static {
    try {
      RELEASED = MethodHandles.lookup().findVarHandle(Semaphore.class, "released", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean fair;

  /** Of who finds the semaphore through a race, too: in OpenJDK they are behind a final field. */
  private final int initial;

  /** How many more were released than acquired. */
  private int released;

  public Semaphore(int permits) {
    this(permits, false);
  }

  public Semaphore(int permits, boolean fair) {
    initial = permits;
    this.fair = fair;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquireUninterruptibly() {
    acquireUninterruptibly(1);
  }

  public void acquireUninterruptibly(int n) {
    while (!tryAcquire(n)) {
      Thread.onSpinWait();
    }
  }

  public void acquire(int n) throws InterruptedException {
    LockHooks.throwIfInterrupted();
    while (!tryAcquire(n)) {
      LockHooks.throwIfInterrupted();
    }
  }

  public boolean tryAcquire() {
    return tryAcquire(1);
  }

  public boolean tryAcquire(int n) {
    checkCount(n);
    while (true) {
      int seen = (int) RELEASED.getOpaque(this);
      if (initial + seen < n) {
        return false;
      }
      if ((int) RELEASED.compareAndExchangeAcquire(this, seen, seen - n) == seen) {
        return true;
      }
    }
  }

  public boolean tryAcquire(long time, TimeUnit unit) throws InterruptedException {
    return tryAcquire(1, time, unit);
  }

  /** Waits as long as it takes, or in vain. */
  public boolean tryAcquire(int n, long time, TimeUnit unit) throws InterruptedException {
    checkCount(n);
    long nanos = unit.toNanos(time);
    if (LockHooks.waitsForEver(nanos)) {
      acquire(n);
      return true;
    }
    LockHooks.throwIfInterrupted();
    boolean acquired = tryAcquire(n);
    if (!acquired) {
      LockHooks.timePasses(nanos);
    }
    return acquired;
  }

  public void release() {
    release(1);
  }

  public void release(int n) {
    checkCount(n);
    if (initial + (int) RELEASED.getAndAddRelease(this, n) > Integer.MAX_VALUE - n) {
      JdkHooks.notModelled(
          "java.util.concurrent.Semaphore.release of more permits than an int has");
    }
  }

  private static void checkCount(int n) {
    if (n < 0) {
      throw new IllegalArgumentException();
    }
  }

  public int availablePermits() {
    return initial + (int) RELEASED.getOpaque(this);
  }

  public int drainPermits() {
    while (true) {
      int seen = (int) RELEASED.getOpaque(this);
      if (initial + seen == 0) {
        return 0;
      }
      if ((int) RELEASED.compareAndExchangeAcquire(this, seen, -initial) == seen) {
        return initial + seen;
      }
    }
  }

  public boolean isFair() {
    return fair;
  }
}
