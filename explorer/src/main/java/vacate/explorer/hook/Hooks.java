// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.call.Enums;
import vacate.explorer.heap.Construction;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * What woven code calls at its own instructions: accesses, allocations, monitors, handlers and the
 * borders of class initialisers. Not for anyone else: public only because woven classes are the
 * users'.
 *
 * <p>Where no exploration runs, the hooks do what a replaced instruction did, as far as it matters
 * there: woven code of one thread at a time needs no monitors.
 */
public final class Hooks {
  private Hooks() {}

  // ---- fields, elements, objects

  public static void load(Object o, int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m) && o != null) {
      m.fields.load(o, m.slots.slot(ref));
    }
  }

  /** As {@link #load}, of a reference that is not known before what it leads to. */
  public static void loadLink(Object o, int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m) && o != null) {
      m.fields.loadLink(o, m.slots.slot(ref));
    }
  }

  public static void loadStatic(int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m)) {
      m.fields.load(null, m.slots.slot(ref));
    }
  }

  public static void touch(Object o, int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m) && o != null) {
      m.fields.touch(o, m.slots.slot(ref));
    }
  }

  public static void touchStatic(int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m)) {
      m.fields.touch(null, m.slots.slot(ref));
    }
  }

  public static void stored(Object o, int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m)) {
      m.fields.stored(o, m.slots.slot(ref));
    }
  }

  public static void storedStatic(int ref) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isWatching(m)) {
      m.fields.stored(null, m.slots.slot(ref));
    }
  }

  public static void element(Object array, int index) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.element(array, index);
    }
  }

  /** As {@link #element}, of a reference that is not known before what it leads to. */
  public static void link(Object array, int index) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.link(array, index);
    }
  }

  public static void touchElement(Object array, int index) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.touchElement(array, index);
    }
  }

  public static void storedElement(Object array, int index) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.storedElement(array, index);
    }
  }

  public static void allocated(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.allocations.allocated(o);
    }
  }

  public static void made(Object o) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkObjects.made(o);
    }
  }

  public static void constructed(Object o, Class<?> by) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.construction.ends(o, by);
    }
  }

  public static void comparedOrEqual(Object a, Object b) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.references.comparedOrEqual(a, b);
    }
  }

  public static void compared(Object a, Object b) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.references.compared(a, b);
    }
  }

  public static Object cloneArray(Object array) throws Stop {
    return VirtualMachine.current().clones.cloneArray(array);
  }

  public static Object cloneConstants(Object array) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? ((Object[]) array).clone() : m.clones.cloneConstants(array);
  }

  public static void cloning(Object original) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.clones.cloning(original);
    }
  }

  public static void cloned(Object copy) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.clones.cloned(copy);
    }
  }

  public static void enumInitialized(Class<?> type) {
    Enums.keepConstants(type);
  }

  /** Code of a class begins that sees to it that the class is initialised. */
  public static void initializing(Class<?> type) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.initializers.needs(type);
    }
  }

  public static void enterInitializer(Class<?> type) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.initializers.enter(type);
    }
  }

  public static void leaveInitializer() {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.initializers.leave();
    }
  }

  public static void failInitializer(Throwable t, Class<?> type) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.initializers.fail(type, t);
    }
  }

  // ---- monitors, exceptions, lambdas

  public static void monitorEnter(Object o) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors.enter(o));
    }
  }

  public static void monitorExit(Object o) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors.exit(o));
    }
  }

  /**
   * Enters the monitor of a throwable that fills in its trace, unless it is being made: nobody else
   * knows it then, not even by a number.
   */
  public static void wholeEnter(Object thrown) {
    if (!Construction.isOfThrowable()) {
      monitorEnter(thrown);
    }
  }

  public static void wholeExit(Object thrown) {
    if (!Construction.isOfThrowable()) {
      monitorExit(thrown);
    }
  }

  public static void letStopThrough(Throwable t) throws Stop {
    if (t instanceof Stop stop) {
      throw stop;
    }
    if (t instanceof Refused || t instanceof NotDeterministic) {
      throw (RuntimeException) t;
    }
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.refusals.caught(t);
      m.throwables.caught(t);
    }
  }

  /** What a lambda has captured, as the running thread knows it. */
  public static Object captured(Object o) {
    VirtualMachine m = VirtualMachine.current();
    return VirtualMachine.isRunning(m) ? m.identity.current(o) : o;
  }
}
