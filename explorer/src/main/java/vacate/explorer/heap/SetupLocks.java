// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where setup has entered the monitors and locks that it holds, or a class initialiser: nobody else
 * wants them then.
 */
public final class SetupLocks {
  private final Map<Mutex.Kind, Map<Object, Deque<Site>>> entered = new EnumMap<>(Mutex.Kind.class);
  private final Refusals refusals;

  public SetupLocks(Refusals refusals) {
    this.refusals = refusals;
    for (Mutex.Kind kind : Mutex.Kind.values()) {
      entered.put(kind, new IdentityHashMap<>());
    }
  }

  void take(Mutex.Kind kind, Object o) {
    entered.get(kind).computeIfAbsent(o, k -> new ArrayDeque<>()).push(Site.here());
  }

  public void leave(Mutex.Kind kind, Object o) {
    if (count(kind, o) == 0) {
      throw Behalf.notOwner(kind);
    }
    entered.get(kind).get(o).pop();
  }

  public int count(Mutex.Kind kind, Object o) {
    Deque<Site> sites = entered.get(kind).get(o);
    return sites == null ? 0 : sites.size();
  }

  /** Whether any is held now. */
  boolean areHeld() {
    return entered.values().stream()
        .anyMatch(kind -> kind.values().stream().anyMatch(sites -> !sites.isEmpty()));
  }

  /** A thread that has ended still holds it: no actor can be that thread. */
  public void refuseHeld() {
    for (Map<Object, Deque<Site>> kind : entered.values()) {
      for (Deque<Site> sites : kind.values()) {
        if (!sites.isEmpty()) {
          throw refusals.poison("setup keeps a monitor, at " + sites.peekLast());
        }
      }
    }
  }
}
