// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import vacate.explorer.search.Stop;

/**
 * Bootstraps of calls on a class of the program of what it may have inherited from {@code Thread}.
 * Public, as {@link Hooks}, only because woven classes are the users'.
 */
public final class InheritedCalls {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** Who has a hook for what, in the order of looking. */
  private static final List<Class<?>> HOOKS =
      List.of(ThreadHooks.class, TraitHooks.class, JdkHooks.class);

  private InheritedCalls() {}

  /** What the program calls has that name, or another one if code of the JDK is told otherwise. */
  private static String hook(String name) {
    return name.equals("getState") ? "toldState" : name;
  }

  /** A call on a woven class, which may extend {@code Thread}. */
  public static CallSite ofThread(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring =
        Class.forName(owner.replace('/', '.'), false, caller.lookupClass().getClassLoader());
    MethodType of = isStatic == 1 ? type : type.dropParameterTypes(0, 1);
    if (!isInherited(declaring, name, of)) {
      MethodHandle own =
          CallSites.found(
              () ->
                  isStatic == 1
                      ? caller.findStatic(declaring, name, of)
                      : caller.findVirtual(declaring, name, of));
      MethodHandle call = own.asType(type);
      return new ConstantCallSite(
          declaring.isInterface() && isStatic == 0 ? unlessInherited(call, name, of) : call);
    }
    MethodType hook = isStatic == 1 ? type : type.changeParameterType(0, Thread.class);
    for (Class<?> hooks : HOOKS) {
      try {
        MethodHandle found = LOOKUP.findStatic(hooks, hook(name), hook);
        return new ConstantCallSite(found.asType(type));
      } catch (NoSuchMethodException other) {
        // the next one may have it
      }
    }
    return new ConstantCallSite(refusal(name, type));
  }

  private static MethodHandle refusal(String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle refuse =
        LOOKUP.findStatic(
            InheritedCalls.class, "refuse", MethodType.methodType(void.class, String.class));
    return MethodHandles.foldArguments(
        MethodHandles.empty(type),
        MethodHandles.insertArguments(refuse, 0, "java.lang.Thread." + name));
  }

  /** Of an interface a thread may implement what it has of {@code Thread}: its object tells. */
  private static MethodHandle unlessInherited(MethodHandle call, String name, MethodType of)
      throws ReflectiveOperationException {
    MethodHandle inherits =
        LOOKUP.findStatic(
            InheritedCalls.class,
            "inherits",
            MethodType.methodType(boolean.class, Object.class, String.class, MethodType.class));
    Class<?> receiver = call.type().parameterType(0);
    return MethodHandles.guardWithTest(
        MethodHandles.insertArguments(inherits, 1, name, of)
            .asType(MethodType.methodType(boolean.class, receiver)),
        refusal(name, call.type()),
        call);
  }

  static boolean inherits(Object o, String name, MethodType of) {
    return o instanceof Thread && isInherited(o.getClass(), name, of);
  }

  static void refuse(String what) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.notModelled(what);
    }
  }

  /** Whether it is a thread, and no class between it and {@code Thread} has a method of its own. */
  private static boolean isInherited(Class<?> type, String name, MethodType of) {
    if (!Thread.class.isAssignableFrom(type)) {
      return false;
    }
    for (Class<?> c = type; c != Thread.class; c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), of.parameterArray())) {
          return false;
        }
      }
    }
    return true;
  }
}
