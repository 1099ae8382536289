// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import vacate.explorer.heap.Behalf;
import vacate.explorer.weave.StandIns;

/**
 * Field updaters: with each stand-in goes an updater of the JDK for the same field, only to hear
 * what it complains of. Public, as {@link Hooks}, only because woven classes are the users'.
 */
public final class FieldUpdaters {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final Map<String, Class<?>> OF_THE_JDK =
      Map.of(
          "AtomicIntegerFieldUpdater", AtomicIntegerFieldUpdater.class,
          "AtomicLongFieldUpdater", AtomicLongFieldUpdater.class,
          "AtomicReferenceFieldUpdater", AtomicReferenceFieldUpdater.class);

  private FieldUpdaters() {}

  /**
   * The bootstrap of a call that makes an updater: whether the field is the caller's to access, the
   * JDK says.
   */
  public static CallSite make(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> jdk = OF_THE_JDK.get(StandIns.simpleName(owner));
    MethodHandle real = caller.findStatic(jdk, name, type.changeReturnType(jdk));
    MethodHandle standIn =
        caller.findStatic(
            type.returnType(),
            "of",
            MethodType.methodType(type.returnType(), Object.class, VarHandle.class, Class.class));
    MethodHandle make =
        LOOKUP.findStatic(
            FieldUpdaters.class,
            "make",
            MethodType.methodType(
                Object.class, MethodHandle.class, MethodHandle.class, Object[].class));
    int n = type.parameterCount();
    return new ConstantCallSite(
        MethodHandles.insertArguments(
                make, 0, real.asType(type.generic()).asSpreader(Object[].class, n), standIn)
            .asCollector(Object[].class, n)
            .asType(type));
  }

  static Object make(MethodHandle real, MethodHandle standIn, Object[] arguments) throws Throwable {
    Object updater = Behalf.call(real, arguments);
    Class<?> owner = (Class<?>) arguments[0];
    String name = (String) arguments[arguments.length - 1];
    VarHandle handle =
        MethodHandles.privateLookupIn(owner, LOOKUP)
            .unreflectVarHandle(owner.getDeclaredField(name));
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.varHandles.field(handle, owner, name);
    }
    return standIn.invoke(updater, handle, handle.varType());
  }

  /** Complains of an object that does not have the field. */
  public static void check(Object updater, Object o) {
    Behalf.get(updater, o);
  }

  public static boolean isInstance(Class<?> type, Object value) {
    return type.isInstance(value);
  }
}
