// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/** Array elements as locations. Elements out of bounds are left for the JVM to complain about. */
final class Elements {
  private final Machine machine;
  private final Identity identity;
  private final Locations locations;
  private final References references;

  Elements(Machine machine, Locations locations) {
    this.machine = machine;
    this.identity = machine.identity;
    this.locations = locations;
    this.references = machine.references();
  }

  /** The location of an element; -1 for an array that only the running thread can have. */
  int location(Object array, int index) throws Stop {
    int id = identity.known(array);
    if (id < 0 && identity.isLocal(array) || machine.isLocal(array)) {
      return -1;
    }
    int owner = references.owner(array);
    references.refuseGiven(owner);
    return locations.element(owner, array, index);
  }

  void element(Object array, int index) throws Stop {
    if (machine.isRunning() && has(array, index)) {
      int location = location(array, index);
      if (location >= 0) {
        Class<?> type = array.getClass().getComponentType();
        long bits = machine.read(identity.known(array), null, type, location, Access.PLAIN_READ);
        Array.set(array, index, references.decode(type, bits));
      }
    } else if (has(array, index)) {
      machine.initializers().readsElement(array, index);
    }
  }

  void touchElement(Object array, int index) throws Stop {
    if (machine.isRunning() && has(array, index)) {
      location(array, index);
    } else if (has(array, index)) {
      machine.initializers().writesElement(array, index);
    }
  }

  private static boolean has(Object array, int index) {
    return array != null && index >= 0 && index < Array.getLength(array);
  }

  void storedElement(Object array, int index) throws Stop {
    int location = machine.isRunning() ? location(array, index) : -1;
    if (location >= 0) {
      Class<?> type = array.getClass().getComponentType();
      long bits = references.encode(type, Array.get(array, index));
      machine.write(location, Access.PLAIN_WRITE, bits);
    } else {
      machine.loops().effect();
    }
  }

  void arraycopy(Object from, int at, Object to, int into, int n) throws Stop {
    if (machine.isWatching() && fits(from, at, n) && fits(to, into, n) && alike(from, to)) {
      Object[] copied = new Object[n];
      for (int i = 0; i < n; i++) {
        element(from, at + i);
        copied[i] = Array.get(from, at + i);
      }
      for (int i = 0; i < n; i++) {
        touchElement(to, into + i);
        if (to instanceof Object[]) {
          Behalf.arraycopy(copied, i, to, into + i, 1); // may complain; what came before stays
        } else {
          Array.set(to, into + i, copied[i]);
        }
        storedElement(to, into + i);
      }
    } else {
      Behalf.arraycopy(from, at, to, into, n);
    }
  }

  private static boolean fits(Object array, int at, int n) {
    return array != null
        && array.getClass().isArray()
        && at >= 0
        && n >= 0
        && n <= Array.getLength(array) - at;
  }

  /** Whether elements can be copied at all: of the same primitive type, or references. */
  private static boolean alike(Object from, Object to) {
    return from instanceof Object[] && to instanceof Object[] || from.getClass() == to.getClass();
  }

  /** Nobody can write what an enum keeps of its constants, so reading it is no event. */
  Object cloneConstants(Object array) throws Stop {
    Object[] copy = ((Object[]) array).clone();
    references.cloned(copy);
    for (int i = 0; i < copy.length; i++) {
      storedElement(copy, i);
    }
    return copy;
  }

  Object cloneArray(Object array) throws Stop {
    int n = Array.getLength(Behalf.nonNull(array));
    Object copy = Array.newInstance(array.getClass().getComponentType(), n);
    references.allocated(copy);
    arraycopy(array, 0, copy, 0, n);
    return copy;
  }
}
