// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.Refusals;

/**
 * What becomes of accesses to the bytes of a buffer in the JDK's own code. Public, as {@link
 * Hooks}, only because woven classes are the users'.
 */
public final class MemoryHooks {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final Pattern ACCESS =
      Pattern.compile("(get|put)(Byte|Short|Char|Int|Long)(Unaligned)?");

  private static final Map<String, Integer> SIZES =
      Map.of("Byte", 1, "Short", 2, "Char", 2, "Int", 4, "Long", 8);

  private MemoryHooks() {}

  /** The bootstrap of a call of any method of {@code ScopedMemoryAccess}. */
  public static CallSite call(
      MethodHandles.Lookup caller, String name, MethodType type, String owner, int isStatic)
      throws ReflectiveOperationException {
    MethodHandle target =
        MethodHandles.insertArguments(
            LOOKUP.findStatic(
                MemoryHooks.class,
                "operate",
                MethodType.methodType(Object.class, String.class, Object[].class)),
            0,
            name);
    return new ConstantCallSite(
        target.asCollector(Object[].class, type.parameterCount()).asType(type));
  }

  /** Behind the receiver and the sessions, of which a buffer in the heap has none. */
  static Object operate(String name, Object... args) throws Throwable {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      throw Refusals.said("uses a buffer where nothing is explored");
    }
    Matcher access = ACCESS.matcher(name);
    if (access.matches()) {
      int size = SIZES.get(access.group(2));
      boolean unaligned = access.group(3) != null;
      boolean bigEndian = unaligned && (boolean) args[args.length - 1];
      long offset = (long) args[3];
      if (access.group(1).equals("get")) {
        return number(access.group(2), m.bufferBytes.get(args[2], offset, size, bigEndian));
      }
      m.bufferBytes.put(args[2], offset, size, bigEndian, bits(args[4]));
    } else if (name.equals("copyMemory")) {
      m.bufferBytes.copy(args[3], (long) args[4], args[5], (long) args[6], (long) args[7]);
    } else if (name.equals("vectorizedMismatch")) {
      return ~(int) args[7]; // looks at all of it, element by element
    } else {
      m.refusals.refuseIf("calls " + name + " on the bytes of a buffer");
    }
    return null;
  }

  private static Object number(String type, long bits) {
    return switch (type) {
      case "Byte" -> (byte) bits;
      case "Short" -> (short) bits;
      case "Char" -> (char) bits;
      case "Int" -> (int) bits;
      default -> bits;
    };
  }

  private static long bits(Object number) {
    return number instanceof Character c ? c : ((Number) number).longValue();
  }

  /** An array stands for memory outside of the heap. */
  public static void direct(byte[] array) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.bufferBytes.isDirect(array);
    }
  }

  public static boolean isDirect(byte[] array) {
    VirtualMachine m = VirtualMachine.current();
    return m != null && m.bufferBytes.areDirect(array);
  }

  public static boolean hasArray(byte[] array, boolean isReadOnly) {
    return array != null && !isReadOnly && !isDirect(array);
  }

  /** A buffer is asked for its array. */
  public static void asked(byte[] array) {
    if (isDirect(array)) {
      throw Behalf.unsupported();
    }
  }
}
