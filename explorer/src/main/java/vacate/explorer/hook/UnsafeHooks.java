// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.Arrays;
import vacate.explorer.call.UnsafeCalls;
import vacate.explorer.call.UnsafeOperation;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Refusals;
import vacate.explorer.search.Stop;

/**
 * What becomes of calls of {@code Unsafe}, the JDK's own and that of {@code sun.misc}. Public, as
 * {@link Hooks}, only because woven classes are the users'.
 */
public final class UnsafeHooks {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private UnsafeHooks() {}

  /** The bootstrap of a call of any method of {@code Unsafe}. */
  public static CallSite call(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    UnsafeOperation operation = UnsafeOperation.of(name, type, CallSites.failsSpuriously(caller));
    MethodHandle target =
        operation == null
            ? MethodHandles.insertArguments(
                LOOKUP.findStatic(
                    UnsafeHooks.class,
                    "other",
                    MethodType.methodType(Object.class, String.class, Object[].class)),
                0,
                name)
            : MethodHandles.insertArguments(
                LOOKUP.findStatic(
                    UnsafeHooks.class,
                    "operate",
                    MethodType.methodType(Object.class, UnsafeOperation.class, Object[].class)),
                0,
                operation);
    return new ConstantCallSite(
        target.asCollector(Object[].class, type.parameterCount()).asType(type));
  }

  private static VirtualMachine machine() {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      throw Refusals.said("uses Unsafe where nothing is explored");
    }
    return m;
  }

  static Object operate(UnsafeOperation operation, Object... args) throws Throwable {
    Behalf.nonNull(args[0]);
    if (args[1] instanceof Long address) {
      Object[] values = Arrays.copyOfRange(args, 2, args.length);
      return machine().unsafe.operate(operation, null, address, values);
    }
    Object[] values = Arrays.copyOfRange(args, 3, args.length);
    return machine().unsafe.operate(operation, args[1], (long) args[2], values);
  }

  /** What is no access. */
  static Object other(String name, Object... args) throws Throwable {
    Behalf.nonNull(args[0]);
    switch (name) {
      case "objectFieldOffset", "staticFieldOffset" -> {
        return machine().unsafe.offset(field(args));
      }
      case "staticFieldBase" -> {
        return field(args).getDeclaringClass();
      }
      case "arrayBaseOffset" -> {
        return UnsafeCalls.BASE;
      }
      case "arrayIndexScale" -> {
        return UnsafeCalls.scale((Class<?>) args[1]);
      }
      case "isBigEndian" -> {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
      }
      case "fullFence" -> JdkHooks.fullFence();
      case "loadFence" -> JdkHooks.acquireFence();
      case "storeFence" -> JdkHooks.releaseFence();
      case "loadLoadFence" -> JdkHooks.loadLoadFence();
      case "storeStoreFence" -> JdkHooks.storeStoreFence();
      case "throwException" -> throw (Throwable) args[1];
      case "setMemory" -> set(args);
      case "copyMemory" -> copy(args);
      case "park" -> park((boolean) args[1], (long) args[2]);
      case "unpark" -> ThreadHooks.unpark((Thread) args[1]);
      case "ensureClassInitialized" -> Behalf.initialize((Class<?>) args[1]);
      default -> refuse(name);
    }
    return null;
  }

  /** Of an object, or at an address. */
  private static void set(Object... args) throws Throwable {
    boolean isAt = args[1] instanceof Long;
    int i = isAt ? 1 : 2;
    machine()
        .memoryBlocks
        .set(isAt ? null : args[1], (long) args[i], (long) args[i + 1], (byte) args[i + 2]);
  }

  private static void copy(Object... args) throws Throwable {
    boolean isAt = args[1] instanceof Long;
    if (isAt) {
      machine().memoryBlocks.copy(null, (long) args[1], null, (long) args[2], (long) args[3]);
    } else {
      machine().memoryBlocks.copy(args[1], (long) args[2], args[3], (long) args[4], (long) args[5]);
    }
  }

  /** A time of 0 is none. */
  private static void park(boolean isAbsolute, long time) throws Stop {
    if (isAbsolute) {
      ThreadHooks.parkUntil(time, true);
    } else if (time == 0) {
      ThreadHooks.park(true);
    } else {
      ThreadHooks.parkNanos(time, true);
    }
  }

  private static void refuse(String name) throws Stop {
    machine().refusals.refuseIf("calls sun.misc.Unsafe." + name);
  }

  private static Field field(Object... args) throws NoSuchFieldException {
    return args[1] instanceof Class<?> c
        ? c.getDeclaredField((String) args[2])
        : (Field) Behalf.nonNull(args[1]);
  }

  /**
   * Two parts of arrays are not known to differ anywhere: who asks looks at all of it, element by
   * element.
   */
  public static int vectorizedMismatch(
      Object a, long aOffset, Object b, long bOffset, int length, int log2IndexScale) {
    return ~length;
  }
}
