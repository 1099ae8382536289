// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import vacate.explorer.heap.Behalf;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * Methods and constructors that actors call by reflection: they do what they do when an instruction
 * calls them, and the JVM says who may. Public, as {@link Hooks}, only because woven classes are
 * the users'.
 */
public final class ReflectedCalls {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private ReflectedCalls() {}

  /** The bootstrap of {@code Method.invoke} and {@code Constructor.newInstance}. */
  public static CallSite call(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle target =
        caller
            .findVirtual(type.parameterType(0), name, type.dropParameterTypes(0, 1))
            .asFixedArity()
            .asType(type.generic())
            .asSpreader(Object[].class, type.parameterCount());
    MethodHandle call = hook("call");
    return new ConstantCallSite(
        MethodHandles.insertArguments(call, 0, caller, target, owner)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  private static MethodHandle hook(String name) throws ReflectiveOperationException {
    return LOOKUP.findStatic(
        ReflectedCalls.class,
        name,
        MethodType.methodType(
            Object.class,
            MethodHandles.Lookup.class,
            MethodHandle.class,
            String.class,
            Object[].class));
  }

  static Object call(MethodHandles.Lookup caller, MethodHandle target, String owner, Object... args)
      throws Throwable {
    Executable member = (Executable) Behalf.nonNull(args[0]);
    VirtualMachine m = VirtualMachine.current();
    String name = member instanceof Method ? "invoke" : "newInstance";
    if (!VirtualMachine.isRunning(m)) {
      return CallSites.callMethod(target, owner, name, args);
    }
    Object[] arguments = arguments(m, member, args);
    MethodHandle handle = handle(caller, member).orElse(null);
    if (handle == null || !fit(handle.type(), arguments)) {
      throw m.refusals.refuse("calls " + owner.replace('/', '.') + "." + name);
    }
    try {
      return Behalf.callWith(handle, arguments);
    } catch (Throwable thrown) {
      Hooks.letStopThrough(thrown);
      throw Behalf.thrownBy(thrown);
    }
  }

  /** All that an instruction would be given, the receiver among it. */
  private static Object[] arguments(VirtualMachine m, Executable member, Object... args)
      throws Stop {
    Object[] given = (Object[]) args[args.length - 1];
    m.jdkCalls.argument(given, "java.lang.reflect.Method.invoke");
    int n = given == null ? 0 : given.length;
    boolean hasReceiver = member instanceof Method && !Modifier.isStatic(member.getModifiers());
    Object[] arguments = new Object[hasReceiver ? n + 1 : n];
    if (hasReceiver) {
      arguments[0] = Behalf.nonNull(args[1]);
    }
    if (n > 0) {
      System.arraycopy(given, 0, arguments, arguments.length - n, n);
    }
    return arguments;
  }

  /** Whether no argument has to be converted, nor is one that there would be complaints of. */
  private static boolean fit(MethodType type, Object... arguments) {
    if (arguments.length != type.parameterCount()) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      Class<?> parameter = type.wrap().parameterType(i);
      boolean isNull = arguments[i] == null && !type.parameterType(i).isPrimitive();
      if (!isNull && !parameter.isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Optional<MethodHandle> handle(MethodHandles.Lookup caller, Executable member)
      throws ReflectiveOperationException {
    Class<?> owner = member.getDeclaringClass();
    if (owner.isEnum()) {
      return Optional.empty();
    }
    Behalf.unreflect(caller, member); // or it may not be called
    MethodHandles.Lookup lookup =
        WeavingLoader.isWoven(owner) ? MethodHandles.privateLookupIn(owner, caller) : caller;
    MethodHandle direct = Behalf.unreflect(lookup, member);
    WeavingLoader loader = (WeavingLoader) caller.lookupClass().getClassLoader();
    return loader.handles().of(lookup, direct, caller).map(MethodHandle::asFixedArity);
  }

  /** In place of {@code Class.forName}. */
  public static CallSite forName(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle target =
        caller
            .findStatic(Class.class, name, type)
            .asType(type.generic())
            .asSpreader(Object[].class, 1);
    MethodHandle find = hook("forName");
    return new ConstantCallSite(
        MethodHandles.insertArguments(find, 0, caller, target, "java.lang.Class.forName")
            .asCollector(Object[].class, 1)
            .asType(type));
  }

  static Object forName(
      MethodHandles.Lookup caller, MethodHandle target, String what, Object... args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    if (!VirtualMachine.isRunning(m)) {
      if (m != null) {
        m.jdkCalls.unlistedSharing(what);
      }
      return Behalf.call(target, args);
    }
    String name = (String) Behalf.nonNull(args[0]);
    if (name.indexOf('/') >= 0) { // as instructions spell it, which nobody finds
      throw m.refusals.refuse("looks for the class " + name + ", which is missing");
    }
    WeavingLoader loader = (WeavingLoader) caller.lookupClass().getClassLoader();
    try {
      return Behalf.forName(loader.standIn(name), caller.lookupClass());
    } catch (ClassNotFoundException e) {
      throw m.refusals.refuse("looks for the class " + name + ", which is missing");
    }
  }
}
