// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * Whom a notification reaches. A thread leaves the set as soon as its time is up or an interrupt
 * comes, and only then takes the lock again: so whoever notifies may hold the lock, find it in the
 * set that is kept here, and come too late. Whoever may be notified, or have left, is one or the
 * other.
 */
final class Notifications {
  private final Accesses accesses;
  private final Parking parking;
  private final StartedThreads started;

  Notifications(Accesses accesses, Parking parking, StartedThreads started) {
    this.accesses = accesses;
    this.parking = parking;
    this.started = started;
  }

  /** Any of those that wait may be the one; none is it only if all may have left. */
  void one(WaitSet at) throws Stop {
    Waiters all = waiters(at);
    int[] waiting = all.waiting();
    for (int i = 0; i < waiting.length; i++) {
      boolean isLast = i + 1 == waiting.length;
      if (isLast && mayAllHaveLeft(all) && accesses.choose(Access.LATE)) {
        waiters(at, withoutAny(at, all));
      } else if (isLast || !accesses.choose(Access.LOT)) {
        waiters(at, all.with(waiting[i], Waiters.How.NOT));
        return;
      }
    }
  }

  void all(WaitSet at) throws Stop {
    Waiters all = waiters(at);
    Waiters left = all;
    for (int thread : all.waiting()) {
      boolean isLate = mayHaveLeft(thread, all.how(thread)) && accesses.choose(Access.LATE);
      left = left.with(thread, isLate ? why(at, thread, all.how(thread)) : Waiters.How.NOT);
    }
    if (!left.equals(all)) {
      waiters(at, left);
    }
  }

  private Waiters waiters(WaitSet at) throws Stop {
    return new Waiters(accesses.read(at.location(), Access.OPAQUE_READ));
  }

  private void waiters(WaitSet at, Waiters waiters) throws Stop {
    accesses.write(at.location(), Access.OPAQUE_WRITE, waiters.bits());
  }

  private boolean mayAllHaveLeft(Waiters all) throws Stop {
    for (int thread : all.waiting()) {
      if (!mayHaveLeft(thread, all.how(thread))) {
        return false;
      }
    }
    return true;
  }

  private boolean mayHaveLeft(int thread, Waiters.How how) throws Stop {
    return how == Waiters.How.FOR_A_WHILE
        || how == Waiters.How.INTERRUPTIBLY && isInterrupted(thread);
  }

  private boolean isInterrupted(int thread) throws Stop {
    return parking.hasInterrupted(started.running(thread));
  }

  private Waiters withoutAny(WaitSet at, Waiters all) throws Stop {
    Waiters left = all;
    for (int thread : all.waiting()) {
      left = left.with(thread, why(at, thread, all.how(thread)));
    }
    return left;
  }

  /**
   * Why a thread has left. Who waits at a monitor for a while notices an interrupt also while it
   * takes the monitor again, as in OpenJDK; so there that is found out later.
   */
  private Waiters.How why(WaitSet at, int thread, Waiters.How how) throws Stop {
    if (how == Waiters.How.INTERRUPTIBLY) {
      return Waiters.How.INTERRUPTED;
    }
    boolean isMonitor = at.mutex().kind() == Mutex.Kind.MONITOR;
    return !isMonitor && isInterrupted(thread) && accesses.choose(Access.LOT)
        ? Waiters.How.INTERRUPTED
        : Waiters.How.TIME_IS_UP;
  }
}
