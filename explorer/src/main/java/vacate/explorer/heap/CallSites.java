// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.lang.reflect.Executable;
import java.util.Arrays;
import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/** Bootstraps of the calls that must look at their receiver or arguments first. */
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
    HandleCall call = new HandleCall(mode, type.dropParameterTypes(0, 1));
    return new ConstantCallSite(
        MethodHandles.insertArguments(operate, 0, call)
            .asCollector(Object[].class, type.parameterCount() - 1)
            .asType(type));
  }

  static Object operate(HandleCall call, VarHandle handle, Object[] args) throws Throwable {
    Machine m = Machine.current();
    return m == null ? call.inHeap(handle, args) : m.varHandles().operate(call, handle, args);
  }

  /** A call on an object of the JDK, or of a woven class by an interface of the JDK. */
  public static CallSite guarded(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring = type.parameterType(0);
    MethodHandle target = caller.findVirtual(declaring, name, type.dropParameterTypes(0, 1));
    return watched("callMethod", target, owner, name, type);
  }

  /** A call of a static method of the JDK. */
  public static CallSite guardedStatic(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring =
        Class.forName(owner.replace('/', '.'), false, caller.lookupClass().getClassLoader());
    return watched("callStatic", caller.findStatic(declaring, name, type), owner, name, type);
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
    Machine m = Machine.current();
    if (m == null || !m.isRunning()) {
      if (m != null) {
        calledInSetup(m, owner, name, null, args);
      }
      return got(m, Behalf.call(target, args));
    }
    String what = owner.replace('/', '.') + "." + name;
    arguments(m, what, args);
    m.refusals().refuseIf(IdentityHashes.refusal(what, null, args));
    return leave(m, target, args);
  }

  static Object callMethod(MethodHandle target, String owner, String name, Object[] args)
      throws Throwable {
    Machine m = Machine.current();
    Behalf.nonNull(args[0]); // before the JDK's own code would say so in words of its own
    if (m == null || isWoven(args[0], name)) {
      return Behalf.call(target, args);
    }
    if (!m.isRunning()) {
      calledInSetup(m, owner, name, args[0], Arrays.copyOfRange(args, 1, args.length));
      return got(m, Behalf.call(target, args));
    }
    check(m, owner, name, args);
    return leave(m, target, args);
  }

  private static Object leave(Machine m, MethodHandle target, Object[] args) throws Throwable {
    Calls.Outside outside = m.calls().leaveWoven();
    try {
      Object result = m.heard(Behalf.call(target, args));
      m.references().made(result, args);
      return result;
    } finally {
      m.calls().backInWoven(outside);
    }
  }

  private static void calledInSetup(
      Machine m, String owner, String name, Object receiver, Object[] arguments) throws Stop {
    String what = owner.replace('/', '.') + "." + name;
    m.refusals().refuseIf(AllowedInSetup.refusal(called(what, receiver)));
    m.refusals().refuseIf(IdentityHashes.refusal(what, receiver, arguments));
    m.initializers().calls(what, receiver, arguments);
  }

  /** The method itself, or what that one calls by reflection. */
  private static String called(String what, Object receiver) {
    return receiver instanceof Executable member
            && what.matches(".*\\.(invoke|newInstance)")
            && !WeavingLoader.isWoven(member.getDeclaringClass())
        ? member.getDeclaringClass().getName() + "." + member.getName()
        : what;
  }

  private static Object got(Machine m, Object result) throws Stop {
    if (m == null) {
      return Names.heard(result);
    }
    m.initializers().got(result);
    return m.heard(result);
  }

  /** Whether the code that a call reaches is woven, so that it needs no watching. */
  private static boolean isWoven(Object receiver, String name) {
    Class<?> type = receiver.getClass();
    return WeavingLoader.isWoven(type) && !inherited(type, name);
  }

  private static void check(Machine m, String owner, String name, Object[] args) throws Stop {
    Object receiver = args[0];
    String what = owner.replace('/', '.') + "." + name;
    if (AllowedInActors.isNever(owner, name)) {
      throw m.refusals().refuse("calls " + what);
    }
    if (name.equals("toString") || receiver instanceof Class && name.matches("(get|to|desc).*")) {
      ObjectText.check(m, receiver);
    }
    if (isForeign(m, receiver)) {
      String type = receiver.getClass().getName();
      throw m.refusals().refuse("calls " + what + " on a " + type + " that others may reach");
    }
    if (!AllowedInActors.isPrivate(owner) && !AllowedInActors.isImmutable(owner)) {
      throw m.refusals().refuse("calls " + what);
    }
    if (!Identity.isValue(receiver)) {
      m.loops().effect();
    }
    Object[] arguments = Arrays.copyOfRange(args, 1, args.length);
    arguments(m, what, arguments);
    m.refusals().refuseIf(IdentityHashes.refusal(what, receiver, arguments));
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

  /**
   * The JDK reads an array in the heap, and keeps what it is given: right only for what is the
   * running thread's own.
   */
  static void arguments(Machine m, String what, Object... args) throws Stop {
    arguments(m, what, false, args);
  }

  private static void arguments(Machine m, String what, boolean areElements, Object... args)
      throws Stop {
    for (Object a : args) {
      if (a == null) {
        continue;
      }
      if (m.references().isKept(a)) {
        throw m.refusals()
            .refuse("calls " + what + " with a " + a.getClass().getName() + " kept by a function");
      }
      ObjectText.check(m, what, a, areElements);
      Enums.prepare(a);
      if (a.getClass().isArray()) {
        int id = m.identity.known(a);
        if (id >= 0 ? !m.identity.isPrivate(id) : !m.identity.isLocal(a)) {
          throw m.refusals().refuse("calls " + what + " with a shared array");
        }
        if (a instanceof Object[] nested) {
          arguments(m, what, true, nested);
        }
        if (!AllowedInActors.onlyReads(what)) {
          m.loops().effect();
          if (id >= 0) {
            m.identity.give(id);
          }
        }
      } else if (isForeign(m, a)) {
        throw m.refusals()
            .refuse("calls " + what + " with a " + a.getClass().getName() + " of others");
      } else if (isMutable(a)) {
        m.loops().effect(); // the JDK may change it
      }
    }
  }

  /** Whether an object has state that no hook sees: it is mutable, and not woven. */
  static boolean isMutable(Object o) {
    Class<?> type = o.getClass();
    String internal = Identity.internalName(type);
    return !WeavingLoader.isWoven(type)
        && !Functions.isFunction(o)
        && !Identity.isValue(o)
        && !(AllowedInActors.isImmutable(internal) && !type.equals(Object.class));
  }

  /** Whether an object has such state, and is not the running thread's own. */
  private static boolean isForeign(Machine m, Object o) {
    return isMutable(o) && !m.identity.isLocal(o) && !m.isLocal(o);
  }
}
