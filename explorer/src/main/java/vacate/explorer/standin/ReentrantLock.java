// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/**
 * Stands for {@link java.util.concurrent.locks.ReentrantLock} in woven code: like a monitor, as
 * {@link Lock} demands the memory effects of one, but not the one of the object.
 */
public class ReentrantLock implements Lock {
  private final boolean fair;

  public ReentrantLock() {
    this(false);
  }

  public ReentrantLock(boolean fair) {
    this.fair = fair;
  }

  @Override
  public void lock() {
    LockHooks.lock(this);
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    LockHooks.lockInterruptibly(this);
  }

  @Override
  public boolean tryLock() {
    return LockHooks.tryLock(this);
  }

  /**
   * Waits as long as it takes, or in vain. At a fair lock it may do that though nobody has the
   * lock, behind others that wait for it: what they wait for longer cannot be told from the lock
   * alone.
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    if (fair) {
      JdkHooks.notModelled(
          "java.util.concurrent.locks.ReentrantLock.tryLock of a fair lock for some time");
    }
    long nanos = unit.toNanos(time);
    if (LockHooks.waitsForEver(nanos)) {
      lockInterruptibly();
      return true;
    }
    LockHooks.throwIfInterrupted();
    boolean locked = tryLock();
    if (!locked) {
      LockHooks.timePasses(nanos);
    }
    return locked;
  }

  @Override
  public void unlock() {
    LockHooks.unlock(this);
  }

  @Override
  public Condition newCondition() {
    return new Waiters(this);
  }

  public final boolean isFair() {
    return fair;
  }

  public boolean isHeldByCurrentThread() {
    return getHoldCount() > 0;
  }

  public int getHoldCount() {
    return LockHooks.holdCount(this);
  }
}
