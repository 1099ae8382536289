// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Identity;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/**
 * Method handles of woven code. Those that a lookup finds are put in the place of the JVM's own,
 * see {@link vacate.explorer.weave.HandleBodies}; what the JDK makes of such handles does as they
 * do. Any other may do what no hook sees, and is refused when it is invoked. Public, as {@link
 * Hooks}, only because woven classes are the users'.
 */
public final class HandleHooks {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** What makes handles of handles, and does nothing more when those are invoked. */
  private static final Set<String> ADAPTING =
      Set.of(
          "asType",
          "asFixedArity",
          "asVarargsCollector",
          "withVarargs",
          "bindTo",
          "insertArguments",
          "dropArguments",
          "dropArgumentsToMatch",
          "dropReturn",
          "permuteArguments",
          "filterArguments",
          "filterReturnValue",
          "foldArguments",
          "collectArguments",
          "explicitCastArguments",
          "guardWithTest",
          "identity",
          "constant",
          "zero",
          "empty");

  private HandleHooks() {}

  /** The bootstrap of a call that returns a method handle. */
  public static CallSite made(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle target = target(caller, name, type, owner, isStatic);
    MethodHandle made =
        LOOKUP.findStatic(
            HandleHooks.class,
            "made",
            MethodType.methodType(
                Object.class,
                MethodHandles.Lookup.class,
                MethodHandle.class,
                String.class,
                Object[].class));
    return new ConstantCallSite(
        MethodHandles.insertArguments(made, 0, caller, target, name)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  /** The bootstrap of a call that invokes a method handle. */
  public static CallSite invoked(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodType of = type.dropParameterTypes(0, 1);
    MethodHandle invoker =
        name.equals("invokeExact") ? MethodHandles.exactInvoker(of) : MethodHandles.invoker(of);
    MethodHandle known =
        LOOKUP.findStatic(
            HandleHooks.class,
            "known",
            MethodType.methodType(
                MethodHandle.class, Class.class, String.class, MethodHandle.class));
    return new ConstantCallSite(
        MethodHandles.filterArguments(
            invoker, 0, MethodHandles.insertArguments(known, 0, caller.lookupClass(), name)));
  }

  /** The bootstrap of a call that invokes a method handle with arguments in an array. */
  public static CallSite spread(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle spread =
        LOOKUP.findStatic(
            HandleHooks.class,
            "spread",
            MethodType.methodType(Object.class, Class.class, MethodHandle.class, Object[].class));
    return new ConstantCallSite(MethodHandles.insertArguments(spread, 0, caller.lookupClass()));
  }

  private static MethodHandle target(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    Class<?> declaring = Class.forName(owner.replace('/', '.'));
    MethodHandle target =
        isStatic == 1
            ? caller.findStatic(declaring, name, type)
            : caller.findVirtual(declaring, name, type.dropParameterTypes(0, 1));
    return target
        .asFixedArity()
        .asType(type.generic())
        .asSpreader(Object[].class, type.parameterCount());
  }

  static MethodHandle known(Class<?> caller, String name, MethodHandle handle) throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    if (m != null && !loader(caller).knows(Behalf.nonNull(handle))) {
      m.jdkCalls.unlistedSharing("java.lang.invoke.MethodHandle." + name);
    }
    return handle;
  }

  static Object spread(Class<?> caller, MethodHandle handle, Object... args) throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    MethodHandle known = known(caller, "invokeWithArguments", handle);
    if (VirtualMachine.isRunning(m)) {
      m.jdkCalls.argument(args, "java.lang.invoke.MethodHandle.invokeWithArguments");
    }
    return Behalf.callWith(known, args);
  }

  static Object made(MethodHandles.Lookup caller, MethodHandle target, String name, Object... args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      for (Object a : args) {
        if (a instanceof Object[]) {
          m.jdkCalls.argument(a, "java.lang.invoke.MethodHandles." + name);
        }
      }
    }
    MethodHandle handle = make(target, name, args);
    WeavingLoader loader = loader(caller.lookupClass());
    if (args.length > 0 && args[0] instanceof MethodHandles.Lookup lookup) {
      return name.equals("bind")
          ? bound(caller, lookup, handle, args)
          : found(caller, lookup, handle);
    }
    if (args.length > 0 && args[0] instanceof VarHandle variable) {
      return loader.know(ofVariable(caller, variable, (VarHandle.AccessMode) args[1]));
    }
    if (name.equals("arrayElementGetter") || name.equals("arrayElementSetter")) {
      boolean writes = name.equals("arrayElementSetter");
      return loader.know(loader.handles().ofElements((Class<?>) args[0], writes, caller));
    }
    if (ADAPTING.contains(name) && Arrays.stream(args).allMatch(a -> isOfKnown(loader, a))) {
      loader.know(handle);
    }
    return handle;
  }

  private static MethodHandle make(MethodHandle target, String name, Object... args)
      throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    try {
      return (MethodHandle) Behalf.call(target, args);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      if (m != null && args.length > 1 && args[1] instanceof Class<?> c && isStandIn(c)) {
        m.refusals.refuseIf("calls java.lang.invoke.MethodHandles$Lookup." + name + " on " + c);
      }
      throw e;
    }
  }

  /** Whether a class stands for one of the JDK, and may not have all that that has. */
  private static boolean isStandIn(Class<?> type) {
    String name = Identity.internalName(type);
    return StandIns.isStandIn(name) && !StandIns.isCopy(name);
  }

  private static WeavingLoader loader(Class<?> woven) {
    return (WeavingLoader) woven.getClassLoader();
  }

  /** Whether an argument is no handle that is not known, nor has one. */
  private static boolean isOfKnown(WeavingLoader loader, Object argument) {
    return argument instanceof MethodHandle handle
        ? loader.knows(handle)
        : !(argument instanceof MethodHandle[] handles)
            || Arrays.stream(handles).allMatch(h -> h == null || loader.knows(h));
  }

  private static MethodHandle found(
      MethodHandles.Lookup caller, MethodHandles.Lookup lookup, MethodHandle direct) {
    WeavingLoader loader = loader(caller.lookupClass());
    VirtualMachine m = VirtualMachine.current();
    Field written = loader.handles().finalField(lookup, direct);
    if (m != null && written != null) {
      String what = "makes a method handle that writes the final field " + written.getName();
      Unchecked.run(() -> m.refusals.refuseIf(what));
    }
    return loader.handles().of(lookup, direct, caller).map(loader::know).orElse(direct);
  }

  private static MethodHandle bound(
      MethodHandles.Lookup caller, MethodHandles.Lookup lookup, MethodHandle handle, Object... args)
      throws ReflectiveOperationException {
    MethodHandle of =
        lookup.findVirtual(args[1].getClass(), (String) args[2], (MethodType) args[3]);
    MethodHandle found = found(caller, lookup, of);
    WeavingLoader loader = loader(caller.lookupClass());
    return loader.knows(found) ? loader.know(found.bindTo(args[1])) : handle;
  }

  private static MethodHandle ofVariable(
      MethodHandles.Lookup caller, VarHandle variable, VarHandle.AccessMode mode)
      throws ReflectiveOperationException {
    MethodType type = variable.accessModeType(mode).insertParameterTypes(0, VarHandle.class);
    return CallSites.varHandle(caller, mode.methodName(), type, "", 0).getTarget().bindTo(variable);
  }
}
