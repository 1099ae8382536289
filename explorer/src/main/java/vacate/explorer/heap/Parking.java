// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import java.util.Optional;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * {@code LockSupport} and interrupts of threads. To give a permit happens before to take it. Nobody
 * says so; but a thread that takes one cannot tell that from having returned for no reason, and may
 * then have seen anything. An interrupt happens before whatever notices it (JLS 17.4.4).
 */
public final class Parking {
  private static final int TRY = Access.ACQUIRE_READ | Access.UPDATE;
  private static final int TAKE = Access.RELEASE_WRITE | Access.UPDATE | Access.ACQUIRE;

  private final Run run;
  private final ThreadTokens threads;
  private final Locations locations;
  private final Accesses accesses;
  private final Clock clock;
  private final EarlyReturns early;
  private final InterruptLine interrupts;
  private final Refusals refusals;

  /**
   * Threads that have returned from a wait because somebody has notified them, in any execution.
   */
  private final BitSet notified = new BitSet();

  /** Threads that somebody has interrupted. */
  private final BitSet interrupted = new BitSet();

  /** Whether a class initialiser that an actor would set off has asked whether it is. */
  private boolean asked;

  public Parking(
      Run run,
      ThreadTokens threads,
      Locations locations,
      Accesses accesses,
      Clock clock,
      EarlyReturns early,
      InterruptLine interrupts,
      Refusals refusals) {
    this.run = run;
    this.threads = threads;
    this.locations = locations;
    this.accesses = accesses;
    this.clock = clock;
    this.early = early;
    this.interrupts = interrupts;
    this.refusals = refusals;
  }

  private int permit(int thread) {
    return locations.hidden(new Hidden(Hidden.Kind.PERMIT, thread), int.class);
  }

  private int flag(int thread) {
    return locations.hidden(new Hidden(Hidden.Kind.INTERRUPTED, thread), int.class);
  }

  private int me() throws Stop {
    return threads.id(threads.current());
  }

  private int id(Thread thread) throws Stop {
    int id = threads.id(Behalf.nonNull(thread));
    if (id < 0) {
      throw refusals.refuse("a thread that is no actor");
    }
    return id;
  }

  /** Takes a lock, unless it is interrupted while it waits. */
  public void lock(Monitors monitors, Object lock) throws Stop, InterruptedException {
    throwIfInterrupted();
    while (!monitors.tryLock(lock)) {
      throwIfInterrupted();
      run.memory().await();
    }
  }

  private void refuseInSetup(String what) throws Stop {
    if (!run.isRunning()) {
      refusals.refuseIf(what);
    }
  }

  /** What threads that setup has started may end, it waits for as a thread of the program. */
  void refuseInCompany(String what) throws Stop {
    if (run.hasCompany()) {
      refuseInSetup(what);
    }
  }

  /**
   * Waits for the running thread's permit, or an interrupt.
   *
   * @param spuriously whether it may also return for no reason
   */
  public void park(boolean spuriously) throws Stop {
    refuseInSetup("calls java.util.concurrent.locks.LockSupport.park");
    if (spuriously && accesses.choose(Access.WAKE)) {
      return;
    }
    awaitPermit();
  }

  private void awaitPermit() throws Stop {
    while (!takesPermit() && !isMeInterrupted()) {
      run.memory().await();
    }
  }

  /**
   * Waits as long as it takes, or in vain: whoever comes later in between has the permit then or
   * not.
   *
   * @param spuriously whether it may also return for no reason
   */
  public void parkNanos(long nanos, boolean spuriously) throws Stop {
    refuseInCompany("calls java.util.concurrent.locks.LockSupport.parkNanos");
    if (!run.isRunning()) {
      clock.passes(nanos); // nobody could have given a permit
    } else if (clock.isForEver(nanos)) {
      park(spuriously);
    } else if (nanos > 0 && !takesPermit() && !isMeInterrupted()) {
      if (spuriously) {
        early.waited();
      }
      clock.passes(nanos);
    }
  }

  private boolean takesPermit() throws Stop {
    int permit = permit(me());
    interrupts.point();
    if (accesses.read(permit, TRY) == 0) {
      return false;
    }
    accesses.write(permit, TAKE, 0);
    return true;
  }

  /** Gives a thread its permit; null is none. */
  public void unpark(Thread thread) throws Stop {
    if (thread == null) {
      return;
    }
    refuseInSetup("calls java.util.concurrent.locks.LockSupport.unpark");
    int permit = permit(id(thread));
    interrupts.point();
    accesses.read(permit, TRY);
    accesses.write(permit, TAKE, 1);
  }

  // ---- interrupts

  public void interrupt(Thread thread) throws Stop {
    refuseInSetup("calls java.lang.Thread.interrupt");
    int flag = flag(id(thread));
    if (threads.isSetup(thread)) { // an actor may be that thread
      throw refusals.refuse("interrupts the thread that runs setup");
    }
    if (asked) { // it may be that thread's turn to initialise the class
      throw refusals.refuse("interrupts a thread, for which a class initialiser has asked");
    }
    interrupted.set(id(thread));
    interrupts.point();
    accesses.write(flag, Access.RELEASE_WRITE, 1);
  }

  /** The running thread has been notified, and returns normally from a wait that one could end. */
  void returnsNotified() throws Stop {
    notified.set(me());
  }

  /**
   * What a verdict rests on that JLS 17.2.4 leaves open: of an interrupt and a notification either
   * may count.
   */
  public Optional<String> assumption() {
    return notified.intersects(interrupted)
        ? Optional.of("who is notified, and interrupted then, returns normally")
        : Optional.empty();
  }

  public boolean isInterrupted(Thread thread) throws Stop {
    if (!run.isRunning()) {
      asked |= run.isInitializing();
      if (run.hasCompany()) { // a thread may interrupt itself
        refusals.refuseIf("calls java.lang.Thread.isInterrupted");
      }
      return false;
    }
    int flag = flag(id(thread));
    interrupts.point();
    return accesses.read(flag, Access.ACQUIRE_READ) != 0;
  }

  /** Whether a thread that waits was interrupted by now, of which who asks learns nothing. */
  boolean hasInterrupted(Thread waits) throws Stop {
    return accesses.read(flag(id(waits)), Access.OPAQUE_READ) != 0;
  }

  /** Whether the running thread is interrupted, which it then is no more. */
  public boolean interrupted() throws Stop {
    asked |= run.isInitializing();
    boolean interrupted = run.isRunning() && isMeInterrupted();
    if (interrupted) {
      accesses.write(flag(me()), Access.RELEASE_WRITE, 0);
    }
    return interrupted;
  }

  /** Time passes, unless the thread is interrupted. */
  public void sleep(long nanos) throws Stop, InterruptedException {
    if (interrupted()) {
      throw Behalf.interruptedAsleep();
    }
    clock.passes(nanos);
  }

  /** Whether the running thread is interrupted. */
  public boolean isMeInterrupted() throws Stop {
    return isInterrupted(threads.current());
  }

  /** The running thread is about to wait in a way that an interrupt ends. */
  public void throwIfInterrupted() throws Stop, InterruptedException {
    if (interrupted()) {
      throw Behalf.interrupted();
    }
  }
}
