// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * Who waits at a monitor, or at a condition of a lock, until notified (JLS 17.2). Whoever notifies
 * holds the monitor, and who is notified takes it again: so all that the threads learn of each
 * other they learn by the monitor, and the set itself orders nothing.
 */
public final class WaitSets {
  /** How many threads have a bit. */
  private static final int MOST = 63;

  private final Run run;
  private final Locations locations;
  private final Monitors monitors;
  private final Accesses accesses;
  private final Parking parking;
  private final Clock clock;
  private final EarlyReturns early;
  private final SetupLocks inSetup;
  private final Loops loops;
  private final Refusals refusals;
  private boolean insists;

  public WaitSets(
      Run run,
      Locations locations,
      Monitors monitors,
      Accesses accesses,
      Parking parking,
      Clock clock,
      EarlyReturns early,
      SetupLocks inSetup,
      Loops loops,
      Refusals refusals) {
    this.run = run;
    this.locations = locations;
    this.monitors = monitors;
    this.accesses = accesses;
    this.parking = parking;
    this.clock = clock;
    this.early = early;
    this.inSetup = inSetup;
    this.loops = loops;
    this.refusals = refusals;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    insists = false;
  }

  /** A place where threads wait: the monitor that they hold, and the set that they are in. */
  private record Place(Mutex mutex, int set) {}

  private Place monitor(Object o) throws Stop {
    Mutex mutex = monitors.monitor(Behalf.nonNull(o));
    return new Place(mutex, set(Hidden.Kind.MONITOR_WAITERS, mutex.object()));
  }

  private Place condition(Object lock, Object condition) throws Stop {
    int set = set(Hidden.Kind.CONDITION_WAITERS, monitors.monitor(condition).object());
    return new Place(Mutex.lock(monitors.monitor(lock).object()), set);
  }

  private int set(Hidden.Kind kind, int object) {
    return locations.hidden(new Hidden(kind, object), long.class);
  }

  // ---- monitors

  /**
   * Waits to be notified.
   *
   * @param spuriously whether it may also return for no reason
   */
  public void await(Object o, boolean spuriously) throws Stop, InterruptedException {
    refuseInSetup("calls java.lang.Object.wait");
    awaitAt(monitor(o), spuriously, true);
  }

  /**
   * Waits to be notified, or in vain.
   *
   * @param spuriously whether it may also return for no reason
   */
  public void awaitNanos(Object o, long nanos, boolean spuriously)
      throws Stop, InterruptedException {
    if (run.isRunning()) {
      if (!awaitNanosAt(monitor(o), nanos, spuriously) && spuriously) {
        early.waited();
      }
    } else {
      awaitNobody("calls java.lang.Object.wait", Mutex.Kind.MONITOR, o, nanos);
    }
  }

  public void signal(Object o) throws Stop {
    if (run.isRunning()) {
      signalAt(monitor(o));
    } else {
      signalNobody(Mutex.Kind.MONITOR, o);
    }
  }

  public void signalAll(Object o) throws Stop {
    if (run.isRunning()) {
      signalAllAt(monitor(o));
    } else {
      signalNobody(Mutex.Kind.MONITOR, o);
    }
  }

  // ---- conditions

  /** From now on who waits at a condition is, or is not, one who goes on waiting anyway. */
  public void insist(boolean goesOn) {
    insists = goesOn;
  }

  /**
   * Waits to be signalled; or, unless it would go on waiting, for no reason.
   *
   * @param interruptibly whether an interrupt ends it
   */
  public void await(Object lock, Object condition, boolean interruptibly)
      throws Stop, InterruptedException {
    refuseInSetup("calls java.util.concurrent.locks.Condition.await");
    awaitAt(condition(lock, condition), !insists, interruptibly);
  }

  /** Waits to be signalled, or in vain; returns whether it was signalled. */
  public boolean awaitNanos(Object lock, Object condition, long nanos)
      throws Stop, InterruptedException {
    if (run.isRunning()) {
      boolean signalled = awaitNanosAt(condition(lock, condition), nanos, !insists);
      if (!signalled && !insists) {
        early.waitedAndIsTold();
      }
      return signalled;
    }
    awaitNobody(
        "calls java.util.concurrent.locks.Condition.awaitNanos", Mutex.Kind.LOCK, lock, nanos);
    return false;
  }

  public void signal(Object lock, Object condition) throws Stop {
    if (run.isRunning()) {
      signalAt(condition(lock, condition));
    } else {
      signalNobody(Mutex.Kind.LOCK, lock);
    }
  }

