// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

/** What an event reads or writes. Equal values are the same in every run of a test. */
public sealed interface Value {
  /** The reference that leads nowhere. */
  Value NULL = new Null();

  /** Without what tells one object from another of its type. */
  default String type() {
    return toString();
  }

  /**
   * Of a primitive type.
   *
   * @param boxed as Java boxes it
   */
  record Primitive(Object boxed) implements Value {
    /** The number; of a character its code, of a boolean 1 if it is true. */
    public long number() {
      if (boxed instanceof Character c) {
        return c;
      }
      return boxed instanceof Boolean b ? b ? 1 : 0 : ((Number) boxed).longValue();
    }

    /** As a reader would write it: of a character that prints nothing, its number. */
    @Override
    public String toString() {
      if (boxed instanceof Character c && (Character.isISOControl(c) || !Character.isDefined(c))) {
        return String.format("\\u%04x", (int) c);
      }
      return boxed.toString();
    }
  }

  /** {@link #NULL} alone. */
  record Null() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return "\"" + text + "\"";
    }
  }

  /**
   * An object that is the same as any that it equals: a box, an enum's constant, a class.
   *
   * @param text what it says of itself
   */
  record Constant(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Any other object.
   *
   * @param type simple name of its class
   * @param maker index of the actor that made it; -1 if it was there before they started
   * @param number of those that the maker has made the how-manyth, from 1; before the actors start
   *     only those of its type are counted
   */
  record Instance(String type, int maker, int number) implements Value {
    /** {@code Page#1}, or {@code Page@2.1} if the second actor made it. */
    @Override
    public String toString() {
      return type + (maker < 0 ? "#" : "@" + (maker + 1) + ".") + number;
    }
  }
}
