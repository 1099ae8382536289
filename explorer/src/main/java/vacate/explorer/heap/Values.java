// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/** Primitive values as the bits that the graph keeps. */
public final class Values {
  private Values() {}

  /** The bits of a boxed value of primitive {@code type}. */
  public static long bits(Class<?> type, Object value) {
    if (type == int.class || type == long.class || type == short.class || type == byte.class) {
      return ((Number) value).longValue();
    }
    if (type == boolean.class) {
      return (Boolean) value ? 1 : 0;
    }
    if (type == char.class) {
      return (Character) value;
    }
    return type == float.class
        ? Float.floatToRawIntBits((Float) value)
        : Double.doubleToRawLongBits((Double) value);
  }

  /** The boxed value of primitive {@code type} with those bits. */
  public static Object value(Class<?> type, long bits) {
    if (type == int.class) {
      return (int) bits;
    }
    if (type == long.class) {
      return bits;
    }
    if (type == boolean.class) {
      return bits != 0;
    }
    if (type == byte.class) {
      return (byte) bits;
    }
    if (type == char.class) {
      return (char) bits;
    }
    if (type == short.class) {
      return (short) bits;
    }
    return type == float.class ? (Object) Float.intBitsToFloat((int) bits) : longToDouble(bits);
  }

  private static Object longToDouble(long bits) {
    return Double.longBitsToDouble(bits);
  }

  /** A boxed argument converted as a caller of a {@code VarHandle} may rely on: by widening. */
  public static Object widen(Class<?> type, Object value) {
    if (!type.isPrimitive() || type == boolean.class) {
      return value;
    }
    if (value instanceof Character c) {
      return type == char.class ? value : widen(type, (Number) (int) c);
    }
    return widen(type, (Number) value);
  }

  private static Object widen(Class<?> type, Number n) {
    if (type == float.class) {
      return n.floatValue();
    }
    if (type == double.class) {
      return n.doubleValue();
    }
    return value(type, n.longValue());
  }
}
