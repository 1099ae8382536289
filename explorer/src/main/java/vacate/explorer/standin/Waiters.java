// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import vacate.explorer.hook.ConditionHooks;
import vacate.explorer.hook.JdkHooks;

/**
 * A condition of a {@link ReentrantLock}, after the Javadoc of {@link Condition}: like the wait set
 * of a monitor.
 */
final class Waiters implements Condition {
  private final ReentrantLock lock;

  Waiters(ReentrantLock lock) {
    this.lock = lock;
  }

  @Override
  public void await() throws InterruptedException {
    ConditionHooks.await(lock, this, true);
  }

  @Override
  public void awaitUninterruptibly() {
    try {
      ConditionHooks.await(lock, this, false);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public long awaitNanos(long nanos) throws InterruptedException {
    return ConditionHooks.awaitNanos(lock, this, nanos) ? nanos : 0;
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    Objects.requireNonNull(unit);
    return ConditionHooks.awaitNanos(lock, this, unit.toNanos(time));
  }

  @Override
  public boolean awaitUntil(Date deadline) {
    JdkHooks.notModelled("java.util.concurrent.locks.Condition.awaitUntil");
    return false;
  }

  @Override
  public void signal() {
    ConditionHooks.signal(lock, this);
  }

  @Override
  public void signalAll() {
    ConditionHooks.signalAll(lock, this);
  }
}
