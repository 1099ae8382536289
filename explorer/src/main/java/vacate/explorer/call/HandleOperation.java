// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

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

import java.lang.invoke.VarHandle.AccessMode;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Values;
import vacate.explorer.search.Stop;

/**
 * An operation of a VarHandle as events, in the words of its Javadoc. The plain half of an atomic
 * update is opaque: it has no ordering effects, but it happens once and at one place in co.
 */
final class HandleOperation {
  private final Accesses accesses;
  private final References references;
  private final Object owner;
  private final int location;
  private final Class<?> type;
  private final boolean isFinal;
  private long memory;

  /**
   * @param owner of the field or element; null for a static field
   */
  HandleOperation(
      Accesses accesses,
      References references,
      Object owner,
      int location,
      Class<?> type,
      boolean isFinal) {
    this.accesses = accesses;
    this.references = references;
    this.owner = owner;
    this.location = location;
    this.type = type;
    this.isFinal = isFinal;
  }

  /** What the location holds now, as far as the running thread knows. */
  long memory() {
    return memory;
  }

  /**
   * What the operation returns to its caller, who gave these values behind the coordinates.
   *
   * @param failsSpuriously whether a weak compare-and-set may fail for no reason
   */
  Object run(AccessMode mode, boolean failsSpuriously, Object[] values) throws Stop {
    Object first = values.length > 0 ? values[0] : null;
    Object second = values.length > 1 ? values[1] : null;
    int read = isFinal ? FINAL : 0;
    return switch (mode) {
      case GET -> get(PLAIN_READ | read);
      case GET_OPAQUE -> get(OPAQUE_READ | read);
      case GET_ACQUIRE -> get(ACQUIRE_READ | read);
      case GET_VOLATILE -> get(VOLATILE_READ | read);
      case SET -> set(PLAIN_WRITE, first);
      case SET_OPAQUE -> set(OPAQUE_WRITE, first);
      case SET_RELEASE -> set(RELEASE_WRITE, first);
      case SET_VOLATILE -> set(VOLATILE_WRITE, first);
      case COMPARE_AND_SET -> compare(mode, first, second) == bits(first);
      case WEAK_COMPARE_AND_SET,
          WEAK_COMPARE_AND_SET_ACQUIRE,
          WEAK_COMPARE_AND_SET_PLAIN,
          WEAK_COMPARE_AND_SET_RELEASE ->
          !(failsSpuriously && accesses.choose()) && compare(mode, first, second) == bits(first);
      case COMPARE_AND_EXCHANGE, COMPARE_AND_EXCHANGE_ACQUIRE, COMPARE_AND_EXCHANGE_RELEASE ->
          accesses.value(type, compare(mode, first, second));
      default -> update(mode, first);
    };
  }

  private Object get(int access) throws Stop {
    memory = accesses.read(owner, type, location, access);
    return accesses.value(type, memory);
  }

  private Object set(int access, Object value) throws Stop {
    memory = accesses.store(location, type, access, Values.widen(type, value));
    return null;
  }

  private long bits(Object value) throws Stop {
    return type.isPrimitive()
        ? Values.bits(type, Values.widen(type, value))
        : references.reference(value, false);
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
  private long compare(AccessMode mode, Object expected, Object value) throws Stop {
    long old = accesses.read(owner, type, location, readHalf(mode));
    if (!type.isPrimitive()) {
      references.compared(references.decode(type, old), expected);
    }
    memory = old;
    if (old == bits(expected)) {
      set(writeHalf(mode), value);
    }
    return old;
  }

  private Object update(AccessMode mode, Object argument) throws Stop {
    Object old = get(readHalf(mode));
    set(writeHalf(mode), combine(mode, type, old, Values.widen(type, argument)));
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
