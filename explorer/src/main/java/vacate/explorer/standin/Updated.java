// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.VarHandle;
import vacate.explorer.hook.FieldUpdaters;

/** The field of an updater. That it can be one is for an updater of the JDK to say. */
final class Updated {
  private final VarHandle field;
  private final Class<?> type;
  private final Object updater;

  /**
   * @param updater of the JDK, for the same field
   */
  Updated(Object updater, VarHandle field, Class<?> type) {
    this.updater = updater;
    this.field = field;
    this.type = type;
  }

  /** The field, for an object that has it. */
  VarHandle of(Object o) {
    FieldUpdaters.check(updater, o);
    return field;
  }

  boolean mayHold(Object value) {
    return value == null || FieldUpdaters.isInstance(type, value);
  }

  /** A value that the field may hold. */
  Object checked(Object value) {
    if (!mayHold(value)) {
      throw new ClassCastException();
    }
    return value;
  }
}
