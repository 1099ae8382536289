// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.ACQUIRE_READ;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE_READ;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;
import static vacate.explorer.graph.Access.PLAIN_READ;
import static vacate.explorer.graph.Access.PLAIN_WRITE;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.RELEASE_WRITE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.VOLATILE_READ;
import static vacate.explorer.graph.Access.VOLATILE_WRITE;

import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import vacate.explorer.search.Stop;

/**
 * VarHandle operations as events, in the words of its Javadoc. The plain half of an atomic update
 * is opaque: it has no ordering effects, but it happens once and at one place in co.
 */
final class VarHandles {
  /** What a handle made by woven code refers to: a field, or with none the elements of arrays. */
  private record Target(Field field) {}

  private final Machine machine;
  private final Map<VarHandle, Target> targets = new IdentityHashMap<>();

  VarHandles(Machine machine) {
    this.machine = machine;
  }

  VarHandle field(VarHandle handle, Class<?> owner, String name) {
    targets.put(handle, new Target(Slots.find(owner, name, Type.getDescriptor(handle.varType()))));
    return handle;
  }

  VarHandle array(VarHandle handle) {
    targets.put(handle, new Target(null));
    return handle;
  }

  /** A class initialiser is about to operate on the heap. */
  void touch(VarHandle handle, Object[] args) throws Stop {
    Target target = handle == null ? null : targets.get(handle);
    if (target == null) {
      return;
    }
    if (target.field == null) {
      machine.elements().touchElement(args[0], (Integer) args[1]);
    } else {
      Slot slot = machine.slots().slot(target.field);
      if (slot.isStatic || args[0] != null) {
        machine.touch(slot.isStatic ? null : args[0], slot);
      }
    }
  }

  /** One operation, with its coordinates and values; for a location that is the running actor's. */
  Object operate(VarHandle handle, AccessMode mode, Object[] args) throws Stop {
    Target target = targets.get(java.util.Objects.requireNonNull(handle));
    if (target == null) {
      throw machine.refuse("uses a VarHandle of unknown origin");
    }
    int coordinates;
    int location;
    int read = 0;
    Class<?> type;
    if (target.field == null) {
      Object array = java.util.Objects.requireNonNull(args[0]);
      int index = (Integer) args[1];
      java.util.Objects.checkIndex(index, Array.getLength(array));
      coordinates = 2;
      type = array.getClass().getComponentType();
      location = machine.elements().location(array, index);
      if (location < 0) {
        throw machine.refuse("uses a VarHandle on an array of unknown origin");
      }
    } else {
      Slot slot = machine.slots().slot(target.field);
      coordinates = slot.isStatic ? 0 : 1;
      type = slot.type;
      if (slot.isFinal && !mode.name().matches("GET(_VOLATILE|_OPAQUE|_ACQUIRE)?")) {
        throw new UnsupportedOperationException(slot.name + " is final");
      }
      Object owner = slot.isStatic ? null : java.util.Objects.requireNonNull(args[0]);
      location = machine.location(owner, slot);
      if (location < 0) {
        return slot.get(owner);
      }
      read = slot.isFinal ? FINAL : 0;
    }
    Object first = args.length > coordinates ? args[coordinates] : null;
    Object second = args.length > coordinates + 1 ? args[coordinates + 1] : null;
    return switch (mode) {
      case GET -> get(location, PLAIN_READ | read, type);
      case GET_OPAQUE -> get(location, OPAQUE_READ | read, type);
      case GET_ACQUIRE -> get(location, ACQUIRE_READ | read, type);
      case GET_VOLATILE -> get(location, VOLATILE_READ | read, type);
      case SET -> set(location, PLAIN_WRITE, type, first);
      case SET_OPAQUE -> set(location, OPAQUE_WRITE, type, first);
      case SET_RELEASE -> set(location, RELEASE_WRITE, type, first);
      case SET_VOLATILE -> set(location, VOLATILE_WRITE, type, first);
      case COMPARE_AND_SET -> compare(location, mode, type, first, second) == bits(type, first);
      case WEAK_COMPARE_AND_SET,
          WEAK_COMPARE_AND_SET_ACQUIRE,
          WEAK_COMPARE_AND_SET_PLAIN,
          WEAK_COMPARE_AND_SET_RELEASE ->
          !machine.recorder().choose()
              && compare(location, mode, type, first, second) == bits(type, first);
      case COMPARE_AND_EXCHANGE, COMPARE_AND_EXCHANGE_ACQUIRE, COMPARE_AND_EXCHANGE_RELEASE ->
          machine
              .references()
              .decodeFromElsewhere(type, compare(location, mode, type, first, second));
      default -> update(location, mode, type, first);
    };
  }

  private Object get(int location, int access, Class<?> type) throws Stop {
    return machine
        .references()
        .decodeFromElsewhere(type, machine.recorder().read(location, access));
  }

  private Object set(int location, int access, Class<?> type, Object value) throws Stop {
    machine.write(location, access, machine.references().encode(type, Values.widen(type, value)));
    return null;
  }

  private long bits(Class<?> type, Object value) throws Stop {
    return type.isPrimitive()
        ? Values.bits(type, Values.widen(type, value))
        : machine.references().reference(value, false);
  }

  private static int readHalf(AccessMode mode) {
    String name = mode.name();
    if (name.endsWith("ACQUIRE")) {
      return ACQUIRE_READ | UPDATE;
    }
    return UPDATE
        | (name.endsWith("RELEASE") || name.endsWith("PLAIN") ? OPAQUE_READ : VOLATILE_READ);
  }

  private static int writeHalf(AccessMode mode) {
    int order = readHalf(mode) & (ACQUIRE | VOLATILE);
    boolean release = mode.name().endsWith("RELEASE") || (order & VOLATILE) != 0;
    return OPAQUE_WRITE | UPDATE | order | (release ? RELEASE : 0);
  }

  /** Reads, and if that is what is expected, writes; returns what was read. */
  private long compare(int location, AccessMode mode, Class<?> type, Object expected, Object value)
      throws Stop {
    long old = machine.recorder().read(location, readHalf(mode));
    if (!type.isPrimitive()) {
      machine.references().compared(machine.identity.object((int) old), expected);
    }
    if (old == bits(type, expected)) {
      machine.write(
          location, writeHalf(mode), machine.references().encode(type, Values.widen(type, value)));
    }
    return old;
  }

  private Object update(int location, AccessMode mode, Class<?> type, Object argument) throws Stop {
    long bits = machine.recorder().read(location, readHalf(mode));
    Object old = machine.references().decodeFromElsewhere(type, bits);
    Object operand = Values.widen(type, argument);
    machine.write(
        location,
        writeHalf(mode),
        machine.references().encode(type, combine(mode, type, old, operand)));
    return old;
  }

  private static Object combine(AccessMode mode, Class<?> type, Object old, Object operand) {
    String name = mode.name();
    if (name.startsWith("GET_AND_SET")) {
      return operand;
    }
    if (type == float.class) {
      return (Float) old + (Float) operand;
    }
    if (type == double.class) {
      return (Double) old + (Double) operand;
    }
    long a = Values.bits(type, old);
    long b = Values.bits(type, operand);
    if (name.startsWith("GET_AND_ADD")) {
      return Values.value(type, a + b);
    }
    if (name.startsWith("GET_AND_BITWISE_OR")) {
      return Values.value(type, a | b);
    }
    return Values.value(type, name.startsWith("GET_AND_BITWISE_AND") ? a & b : a ^ b);
  }
}
