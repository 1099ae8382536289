// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * Monitors as locations: entering the first time is a read-modify-write with acquire, free to
 * owned; leaving the last time a release write. Entering again is no event.
 */
final class Monitors {
  private static final int TRY = Access.ACQUIRE_READ | Access.UPDATE;
  private static final int TAKE = Access.OPAQUE_WRITE | Access.UPDATE | Access.ACQUIRE;

  private final Machine machine;
  private final Locations locations;

  /** How often the running thread has entered what; replaced, and never changed. */
  private Map<Mutex, Integer> held = Map.of();

  /** Where setup has entered what it holds, or a class initialiser: nobody else wants it then. */
  private final Map<Object, Deque<Site>> monitorsInSetup = new IdentityHashMap<>();

  private final Map<Object, Deque<Site>> locksInSetup = new IdentityHashMap<>();

  Monitors(Machine machine, Locations locations) {
    this.machine = machine;
    this.locations = locations;
  }

  void startRun() {
    held = Map.of();
  }

  Map<Mutex, Integer> held() {
    return held;
  }

  private void hold(Mutex mutex, int count) {
    Map<Mutex, Integer> changed = new HashMap<>(held);
    if (count == 0) {
      changed.remove(mutex);
    } else {
      changed.put(mutex, count);
    }
    held = changed;
  }

  /** How often the running thread has taken a lock. */
  int holdCount(Object lock) {
    return machine.isRunning()
        ? held.getOrDefault(Mutex.lock(machine.identity.known(lock)), 0)
        : locksInSetup.getOrDefault(lock, new ArrayDeque<>()).size();
  }

  /** A thread that has ended still holds it: no actor can be that thread. */
  void refuseHeldInSetup() {
    for (Map<Object, Deque<Site>> kind : List.of(monitorsInSetup, locksInSetup)) {
      for (Deque<Site> sites : kind.values()) {
        if (!sites.isEmpty()) {
          throw machine.refusals().poison("setup keeps a monitor, at " + sites.peekLast());
        }
      }
    }
  }

  void enter(Object o) throws Stop {
    if (!machine.isRunning()) {
      takeInSetup(monitorsInSetup, o);
      return;
    }
    while (!tryEnter(Mutex.monitor(id(o)))) {
      machine.memory().await();
    }
  }

  void lock(Object lock) throws Stop {
    while (!tryLock(lock)) {
      machine.memory().await();
    }
  }

  boolean tryLock(Object lock) throws Stop {
    if (!machine.isRunning()) {
      takeInSetup(locksInSetup, lock);
      return true;
    }
    return tryEnter(Mutex.lock(id(lock)));
  }

  void exit(Object o) throws Stop {
    if (machine.isRunning()) {
      exit(Mutex.monitor(machine.identity.known(o)));
    } else {
      leaveInSetup(monitorsInSetup, o);
    }
  }

  void unlock(Object lock) throws Stop {
    if (machine.isRunning()) {
      exit(Mutex.lock(machine.identity.known(lock)));
    } else {
      leaveInSetup(locksInSetup, lock);
    }
  }

  private void takeInSetup(Map<Object, Deque<Site>> kind, Object o) {
    machine.initializers().locks(Behalf.nonNull(o));
    kind.computeIfAbsent(o, k -> new ArrayDeque<>()).push(Site.here());
  }

  private static void leaveInSetup(Map<Object, Deque<Site>> kind, Object o) {
    Deque<Site> sites = kind.get(o);
    if (sites == null || sites.isEmpty()) {
      throw Behalf.notOwner();
    }
    sites.pop();
  }

  private int id(Object o) throws Stop {
    machine.references().compared(Behalf.nonNull(o), o);
    return (int) machine.references().reference(o, false);
  }

  private boolean tryEnter(Mutex mutex) throws Stop {
    int count = held.getOrDefault(mutex, 0);
    if (count == 0) {
      int location = locations.mutex(mutex);
      if (machine.memory().read(location, TRY) != 0) {
        return false;
      }
      write(mutex, TAKE, 1);
    }
    hold(mutex, count + 1);
    return true;
  }

  private void exit(Mutex mutex) throws Stop {
    int count = held.getOrDefault(mutex, 0);
    if (count == 0) {
      throw Behalf.notOwner();
    }
    hold(mutex, count - 1);
    if (count == 1) {
      write(mutex, Access.RELEASE_WRITE, 0);
    }
  }

  /**
   * Whoever enters a monitor can see that others have it only by waiting for it. So a turn of a
   * loop that enters and leaves one has no effect by that; that a turn leaves what it has entered
   * is seen from {@link #held}. A lock can be tried.
   */
  private void write(Mutex mutex, int access, long value) throws Stop {
    if (mutex.kind() == Mutex.Kind.LOCK) {
      machine.write(locations.mutex(mutex), access, value);
    } else {
      machine.memory().write(locations.mutex(mutex), access, value);
    }
  }
}
