// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import vacate.explorer.search.Refused;

/**
 * Class initialisers that an actor sets off. They run in the heap, once for all executions: right
 * only while nobody can tell when, so for the class's own static fields and the objects it makes.
 * What else it uses must be no location of an actor, before or after.
 */
final class Initializers {
  private final Machine machine;
  private final Deque<Class<?>> active = new ArrayDeque<>();

  /** The class whose initialiser made an object. */
  private final Map<Object, Class<?>> makers = new IdentityHashMap<>();

  Initializers(Machine machine) {
    this.machine = machine;
  }

  void startRun() {
    active.clear();
  }

  boolean isActive() {
    return !active.isEmpty();
  }

  void enter(Class<?> type) {
    active.push(type);
  }

  void leave() {
    active.pop();
  }

  void made(Object o) {
    if (isActive()) {
      makers.put(o, active.peek());
    }
  }

  void uses(Object o, Slot slot) {
    if (!isActive() || slot.owner == active.peek() && slot.isStatic || isOwn(o)) {
      return;
    }
    if (slot.isFinal) { // is what it is, but for one that a class further out has not set yet
      if (slot.isStatic && active.contains(slot.owner)) {
        throw refusal(slot.name);
      }
    } else if (!machine.locations().avoid(id(o), slot)) {
      throw refusal(slot.name);
    }
  }

  void usesElement(Object array, int index) {
    if (isActive() && !isOwn(array) && !machine.locations().avoidElement(id(array), index)) {
      throw refusal("of an array");
    }
  }

  /** A lock could be held by another actor, and would have to be waited for. */
  void locks(Object o) {
    if (isActive() && !isOwn(o)) {
      throw machine.poison("a class initialiser that enters a shared monitor");
    }
  }

  private boolean isOwn(Object o) {
    return o != null && makers.get(o) == active.peek();
  }

  private int id(Object o) {
    return o == null ? 0 : machine.identity.initial(o);
  }

  private Refused refusal(String field) {
    return machine.poison("a class initialiser that uses the shared field " + field);
  }
}
