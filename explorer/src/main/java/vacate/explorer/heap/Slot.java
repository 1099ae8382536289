// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import vacate.explorer.graph.Access;

/** A declared field of a woven class. */
public final class Slot {
  public final int number;
  public final String name;
  final Class<?> owner;
  public final Class<?> type;
  public final boolean isFinal;
  public final boolean isStatic;

  /** Bits of {@link Access} for an access in the source, by the field's own modifiers. */
  final int readAccess;

  final int writeAccess;
  private final VarHandle handle;

  Slot(int number, Field field, boolean declaredFinal) {
    this.number = number;
    name = field.getName();
    owner = field.getDeclaringClass();
    type = field.getType();
    isStatic = Modifier.isStatic(field.getModifiers());
    isFinal = Modifier.isFinal(field.getModifiers()) || declaredFinal || owner.isInterface();
    boolean isVolatile = Modifier.isVolatile(field.getModifiers());
    readAccess = isVolatile ? Access.VOLATILE_READ : Access.PLAIN_READ;
    writeAccess = isVolatile ? Access.VOLATILE_WRITE : Access.PLAIN_WRITE;
    try {
      handle =
          MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectVarHandle(field);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isVolatile() {
    return readAccess == Access.VOLATILE_READ;
  }

  /** What is in the heap. */
  public Object get(Object instance) {
    return isStatic ? handle.get() : handle.get(instance);
  }

  /** Puts a value into the heap. */
  public void set(Object instance, Object value) {
    if (isStatic) {
      handle.set(value);
    } else {
      handle.set(instance, value);
    }
  }
}
