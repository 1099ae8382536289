// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.weave.StandIns;

/** A declared field of a woven class. */
public final class Slot {
  /** What of a buffer its users change, and may race for. */
  private static final Set<String> CURSORS = Set.of("position", "mark");

  public final int number;
  public final String name;
  final Class<?> owner;
  public final Class<?> type;
  public final boolean isFinal;

  /** Whether no handle may write it, whatever else is promised of it. */
  public final boolean isDeclaredFinal;

  public final boolean isStatic;

  /** Whether a buffer finds its bytes by it; where it is in them does not matter for that. */
  public final boolean isOfBuffer;

  /** Bits of {@link Access} for an access in the source, by the field's own modifiers. */
  final int readAccess;

  final int writeAccess;
  private final MethodHandle getter;
  private final MethodHandle setter;
  private final Field field;
  private VarHandle handle;

  Slot(int number, Field field, boolean takenAsFinal, boolean declaredFinal) {
    this.number = number;
    this.field = field;
    name = field.getName();
    owner = field.getDeclaringClass();
    type = field.getType();
    isStatic = Modifier.isStatic(field.getModifiers());
    isFinal = Modifier.isFinal(field.getModifiers()) || takenAsFinal || owner.isInterface();
    isDeclaredFinal = isFinal || declaredFinal;
    isOfBuffer = StandIns.isOfBuffer(Identity.internalName(owner)) && !CURSORS.contains(name);
    boolean isVolatile = Modifier.isVolatile(field.getModifiers());
    readAccess = isVolatile ? Access.VOLATILE_READ : Access.PLAIN_READ;
    writeAccess = isVolatile ? Access.VOLATILE_WRITE : Access.PLAIN_WRITE;
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      MethodHandle reads = lookup.unreflectGetter(field);
      getter =
          (isStatic ? MethodHandles.dropArguments(reads, 0, Object.class) : reads)
              .asType(MethodType.genericMethodType(1));
      setter = Modifier.isFinal(field.getModifiers()) ? null : setter(lookup, field);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle setter(MethodHandles.Lookup lookup, Field field)
      throws IllegalAccessException {
    MethodHandle writes = lookup.unreflectSetter(field);
    return (isStatic ? MethodHandles.dropArguments(writes, 0, Object.class) : writes)
        .asType(MethodType.genericMethodType(2).changeReturnType(void.class));
  }

  boolean isVolatile() {
    return readAccess == Access.VOLATILE_READ;
  }

  /** Whether an object has the field. */
  public boolean isOf(Object o) {
    return owner.isInstance(o);
  }

  /** Of the field in the heap. */
  public VarHandle handle() throws IllegalAccessException {
    if (handle == null) {
      handle =
          MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectVarHandle(field);
    }
    return handle;
  }

  /** What is in the heap. */
  public Object get(Object instance) {
    try {
      return (Object) getter.invokeExact(instance);
    } catch (Throwable thrown) {
      throw unexpected(thrown);
    }
  }

  /** Puts a value into the heap. */
  public void set(Object instance, Object value) {
    try {
      setter.invokeExact(instance, value);
    } catch (Throwable thrown) {
      throw unexpected(thrown);
    }
  }

  /** An accessor throws what the JVM would: that an object has no such field, say. */
  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
