// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  private static final Deque<Site> NOT_HELD = new ArrayDeque<>();

  private final Machine machine;
  private final Locations locations;
  private final Map<Integer, Integer> held = new HashMap<>();

  /** Where setup has entered what it holds, or a class initialiser: nobody else wants it then. */
  private final Map<Object, Deque<Site>> heldInSetup = new IdentityHashMap<>();

  Monitors(Machine machine, Locations locations) {
    this.machine = machine;
    this.locations = locations;
  }

  void startRun() {
    held.clear();
  }

  int holdCount(Object o) {
    return machine.isRunning()
        ? held.getOrDefault(machine.identity.known(o), 0)
        : heldInSetup.getOrDefault(o, NOT_HELD).size();
  }

  /** A thread that has ended still holds it: no actor can be that thread. */
  void refuseHeldInSetup() {
    for (Deque<Site> sites : heldInSetup.values()) {
      if (!sites.isEmpty()) {
        throw machine.poison("setup keeps a monitor, at " + sites.peekLast());
      }
    }
  }

  void enter(Object o) throws Stop {
    while (!tryEnter(o)) {
      machine.recorder().await();
    }
  }

  boolean tryEnter(Object o) throws Stop {
    if (!machine.isRunning()) {
      machine.initializers().locks(Objects.requireNonNull(o));
      heldInSetup.computeIfAbsent(o, k -> new ArrayDeque<>()).push(Site.here());
      return true;
    }
    machine.references().compared(Objects.requireNonNull(o), o);
    int id = (int) machine.references().reference(o, false);
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
    int id = machine.identity.known(o);
    int count = holdCount(o);
    if (count == 0) {
      throw new IllegalMonitorStateException("not the owner");
    }
    if (!machine.isRunning()) {
      heldInSetup.get(o).pop();
      return;
    }
    held.put(id, count - 1);
    if (count == 1) {
      machine.write(locations.monitor(id), Access.RELEASE_WRITE, 0);
    }
  }
}