  public void signalAll(Object lock, Object condition) throws Stop {
    if (run.isRunning()) {
      signalAllAt(condition(lock, condition));
    } else {
      signalNobody(Mutex.Kind.LOCK, lock);
    }
  }

  // ---- both

  /** In setup nobody notifies. */
  private void awaitNobody(String what, Mutex.Kind kind, Object lock, long nanos) throws Stop {
    parking.refuseInCompany(what);
    signalNobody(kind, lock);
    clock.passes(nanos);
  }

  /** In setup nobody waits. */
  private void signalNobody(Mutex.Kind kind, Object lock) {
    if (inSetup.count(kind, Behalf.nonNull(lock)) == 0) {
      throw Behalf.notOwner(kind);
    }
  }

  private void refuseInSetup(String what) throws Stop {
    if (!run.isRunning()) {
      refusals.refuseIf(what);
    }
  }

  private long me() throws Stop {
    int thread = run.memory().thread();
    if (thread >= MOST) {
      throw refusals.refuse("waits, and is one of more than " + MOST + " threads");
    }
    return 1L << thread;
  }

  private long waiting(Place at) throws Stop {
    return accesses.read(at.set, Access.OPAQUE_READ);
  }

  private void waiting(Place at, long threads) throws Stop {
    accesses.write(at.set, Access.OPAQUE_WRITE, threads);
  }

  private void awaitAt(Place at, boolean spuriously, boolean interruptibly)
      throws Stop, InterruptedException {
    monitors.refuseOthers(at.mutex);
    if (interruptibly) {
      parking.throwIfInterrupted();
    }
    if (spuriously && accesses.choose(Access.WAKE)) {
      monitors.comeBack(at.mutex, monitors.leave(at.mutex));
      return;
    }
    long me = me();
    waiting(at, waiting(at) | me);
    int count = monitors.leave(at.mutex);
    boolean interrupted = false;
    while (!interrupted && (waiting(at) & me) != 0) {
      interrupted = interruptibly && parking.isMeInterrupted();
      if (!interrupted) {
        run.memory().await();
      }
    }
    monitors.comeBack(at.mutex, count);
    if (interruptibly && !interrupted) {
      parking.returnsNotified();
    }
    if (interrupted && !leaves(at, me)) {
      parking.returnsNotified();
      return; // somebody has notified it in the meantime: the interrupt is for later
    }
    if (interrupted) {
      parking.throwIfInterrupted();
    }
  }

  /**
   * Who was in the set for a while and is not any more, as nobody has notified it, has changed
   * nothing for the others: whom they have notified instead they may have without it, too. So a
   * turn of a loop that waits in vain is a wait.
   */
  private boolean awaitNanosAt(Place at, long nanos, boolean spuriously)
      throws Stop, InterruptedException {
    if (clock.isForEver(nanos)) {
      awaitAt(at, spuriously, true);
      return true;
    }
    monitors.refuseOthers(at.mutex);
    parking.throwIfInterrupted();
    long me = me();
    run.memory().write(at.set, Access.OPAQUE_WRITE, waiting(at) | me);
    monitors.comeBack(at.mutex, monitors.leave(at.mutex));
    loops.left(at.mutex);
    long waiting = waiting(at);
    if ((waiting & me) == 0) {
      accesses.unshared();
      parking.returnsNotified();
      return true;
    }
    run.memory().write(at.set, Access.OPAQUE_WRITE, waiting & ~me);
    parking.throwIfInterrupted();
    clock.passes(nanos);
    return false;
  }

  /** Whether a thread, which holds the monitor, is still in the set; it then leaves it. */
  private boolean leaves(Place at, long me) throws Stop {
    long waiting = waiting(at);
    if ((waiting & me) != 0) {
      waiting(at, waiting & ~me);
    }
    return (waiting & me) != 0;
  }

  /** Any of them may be the one. */
  private void signalAt(Place at) throws Stop {
    monitors.refuseOthers(at.mutex);
    long waiting = waiting(at);
    long left = waiting;
    while (left != 0) {
      long one = Long.lowestOneBit(left);
      left &= ~one;
      if (left == 0 || !accesses.choose(Access.LOT)) {
        waiting(at, waiting & ~one);
        return;
      }
    }
  }

  private void signalAllAt(Place at) throws Stop {
    monitors.refuseOthers(at.mutex);
    if (waiting(at) != 0) {
      waiting(at, 0);
    }
  }
}
