// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
  private final Map<Integer, Integer> held = new HashMap<>();

  Monitors(Machine machine, Locations locations) {
    this.machine = machine;
    this.locations = locations;
  }

  void startRun() {
    held.clear();
  }

  int holdCount(Object lock) {
    return held.getOrDefault(lock(machine.identity.known(lock)), 0);
  }

  void enter(Object o) throws Stop {
    while (!tryEnter(id(o))) {
      machine.recorder().await();
    }
  }

  void lock(Object lock) throws Stop {
    while (!tryLock(lock)) {
      machine.recorder().await();
    }
  }

  boolean tryLock(Object lock) throws Stop {
    return tryEnter(lock(id(lock)));
  }

  private int id(Object o) throws Stop {
    machine.references().compared(Objects.requireNonNull(o), o);
    return (int) machine.references().reference(o, false);
  }

  /** A lock is not the monitor of the object that it is. */
  private static int lock(int id) {
    return ~id;
  }

  private boolean tryEnter(int id) throws Stop {
    int count = held.getOrDefault(id, 0);
    if (count == 0) {
      int location = locations.monitor(id);
      if (machine.recorder().read(location, TRY) != 0) {
        return false;
      }
      machine.write(location, TAKE, 1);
    }
    held.put(id, count + 1);
    return true;
  }

  void exit(Object o) throws Stop {
    exit(machine.identity.known(o));
  }

  void unlock(Object lock) throws Stop {
    exit(lock(machine.identity.known(lock)));
  }

  private void exit(int id) throws Stop {
    int count = held.getOrDefault(id, 0);
    if (count == 0) {
      throw new IllegalMonitorStateException("not the owner");
    }
    held.put(id, count - 1);
    if (count == 1) {
      machine.write(locations.monitor(id), Access.RELEASE_WRITE, 0);
    }
  }
}
