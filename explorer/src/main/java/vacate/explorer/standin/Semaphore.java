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
 *
 * <p>Who waits may keep others waiting, as in OpenJDK, where threads wait in a queue of which only
 * the first can go on. That shows where one wants more than another: the first may not have enough,
 * though it were enough for the next. So who wants one permit of a semaphore that is not fair, and
 * finds nobody in the queue, is not seen in it either: nobody can want less, and it is as if the
 * thread had not come yet.
 */
public class Semaphore {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Semaphore.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean fair;

  /** Of who finds the semaphore through a race, too: in OpenJDK they are behind a final field. */
  private final int initial;

  /** How many more were released than acquired, in the upper half; in the lower, the queue. */
  private long state;

  public Semaphore(int permits) {
    this(permits, false);
  }

  public Semaphore(int permits, boolean fair) {
    initial = permits;
    this.fair = fair;
  }

  // ---- the state

  private long state() {
    return (long) STATE.getOpaque(this);
  }

  private int permits(long seen) {
    return initial + (int) (seen >> Integer.SIZE);
  }

  /** Whether a thread that wants so many, and has not waited, may take them. */
  private boolean mayTake(long seen, int n, boolean behindOthers) {
    return permits(seen) >= n && !(behindOthers && SemaphoreQueue.first(seen) != 0);
  }

  private boolean take(long seen, int n) {
    return takeAndLeave(seen, seen, n);
  }

  private boolean takeAndLeave(long seen, long left, int n) {
    return (long) STATE.compareAndExchangeAcquire(this, seen, left - ((long) n << Integer.SIZE))
        == seen;
  }

  // ---- who waits

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public void acquireUninterruptibly() {
    acquireUninterruptibly(1);
  }

  public void acquireUninterruptibly(int n) {
    checkCount(n);
    while (true) {
      long seen = state();
      if (mayTake(seen, n, fair)) {
        if (take(seen, n)) {
          return;
        }
      } else if (!waitsInQueue(seen, n)) {
        Thread.onSpinWait();
      } else if (enter(seen)) {
        break;
      }
    }
    while (!takeAsFirst(n)) {
      Thread.onSpinWait();
    }
  }

  public void acquire(int n) throws InterruptedException {
    checkCount(n);
    LockHooks.throwIfInterrupted();
    while (true) {
      long seen = state();
      if (mayTake(seen, n, fair)) {
        if (take(seen, n)) {
          return;
        }
      } else if (!waitsInQueue(seen, n)) {
        LockHooks.throwIfInterrupted();
      } else if (enter(seen)) {
        break;
      }
    }
    try {
      while (!takeAsFirst(n)) {
        LockHooks.throwIfInterrupted();
      }
    } catch (InterruptedException e) {
      leave();
      throw e;
    }
  }

  /** Whether a thread that has to wait for so many can be told from one that has not come yet. */
  private boolean waitsInQueue(long seen, int n) {
    if (n == 0) {
      JdkHooks.notModelled("java.util.concurrent.Semaphore.acquire of 0 permits that waits");
    }
    return fair || n > 1 || SemaphoreQueue.first(seen) != 0;
  }

  /** Plain: of who waits nobody learns anything. */
  private boolean enter(long seen) {
    return STATE.weakCompareAndSetPlain(this, seen, SemaphoreQueue.enter(seen));
  }

  private void leave() {
    long seen;
    do {
      seen = state();
    } while (!STATE.weakCompareAndSetPlain(this, seen, SemaphoreQueue.leave(seen)));
  }

  /** Whether a thread in the queue is its first, and takes so many. */
  private boolean takeAsFirst(int n) {
    while (true) {
      long seen = state();
      if (!SemaphoreQueue.isFirst(seen) || permits(seen) < n) {
        return false;
      }
      if (takeAndLeave(seen, SemaphoreQueue.leave(seen), n)) {
        return true;
      }
    }
  }

  // ---- who waits in vain

  public boolean tryAcquire() {
    return tryAcquire(1);
  }

  /** Waits for nobody, of a fair semaphore neither. */
  public boolean tryAcquire(int n) {
    checkCount(n);
    return tryAcquire(n, false);
  }

  private boolean tryAcquire(int n, boolean behindOthers) {
    while (true) {
      long seen = state();
      if (!mayTake(seen, n, behindOthers)) {
        return false;
      }
      if (take(seen, n)) {
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
    boolean acquired = nanos > 0 ? waitsForAWhile(n) : tryAcquire(n, fair);
    if (!acquired) {
      LockHooks.timePasses(nanos);
    }
    return acquired;
  }

  private boolean waitsForAWhile(int n) throws InterruptedException {
    while (true) {
      long seen = state();
      if (mayTake(seen, n, fair)) {
        if (take(seen, n)) {
          return true;
        }
      } else if (!waitsInQueue(seen, n)) {
        return false;
      } else if (enter(seen)) {
        break;
      }
    }
    if (!LockHooks.comesTooLate() && takeAsFirst(n)) {
      return true;
    }
    leave();
    return false;
  }

  // ---- the others

  public void release() {
    release(1);
  }

  public void release(int n) {
    checkCount(n);
    long seen = (long) STATE.getAndAddRelease(this, (long) n << Integer.SIZE);
    if (permits(seen) > Integer.MAX_VALUE - n) {
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
    return permits(state());
  }

  public int drainPermits() {
    while (true) {
      long seen = state();
      int all = permits(seen);
      if (all == 0 || take(seen, all)) {
        return all;
      }
    }
  }

  public boolean isFair() {
    return fair;
  }
}
