// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/** Array elements as locations. Elements out of bounds are left for the JVM to complain about. */
public final class Elements {
  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final Initializers initializers;
  private final InterruptLine interrupts;

  public Elements(
      Run run,
      Identity identity,
      Locations locations,
      References references,
      Accesses accesses,
      Initializers initializers,
      InterruptLine interrupts) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.initializers = initializers;
    this.interrupts = interrupts;
  }

  /** The location of an element; -1 for an array that only the running thread can have. */
  public int location(Object array, int index) throws Stop {
    int id = identity.known(array);
    if (id < 0 && identity.isLocal(array) || references.isOfEpilogue(array)) {
      return -1;
    }
    int owner = references.owner(array);
    references.refuseGiven(owner);
    return locations.element(owner, array, index);
  }

  public void element(Object array, int index) throws Stop {
    element(array, index, Access.PLAIN_READ);
  }

  /** The same of a reference that is not known before what it leads to. */
  public void link(Object array, int index) throws Stop {
    element(array, index, Access.ACQUIRE_READ);
  }

  private void element(Object array, int index, int access) throws Stop {
    if (run.isRunning() && has(array, index)) {
      int location = location(array, index);
      if (location >= 0) {
        Class<?> type = array.getClass().getComponentType();
        int owner = identity.known(array);
        interrupts.before(location, access);
        Array.set(array, index, accesses.load(owner, null, type, location, access));
      }
    } else if (has(array, index)) {
      initializers.readsElement(array, index);
    }
  }

  public void touchElement(Object array, int index) throws Stop {
    if (run.isRunning() && has(array, index)) {
      int location = location(array, index);
      if (location >= 0) {
        interrupts.before(location, Access.PLAIN_WRITE);
      }
    } else if (has(array, index)) {
      initializers.writesElement(array, index);
    }
  }

  private static boolean has(Object array, int index) {
    return array != null && index >= 0 && index < Array.getLength(array);
  }

  public void storedElement(Object array, int index) throws Stop {
    int location = run.isRunning() ? location(array, index) : -1;
    if (location >= 0) {
      Class<?> type = array.getClass().getComponentType();
      accesses.store(location, type, Access.PLAIN_WRITE, Array.get(array, index));
    } else {
      accesses.unshared();
    }
  }

  public void arraycopy(Object from, int at, Object to, int into, int n) throws Stop {
    if (run.isWatching() && fits(from, at, n) && fits(to, into, n) && alike(from, to)) {
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
      if (!run.isWatching() && n > 0 && fits(from, at, n) && fits(to, into, n)) {
        initializers.readsElement(from, at);
        initializers.writesElement(to, into);
      }
      Behalf.arraycopy(from, at, to, into, n);
    }
  }

  /**
   * Writes what no thread has, one character after the other.
   *
   * @param at where in the array, in which there is room for all
   */
  public void write(char[] text, char[] to, int at) throws Stop {
    for (int i = 0; i < text.length; i++) {
      touchElement(to, at + i);
      to[at + i] = text[i];
      storedElement(to, at + i);
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
}
