// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

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

  private int permits;

  public Semaphore(int permits) {
    this.permits = permits;
  }

  public Semaphore(int permits, boolean fair) {
    this(permits);
  }

  public void acquire() {
    acquire(1);
  }

  public void acquireUninterruptibly() {
    acquire(1);
  }

  public void acquireUninterruptibly(int n) {
    acquire(n);
  }

  public void acquire(int n) {
    while (!tryAcquire(n)) {
      Thread.onSpinWait();
    }
  }

  public boolean tryAcquire() {
    return tryAcquire(1);
  }

  public boolean tryAcquire(int n) {
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

  public void release() {
    release(1);
  }

  public void release(int n) {
    PERMITS.getAndAdd(this, n);
  }

  public int availablePermits() {
    return (int) PERMITS.getVolatile(this);
  }
}
