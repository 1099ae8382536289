// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import vacate.explorer.heap.Behalf;

/**
 * Field updaters: with each stand-in goes an updater of the JDK for the same field, only to hear
 * what it complains of. Public, as {@link Hooks}, only because woven classes are the users'.
 */
public final class FieldUpdaters {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private FieldUpdaters() {}

  /** The bootstrap of what makes a stand-in, of an updater and what that was made of. */
  public static CallSite make(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle standIn =
        caller.findStatic(
            type.returnType(),
            "of",
            MethodType.methodType(type.returnType(), Object.class, VarHandle.class, Class.class));
    MethodHandle make =
        LOOKUP.findStatic(
            FieldUpdaters.class,
            "make",
            MethodType.methodType(Object.class, MethodHandle.class, Object[].class));
    return new ConstantCallSite(
        MethodHandles.insertArguments(make, 0, standIn)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  static Object make(MethodHandle standIn, Object... arguments) throws Throwable {
    Class<?> owner = (Class<?>) arguments[1];
    String name = (String) arguments[arguments.length - 1];
    VarHandle handle =
        MethodHandles.privateLookupIn(owner, LOOKUP)
            .unreflectVarHandle(owner.getDeclaredField(name));
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.varHandles.field(handle, owner, name);
    }
    return standIn.invoke(arguments[0], handle, handle.varType());
  }

  /** Complains of an object that does not have the field. */
  public static void check(Object updater, Object o) {
    Behalf.get(updater, o);
  }

  public static boolean isInstance(Class<?> type, Object value) {
    return type.isInstance(value);
  }
}
