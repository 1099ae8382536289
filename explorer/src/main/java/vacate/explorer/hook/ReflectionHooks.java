// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Slot;
import vacate.explorer.weave.WeavingLoader;

/**
 * What becomes of accesses by {@link Field}: they are those of an instruction that names the field,
 * and the JVM says who may make them. Public, as {@link Hooks}, only because woven classes are the
 * users'.
 */
public final class ReflectionHooks {
  private static final String OWNER = "java/lang/reflect/Field";
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private ReflectionHooks() {}

  /** The bootstrap of a call of a method of {@code Field} that reads or writes one. */
  public static CallSite access(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle target =
        caller
            .findVirtual(Field.class, name, type.dropParameterTypes(0, 1))
            .asType(type.generic())
            .asSpreader(Object[].class, type.parameterCount());
    MethodHandle access =
        LOOKUP.findStatic(
            ReflectionHooks.class,
            name.startsWith("set") ? "set" : "get",
            MethodType.methodType(
                Object.class, Class.class, MethodHandle.class, String.class, Object[].class));
    return new ConstantCallSite(
        MethodHandles.insertArguments(access, 0, caller.lookupClass(), target, name)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  static Object get(Class<?> caller, MethodHandle target, String name, Object... args)
      throws Throwable {
    if (!isWatched(args)) {
      return CallSites.callMethod(target, OWNER, name, args);
    }
    VirtualMachine m = VirtualMachine.current();
    Slot slot = m.slots.slot((Field) args[0]);
    if (has(args[1], slot)) {
      m.fields.load(slot.isStatic ? null : args[1], slot);
    }
    letNestmate(caller, args);
    return Behalf.call(target, args); // throws if the object has no such field
  }

  static Object set(Class<?> caller, MethodHandle target, String name, Object... args)
      throws Throwable {
    if (!isWatched(args)) {
      return CallSites.callMethod(target, OWNER, name, args);
    }
    VirtualMachine m = VirtualMachine.current();
    Slot slot = m.slots.slot((Field) args[0]);
    Object instance = slot.isStatic ? null : args[1];
    if (has(args[1], slot)) {
      m.fields.touch(instance, slot);
    }
    letNestmate(caller, args);
    Behalf.call(target, args);
    m.fields.stored(instance, slot);
    return null;
  }

  /** A method handle calls from beside its caller, and not from its nest, as the caller does. */
  private static void letNestmate(Class<?> caller, Object... args) throws NoSuchFieldException {
    Field field = (Field) args[0];
    if (caller.isNestmateOf(field.getDeclaringClass())) {
      Field own = field.getDeclaringClass().getDeclaredField(field.getName());
      own.setAccessible(true);
      args[0] = own;
    }
  }

  private static boolean isWatched(Object... args) {
    return VirtualMachine.isWatching(VirtualMachine.current())
        && args[0] instanceof Field field
        && WeavingLoader.isWoven(field.getDeclaringClass());
  }

  private static boolean has(Object o, Slot slot) {
    return slot.isStatic || slot.isOf(o);
  }
}
