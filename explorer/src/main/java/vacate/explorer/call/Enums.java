// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import vacate.explorer.heap.Slots;
import vacate.explorer.weave.WeavingLoader;

/**
 * The constants of enums, for which the JDK asks each enum once and keeps what it says: the first
 * actor to come there would do more than it does when it is run again.
 */
public final class Enums {
  private Enums() {}

  /** Makes the JDK ask now, at the end of the enum's initialiser. */
  public static void keepConstants(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    if (constants.length > 0) {
      Enum<?> first = (Enum<?>) constants[0];
      Enum.valueOf(first.getDeclaringClass(), first.name());
    }
  }

  /** Initialises a class that the JDK is given, before it asks. */
  public static void prepare(Object argument) {
    if (argument instanceof Class<?> c && c.isEnum() && WeavingLoader.isWoven(c)) {
      Slots.initialize(c);
    }
  }
}
