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
  private final Run run;
  private final Locations locations;
  private final Monitors monitors;
  private final Accesses accesses;
  private final Parking parking;
  private final Notifications notifications;
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
      StartedThreads started,
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
    notifications = new Notifications(accesses, parking, started);
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

  private WaitSet monitor(Object o) throws Stop {
    Mutex mutex = monitors.monitor(Behalf.nonNull(o));
    return new WaitSet(mutex, set(Hidden.Kind.MONITOR_WAITERS, mutex.object()));
  }

  private WaitSet condition(Object lock, Object condition) throws Stop {
    int set = set(Hidden.Kind.CONDITION_WAITERS, monitors.monitor(condition).object());
    return new WaitSet(Mutex.lock(monitors.monitor(lock).object()), set);
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
      if (!awaitNanosAt(monitor(o), nanos, spuriously, Waiters.How.FOR_A_WHILE) && spuriously) {
        early.waited();
      }
    } else {
      awaitNobody("calls java.lang.Object.wait", Mutex.Kind.MONITOR, o, nanos);
    }
  }

  public void signal(Object o) throws Stop {
    if (run.isRunning()) {
      WaitSet at = monitor(o);
      monitors.refuseOthers(at.mutex());
      notifications.one(at);
    } else {
      signalNobody(Mutex.Kind.MONITOR, o);
    }
  }

  public void signalAll(Object o) throws Stop {
    if (run.isRunning()) {
      WaitSet at = monitor(o);
      monitors.refuseOthers(at.mutex());
      notifications.all(at);
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

  /** Who goes on waiting anyway, or finds what it waits for, is notified or not, it is the same. */
  private Waiters.How told() {
    return insists ? Waiters.How.INTERRUPTIBLY : Waiters.How.FOR_A_WHILE;
  }

  /** Waits to be signalled, or in vain; returns whether it was signalled. */
  public boolean awaitNanos(Object lock, Object condition, long nanos)
      throws Stop, InterruptedException {
    if (run.isRunning()) {
      boolean signalled = awaitNanosAt(condition(lock, condition), nanos, !insists, told());
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
      WaitSet at = condition(lock, condition);
      monitors.refuseOthers(at.mutex());
      notifications.one(at);
    } else {
      signalNobody(Mutex.Kind.LOCK, lock);
    }
  }

  public void signalAll(Object lock, Object condition) throws Stop {
    if (run.isRunning()) {
      WaitSet at = condition(lock, condition);
      monitors.refuseOthers(at.mutex());
      notifications.all(at);
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

  private int me() throws Stop {
    int thread = run.memory().thread();
    if (thread >= Waiters.MOST) {
      throw refusals.refuse("waits, and is one of more than " + Waiters.MOST + " threads");
    }
    return thread;
  }

  private Waiters waiters(WaitSet at) throws Stop {
    return new Waiters(accesses.read(at.location(), Access.OPAQUE_READ));
  }

  private void awaitAt(WaitSet at, boolean spuriously, boolean interruptibly)
      throws Stop, InterruptedException {
    monitors.refuseOthers(at.mutex());
    if (interruptibly) {
      parking.throwIfInterrupted();
    }
    boolean again = loops.leaves(at.mutex());
    if (spuriously && !again && accesses.choose(Access.WAKE)) {
      monitors.comeBack(at.mutex(), monitors.leave(at.mutex()));
      return;
    }
    int me = me();
    becomes(at, interruptibly ? Waiters.How.INTERRUPTIBLY : Waiters.How.REGARDLESS);
    int count = monitors.leave(at.mutex());
    boolean interrupted = false;
    while (!interrupted && waiters(at).how(me) != Waiters.How.NOT) {
      interrupted = interruptibly && parking.isMeInterrupted();
      if (!interrupted) {
        run.memory().await();
      }
    }
    monitors.comeBack(at.mutex(), count);
    if (interrupted && waiters(at).how(me) != Waiters.How.NOT) {
      becomes(at, Waiters.How.NOT);
      parking.throwIfInterrupted();
    } else if (interruptibly) {
      parking.returnsNotified(); // an interrupt is for later
    }
  }

  private void becomes(WaitSet at, Waiters.How how) throws Stop {
    becomesForNow(at, how);
    accesses.unshared();
  }

  private void becomesForNow(WaitSet at, Waiters.How how) throws Stop {
    long bits = waiters(at).with(me(), how).bits();
    run.memory().write(at.location(), Access.OPAQUE_WRITE, bits);
  }

  /**
   * Who was in the set for a while and is not any more, as nobody has notified it, has changed
   * nothing for the others: whom they have notified instead they may have without it, too. To wait
   * in vain once more after that, from just where it was, is to wait for longer.
   *
   * @param how {@link Waiters.How#FOR_A_WHILE}, or {@link Waiters.How#INTERRUPTIBLY} if it makes no
   *     difference whether it was notified or its time was up just before
   * @return whether it was notified
   */
  private boolean awaitNanosAt(WaitSet at, long nanos, boolean spuriously, Waiters.How how)
      throws Stop, InterruptedException {
    if (clock.isForEver(nanos)) {
      awaitAt(at, spuriously, true);
      return true;
    }
    monitors.refuseOthers(at.mutex());
    parking.throwIfInterrupted();
    boolean again = loops.leaves(at.mutex());
    becomesForNow(at, how);
    int count = monitors.leave(at.mutex());
    if (again) {
      run.memory().await();
    }
    boolean interrupted = parking.isMeInterrupted();
    monitors.comeBack(at.mutex(), count);
    Waiters.How end = waiters(at).how(me());
    if (end != how) {
      accesses.unshared();
    }
    if (end == Waiters.How.NOT) {
      parking.returnsNotified();
      return true;
    }
    becomesForNow(at, Waiters.How.NOT);
    if (end == Waiters.How.INTERRUPTED || interrupted && comesInTime(at, end)) {
      parking.throwIfInterrupted();
    }
    clock.passes(nanos);
    return false;
  }

  /**
   * Whether an interrupt has come before the time was up. Who waits at a monitor notices it also
   * when it comes later, but before the thread is back, as in OpenJDK; by JLS 17.2.1 it does not.
   */
  private boolean comesInTime(WaitSet at, Waiters.How end) throws Stop {
    boolean isTooLate = end == Waiters.How.TIME_IS_UP && at.mutex().kind() == Mutex.Kind.LOCK;
    return !isTooLate && !accesses.choose(Access.LATE);
  }
}
