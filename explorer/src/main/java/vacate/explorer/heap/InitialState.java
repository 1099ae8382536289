// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Field;
import vacate.explorer.execution.Value;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/** What setup has made, for who looks at it from outside. */
public final class InitialState {
  private final Identity identity;
  private final Slots slots;
  private final Fields fields;

  public InitialState(Identity identity, Slots slots, Fields fields) {
    this.identity = identity;
    this.slots = slots;
    this.fields = fields;
  }

  /**
   * A field of an object of the initial state.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public Field field(Object o, String name) {
    Field field = o == null ? null : Slots.find(o.getClass(), name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name + " in " + o);
    }
    return field;
  }

  /** What the heap has in a field; only before an actor runs is that its initial value. */
  public Object inHeap(Object o, Field field) {
    return slots.slot(field).get(o);
  }

  /** Whether a field was declared final; weaving makes it writable. */
  public boolean isConstant(Field field) {
    return slots.slot(field).isFinal;
  }

  /** The location of a field of an object of the initial state; -1 if no two can race for it. */
  public int locate(Object o, Field field) throws Stop {
    return fields.location(o, slots.slot(field));
  }

  /**
   * The location that a path of field names leads to; -1 if no two can race for it.
   *
   * @throws Refused if it leads nowhere
   */
  public int locate(Object root, String path) {
    try {
      Object at = root;
      String[] names = path.split("\\.");
      for (int i = 0; i < names.length - 1; i++) {
        at = inHeap(at, field(at, names[i]));
      }
      return locate(at, field(at, names[names.length - 1]));
    } catch (Stop | IllegalArgumentException e) {
      throw new Refused("no cell " + path + ": " + e.getMessage());
    }
  }

  /** An initial value. */
  public Value initial(Field field, Object value) {
    return field.getType().isPrimitive() ? new Value.Primitive(value) : initial(value);
  }

  /** A reference to an object of the initial state. */
  public Value initial(Object value) {
    return identity.reference(identity.initial(value));
  }
}
