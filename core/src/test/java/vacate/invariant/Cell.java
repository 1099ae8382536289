// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.lang.reflect.Array;
import java.lang.reflect.Field;

/**
 * A place in the machine's memory that holds one value: a field, or an element of an array.
 *
 * @param owner the structure
 * @param field its field
 * @param index the element, or -1 if the field is no array
 * @param name where it is, as a path from the machine
 */
record Cell(Object owner, Field field, int index, String name) {
  Object get() {
    try {
      Object value = field.get(owner);
      return index < 0 ? value : Array.get(value, index);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  void set(Object value) {
    try {
      if (index < 0) {
        field.set(owner, value);
      } else {
        Array.set(field.get(owner), index, value);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** The type of what may stand there. */
  Class<?> type() {
    return index < 0 ? field.getType() : field.getType().getComponentType();
  }

  /** Whether this is the field of that name of that class. */
  boolean is(Class<?> structure, String fieldName) {
    return field.getDeclaringClass() == structure && field.getName().equals(fieldName);
  }

  @Override
  public String toString() {
    return name;
  }
}
