// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * Monitors as locations: entering the first time is a read-modify-write with acquire, free to
 * owned; leaving the last time a release write. Entering again is no event.
 */
public final class Monitors {
  private static final int TRY = Access.ACQUIRE_READ | Access.UPDATE;
  private static final int TAKE = Access.OPAQUE_WRITE | Access.UPDATE | Access.ACQUIRE;

  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final Initializers initializers;
  private final SetupLocks inSetup;
  private final HoldCounts held;
  private final InterruptLine interrupts;

  public Monitors(
      Run run,
      Identity identity,
      Locations locations,
      References references,
      Accesses accesses,
      Initializers initializers,
      SetupLocks inSetup,
      HoldCounts held,
      InterruptLine interrupts) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.initializers = initializers;
    this.inSetup = inSetup;
    this.held = held;
    this.interrupts = interrupts;
  }

  /** How often the running thread has taken a lock. */
  public int holdCount(Object lock) {
    return run.isRunning()
        ? held.count(Mutex.lock(identity.known(lock)))
        : inSetup.count(Mutex.Kind.LOCK, lock);
  }

  /** Whether the running thread has the monitor of an object. */
  public boolean isEntered(Object o) {
    return run.isRunning()
        ? held.count(Mutex.monitor(identity.known(o))) > 0
        : inSetup.count(Mutex.Kind.MONITOR, o) > 0;
  }

  public void enter(Object o) throws Stop {
    if (!run.isRunning()) {
      takeInSetup(Mutex.Kind.MONITOR, o);
      return;
    }
    while (!tryEnter(Mutex.monitor(id(o)))) {
      run.memory().await();
    }
  }

  public void lock(Object lock) throws Stop {
    while (!tryLock(lock)) {
      run.memory().await();
    }
  }

  public boolean tryLock(Object lock) throws Stop {
    if (!run.isRunning()) {
      takeInSetup(Mutex.Kind.LOCK, lock);
      return true;
    }
    return tryEnter(Mutex.lock(id(lock)));
  }

  public void exit(Object o) throws Stop {
    if (run.isRunning()) {
      exit(Mutex.monitor(identity.known(o)));
    } else {
      inSetup.leave(Mutex.Kind.MONITOR, o);
    }
  }

  public void unlock(Object lock) throws Stop {
    if (run.isRunning()) {
      exit(Mutex.lock(identity.known(lock)));
    } else {
      inSetup.leave(Mutex.Kind.LOCK, lock);
    }
  }

  private void takeInSetup(Mutex.Kind kind, Object o) {
    initializers.locks(Behalf.nonNull(o));
    inSetup.take(kind, o);
  }

  private int id(Object o) throws Stop {
    references.compared(Behalf.nonNull(o), o);
    return (int) references.reference(o, false);
  }

  Mutex monitor(Object o) throws Stop {
    return Mutex.monitor(id(o));
  }

  /** Complains if the running thread does not hold it. */
  void refuseOthers(Mutex mutex) {
    if (held.count(mutex) == 0) {
      throw Behalf.notOwner(mutex.kind());
    }
  }

  /**
   * The running thread, which holds it, lets others in; returns how often it had entered it. To
   * leave and come back twice, with nothing done in between, is the same as once for longer, so
   * neither is an effect.
   */
  int leave(Mutex mutex) throws Stop {
    int count = held.count(mutex);
    interrupts.point();
    held.hold(mutex, 0);
    run.memory().write(locations.mutex(mutex), Access.RELEASE_WRITE, 0);
    return count;
  }

  /** Enters it again, so often at once. */
  void comeBack(Mutex mutex, int count) throws Stop {
    interrupts.point();
    int location = locations.mutex(mutex);
    while (run.memory().read(location, TRY) != 0) {
      run.memory().await();
    }
    run.memory().write(location, TAKE, 1);
    held.hold(mutex, count);
  }

  private boolean tryEnter(Mutex mutex) throws Stop {
    int count = held.count(mutex);
    if (count == 0) {
      int location = locations.mutex(mutex);
      interrupts.point();
      if (run.memory().read(location, TRY) != 0) {
        return false;
      }
      write(mutex, TAKE, 1);
    }
    held.hold(mutex, count + 1);
    return true;
  }

  private void exit(Mutex mutex) throws Stop {
    int count = held.count(mutex);
    if (count == 0) {
      throw Behalf.notOwner(mutex.kind());
    }
    if (count == 1) {
      interrupts.point();
    }
    held.hold(mutex, count - 1);
    if (count == 1) {
      write(mutex, Access.RELEASE_WRITE, 0);
    }
  }

  /**
   * Whoever enters a monitor can see that others have it only by waiting for it. So a turn of a
   * loop that enters and leaves one has no effect by that; that a turn leaves what it has entered
   * is seen from {@link HoldCounts}. A lock can be tried.
   */
  private void write(Mutex mutex, int access, long value) throws Stop {
    if (mutex.kind() == Mutex.Kind.LOCK) {
      accesses.write(locations.mutex(mutex), access, value);
    } else {
      run.memory().write(locations.mutex(mutex), access, value);
    }
  }
}
