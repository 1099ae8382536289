// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear.play;

/** Results as text: two are the same if, and only if, their texts are. */
final class Words {
  /** Of a method that returns nothing. */
  static final Object VOID =
      new Object() {
        @Override
        public String toString() {
          return "void";
        }
      };

  private Words() {}

  /** Whether what an object says of itself cannot change. */
  static boolean isConstant(Object value) {
    return value == null
        || value == VOID
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof String
        || value instanceof Double
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Character
        || value instanceof Enum<?>;
  }

  /** As a literal of Java, where there is one; else what it says of itself. */
  static String of(Object value) {
    if (value instanceof Long) {
      return value + "L";
    }
    if (value instanceof Float) {
      return value + "f";
    }
    if (value instanceof Short) {
      return "(short) " + value;
    }
    if (value instanceof Byte) {
      return "(byte) " + value;
    }
    if (value instanceof Character) {
      return "'" + value + "'";
    }
    if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return String.valueOf(value);
  }
}
