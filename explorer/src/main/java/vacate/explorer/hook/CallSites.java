// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.util.Arrays;
import vacate.explorer.call.HandleCall;
import vacate.explorer.call.IdentityHashes;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Names;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/**
 * Bootstraps of the calls that must look at their receiver or arguments first, see {@link
 * vacate.explorer.call.JdkCalls}. Public, as {@link Hooks}, only because woven classes are the
 * users'.
 */
public final class CallSites {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private CallSites() {}

  /** A call of a signature-polymorphic method of {@code VarHandle}. */
  public static CallSite varHandle(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    AccessMode mode;
    try {
      mode = AccessMode.valueFromMethodName(name);
    } catch (IllegalArgumentException notAnAccess) {
      return guarded(caller, name, type, owner, isStatic);
    }
    MethodHandle operate =
        LOOKUP.findStatic(
            CallSites.class,
            "operate",
            MethodType.methodType(Object.class, HandleCall.class, VarHandle.class, Object[].class));
    HandleCall call = new HandleCall(mode, type.dropParameterTypes(0, 1), failsSpuriously(caller));
    return new ConstantCallSite(
        MethodHandles.insertArguments(operate, 0, call)
            .asCollector(Object[].class, type.parameterCount() - 1)
            .asType(type));
  }

  /**
   * Whether a weak compare-and-set may fail for no reason. The JDK's own loops do the same again
   * then.
   */
  static boolean failsSpuriously(MethodHandles.Lookup caller) {
    return !StandIns.isCopy(Identity.internalName(caller.lookupClass()));
  }

  static Object operate(HandleCall call, VarHandle handle, Object[] args) throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? call.inHeap(handle, args) : m.varHandles.operate(call, handle, args);
  }

  /** A call on an object of the JDK, or of a woven class by an interface of the JDK. */
  public static CallSite guarded(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring = type.parameterType(0);
    MethodType of = type.dropParameterTypes(0, 1);
    MethodHandle target = found(() -> caller.findVirtual(declaring, name, of));
    return watched("callMethod", target, owner, name, type);
  }

  /** A call that asks an object for its hash code, which may be that of its identity. */
  public static CallSite hashing(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring = type.parameterType(0);
    MethodType of = type.dropParameterTypes(0, 1);
    MethodHandle target = found(() -> caller.findVirtual(declaring, name, of));
    return watched("callHash", target, owner, name, type);
  }

  static Object callHash(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    Behalf.nonNull(args[0]);
    if (m != null && IdentityHashes.isIdentity(args[0])) {
      return m.lots.ownHash(args[0]);
    }
    JdkHooks.hashed(args[0]);
    return callMethod(target, owner, name, args);
  }

  /** A call of a static method of the JDK. */
  public static CallSite guardedStatic(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring =
        Class.forName(owner.replace('/', '.'), false, caller.lookupClass().getClassLoader());
    MethodHandle target = found(() -> caller.findStatic(declaring, name, type));
    return watched("callStatic", target, owner, name, type);
  }

  /** How a method is looked for. */
  interface Search {
    MethodHandle run() throws ReflectiveOperationException;
  }

  /** What the JVM says of a call whose method is not there, or is not the caller's to call. */
  static MethodHandle found(Search search) throws ReflectiveOperationException {
    try {
      return search.run();
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodError(e.getMessage());
    } catch (IllegalAccessException e) {
      throw new IllegalAccessError(e.getMessage());
    }
  }

  /** String concatenation, which calls {@code toString} of what it is given. */
  public static CallSite makeConcatWithConstants(
      MethodHandles.Lookup caller, String name, MethodType type, String recipe, Object... constants)
      throws ReflectiveOperationException, StringConcatException {
    MethodHandle concat =
        StringConcatFactory.makeConcatWithConstants(caller, name, type, recipe, constants)
            .getTarget();
    return watched("callStatic", concat, "java/lang/String", "concat", type);
  }

  /** String concatenation without a recipe. */
  public static CallSite makeConcat(MethodHandles.Lookup caller, String name, MethodType type)
      throws ReflectiveOperationException, StringConcatException {
    MethodHandle concat = StringConcatFactory.makeConcat(caller, name, type).getTarget();
    return watched("callStatic", concat, "java/lang/String", "concat", type);
  }

  private static CallSite watched(
      String how, MethodHandle target, String owner, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle generic =
        target
            .asFixedArity()
            .asType(type.generic())
            .asSpreader(Object[].class, type.parameterCount());
    MethodHandle call =
        LOOKUP.findStatic(
            CallSites.class,
            how,
            MethodType.methodType(
                Object.class, MethodHandle.class, String.class, String.class, Object[].class));
    return new ConstantCallSite(
        MethodHandles.insertArguments(call, 0, generic, owner, name)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  static Object callStatic(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    return m == null
        ? Names.heard(Behalf.call(target, args))
        : m.jdkCalls.callStatic(target, owner, name, args);
  }

  static Object callMethod(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    Behalf.nonNull(args[0]); // before the JDK's own code would say so in words of its own
    return m == null || isWoven(args[0], name)
        ? Behalf.call(target, args)
        : m.jdkCalls.callMethod(target, owner, name, args);
  }

  /** Whether the code that a call reaches is woven, so that it needs no watching. */
  private static boolean isWoven(Object receiver, String name) {
    Class<?> type = receiver.getClass();
    return WeavingLoader.isWoven(type) && !inherited(type, name);
  }

  /** Whether a woven class leaves {@code name} to a class of the JDK that has it. */
  private static boolean inherited(Class<?> type, String name) {
    for (Class<?> c = type; c != null && WeavingLoader.isWoven(c); c = c.getSuperclass()) {
      if (Arrays.stream(c.getDeclaredMethods()).anyMatch(d -> d.getName().equals(name))) {
        return false;
      }
    }
    return true;
  }
}
