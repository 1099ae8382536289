// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/**
 * Which values may be one of several equal objects: all boxes but those that {@code valueOf} must
 * cache (JLS 5.1.7), all strings but interned ones (JLS 3.10.5), all times. What is kept of a copy
 * is only what it equals, so whether two equal copies are the same object is not known.
 */
final class Copies {
  private Copies() {}

  static boolean isCopy(Object value) {
    if (value instanceof String s) {
      return new String(s).intern() != s; // s itself must not become the interned one
    }
    if (value instanceof Character c) {
      return c > 127 || Character.valueOf(c) != value;
    }
    if (value instanceof Boolean b) {
      return Boolean.valueOf(b) != value;
    }
    return value instanceof Number n
        ? !isCached(n)
        : !(value instanceof Class || value instanceof Enum);
  }

  private static boolean isCached(Number n) {
    long value = n.longValue();
    if (value < -128 || value > 127) {
      return false;
    }
    Object cached =
        n instanceof Integer
            ? (Object) Integer.valueOf((int) value)
            : n instanceof Long
                ? (Object) Long.valueOf(value)
                : n instanceof Short
                    ? (Object) Short.valueOf((short) value)
                    : n instanceof Byte ? Byte.valueOf((byte) value) : null;
    return cached == n;
  }

  /** Whether comparing two references cannot tell: equal values, of which one is a copy. */
  static boolean areAlike(Object a, Object b) {
    return a != null && Identity.isValue(a) && a.equals(b) && (isCopy(a) || isCopy(b));
  }
}
