// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import java.util.HashSet;
import java.util.Set;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * References as values: what an actor allocates, and what it may let others find. Refused is what
 * holds state that is not woven, and what is not constructed yet and has final fields.
 */
final class References {
  private final Machine machine;
  private final Identity identity;
  private final Chains chains;
  private final Functions functions;

  /** Objects whose constructor has not ended. */
  private final Set<Integer> unfinished = new HashSet<>();

  /** Of those, the constructors of superclasses that have ended. */
  private final Set<Ended> ended = new HashSet<>();

  private record Ended(int object, Class<?> constructor) {}

  References(Machine machine) {
    this.machine = machine;
    this.identity = machine.identity;
    this.chains = new Chains(identity, machine.loops());
    this.functions = new Functions(machine);
  }

  /** A thread starts from its beginning. */
  void startRun(Memory memory) {
    unfinished.clear();
    ended.clear();
    chains.startRun(memory);
    functions.startRun();
  }

  Chains chains() {
    return chains;
  }

  void allocated(Object o) throws Stop {
    if (!machine.isRunning()) {
      identity.initial(o);
      machine.initializers().made(o);
      return;
    }
    boolean array = o.getClass().isArray();
    int id = identity.allocated(o, array ? Array.getLength(o) : 0);
    if (array) {
      for (int i = 0; o instanceof Object[] nested && i < nested.length; i++) {
        if (nested[i] != null) { // an array of arrays comes filled
          allocated(nested[i]);
          machine.elements().storedElement(o, i);
        }
      }
    } else if (WeavingLoader.isWoven(o.getClass())) {
      unfinished.add(id);
      assignedEarly(o);
    }
  }

  /**
   * What constructors have assigned before they called the last one is in the heap, and is stored
   * now. No reference is out yet, so that it comes a little late costs at most what a fence among
   * the arguments of that constructor would have promised for a plain field: never an outcome.
   */
  private void assignedEarly(Object o) throws Stop {
    for (Slot slot : machine.slots().assignedEarly(o.getClass())) {
      Object value = slot.get(o);
      if (slot.isVolatile() || !isDefault(slot.type, value)) {
        machine.fields().stored(o, slot);
      }
    }
  }

  /** Whether a plain store of that value would be told from none. */
  private static boolean isDefault(Class<?> type, Object value) {
    return type.isPrimitive() ? Values.bits(type, value) == 0 : value == null;
  }

  /** As allocated, but no constructor will end, and what it refers to was there before. */
  void cloned(Object o) throws Stop {
    if (machine.isRunning()) {
      identity.allocated(o, o.getClass().isArray() ? Array.getLength(o) : 0);
    } else {
      allocated(o);
    }
  }

  void constructed(Object o, Class<?> by) throws Stop {
    if (!machine.isRunning()) {
      return;
    }
    int id = identity.known(o);
    if (!machine.isAlone() && identity.isMine(id) && declaresFinalReference(by)) {
      chains.freeze(id, by);
    }
    if (o.getClass() == by) {
      unfinished.remove(id);
    } else {
      ended.add(new Ended(id, by));
    }
  }

  /**
   * Whether a final field of an object may be assigned: its constructor has not ended. Afterwards
   * no freeze would follow, and class files of before Java 9 may do it.
   */
  boolean mayAssign(int id, Slot slot) {
    return unfinished.contains(id) && !ended.contains(new Ended(id, slot.owner));
  }

  /** The id of an object whose fields or elements are accessed. */
  int owner(Object o) throws Stop {
    int id = identity.known(o);
    if (id < 0) {
      throw machine
          .refusals()
          .refuse("an object of " + o.getClass().getName() + " of unknown origin");
    }
    return id;
  }

  /** The bits of a value that is about to be stored. */
  long encode(Class<?> type, Object value) throws Stop {
    if (type.isPrimitive()) {
      return Values.bits(type, value);
    }
    return reference(value, true);
  }

  /** The bits of a reference; with {@code publish}, others may find the object from now on. */
  long reference(Object value, boolean publish) throws Stop {
    int id = identity.known(value);
    if (id < 0) {
      if (!machine.isAlone() && !Functions.isFunction(value)) {
        throw machine
            .refusals()
            .refuse(
                "the reference to a " + value.getClass().getName() + " made by an actor is shared");
      }
      id = identity.published(value, machine.memory().position());
    }
    if (publish && !machine.isAlone() && identity.isMine(id) && Functions.isFunction(value)) {
      publishParts(id, value);
    }
    if (publish) {
      if (unfinished.contains(id) && hasFinals(value.getClass())) {
        throw machine
            .refusals()
            .refuse("a constructor of " + value.getClass().getName() + " lets this escape");
      }
      if (!machine.isAlone() && !identity.isInitial(id) && hasHiddenState(value.getClass())) {
        throw machine
            .refusals()
            .refuse("a " + value.getClass().getName() + " made by an actor is shared");
      }
      refuseGiven(id);
      identity.publish(id);
    }
    return id;
  }

  /** What the JDK has done, or will do, to an array that it was given goes unseen. */
  void refuseGiven(int id) throws Stop {
    if (identity.isGiven(id)) {
      throw machine.refusals().refuse("uses an array that the JDK was given before");
    }
  }

  /** References are compared; refused where the answer is not known. */
  void compared(Object a, Object b) throws Stop {
    if (Copies.areAlike(a, b) || isKept(a) || isKept(b)) {
      throw machine
          .refusals()
          .refuse("relies on the identity of a " + (a == null ? b : a).getClass().getName());
    }
  }

  /** Whether an object is one of an earlier run, as only a function of the JDK gives it away. */
  boolean isKept(Object o) {
    return identity.current(o) != o;
  }

  /** Who finds a function finds what it holds. */
  private void publishParts(int id, Object function) throws Stop {
    for (Object part : functions.parts(function)) {
      identity.captured(id, part, (int) reference(part, true));
    }
  }

  /** Whether a woven class inherits fields from one that is not, as an exception its message. */
  private static boolean hasHiddenState(Class<?> type) {
    return Throwable.class.isAssignableFrom(type);
  }

  private boolean hasFinals(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (machine.program().fields().finals(c).findAny().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean declaresFinalReference(Class<?> type) {
    return machine.program().fields().finals(type).anyMatch(f -> !f.getType().isPrimitive());
  }

  /** The value with those bits, which is not known to come out of a final field. */
  Object decodeFromElsewhere(Class<?> type, long bits) {
    if (!type.isPrimitive()) {
      chains.cameFromElsewhere((int) bits);
    }
    return decode(type, bits);
  }

  /** The value with those bits. */
  Object decode(Class<?> type, long bits) {
    return type.isPrimitive() ? Values.value(type, bits) : identity.object((int) bits);
  }

  /** An object of the JDK came out of its constructor, or out of a call with these arguments. */
  void made(Object o, Object... of) {
    machine.faults().made(o);
    if (!machine.isRunning()) {
      machine.initializers().got(o);
    }
    if (machine.isRunning() && o != null && identity.known(o) < 0) {
      identity.madeLocally(o);
      functions.made(o, of);
    }
  }
}
