// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/**
 * Stands for {@link java.util.concurrent.Semaphore} in woven code: a release happens before an
 * acquire that takes its permit.
 */
public class Semaphore {
  private static final VarHandle PERMITS;

  static {
    try {
      PERMITS = MethodHandles.lookup().findVarHandle(Semaphore.class, "permits", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean fair;
  private int permits;

  public Semaphore(int permits) {
    this(permits, false);
  }

  public Semaphore(int permits, boolean fair) {
    this.permits = permits;
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
      int available = (int) PERMITS.getAcquire(this);
      if (available < n) {
        return false;
      }
      if ((int) PERMITS.compareAndExchange(this, available, available - n) == available) {
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
    if ((int) PERMITS.getAndAdd(this, n) > Integer.MAX_VALUE - n) {
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
    return (int) PERMITS.getVolatile(this);
  }

  public int drainPermits() {
    while (true) {
      int available = (int) PERMITS.getAcquire(this);
      if (available == 0 || (int) PERMITS.compareAndExchange(this, available, 0) == available) {
        return available;
      }
    }
  }

  public boolean isFair() {
    return fair;
  }
}
