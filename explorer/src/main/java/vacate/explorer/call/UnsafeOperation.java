// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle.AccessMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access by {@code Unsafe}: what the VarHandle of the place would be asked for.
 *
 * @param type of what is there, {@code Object} for any reference
 * @param failsSpuriously whether a weak compare-and-set may fail for no reason
 */
public record UnsafeOperation(AccessMode mode, Class<?> type, boolean failsSpuriously) {
  private static final String TYPES =
      "(Int|Long|Reference|Object|Boolean|Byte|Short|Char|Float|Double)";
  private static final Pattern GET = Pattern.compile("get" + TYPES + "(|Volatile|Acquire|Opaque)");
  private static final Pattern PUT = Pattern.compile("put" + TYPES + "(|Volatile|Release|Opaque)");
  private static final Pattern PUT_ORDERED = Pattern.compile("putOrdered" + TYPES);
  private static final Pattern COMPARE = Pattern.compile("compareAnd(Set|Swap)" + TYPES);
  private static final Pattern WEAK =
      Pattern.compile("weakCompareAnd(?:Set|Swap)" + TYPES + "(|Plain|Acquire|Release|Volatile)");
  private static final Pattern EXCHANGE =
      Pattern.compile("compareAndExchange" + TYPES + "(|Acquire|Release|Volatile)");
  private static final Pattern UPDATE =
      Pattern.compile(
          "getAnd(Add|Set|BitwiseOr|BitwiseAnd|BitwiseXor)" + TYPES + "(|Acquire|Release)");

  private static final Map<String, Class<?>> CLASSES =
      Map.of(
          "Int", int.class,
          "Long", long.class,
          "Reference", Object.class,
          "Object", Object.class,
          "Boolean", boolean.class,
          "Byte", byte.class,
          "Short", short.class,
          "Char", char.class,
          "Float", float.class,
          "Double", double.class);

  /**
   * The operation that a method is; null if it is none, or of neither an object and an offset nor
   * an address.
   *
   * @param type of the method, its receiver first
   */
  public static UnsafeOperation of(String method, MethodType type, boolean failsSpuriously) {
    UnsafeOperation operation = of(method, type);
    return operation == null
        ? null
        : new UnsafeOperation(operation.mode, operation.type, failsSpuriously);
  }

  private static UnsafeOperation of(String method, MethodType type) {
    boolean isAt = type.parameterCount() > 1 && type.parameterType(1) == long.class;
    if (!isAt
        && (type.parameterCount() < 3
            || type.parameterType(1) != Object.class
            || type.parameterType(2) != long.class)) {
      return null;
    }
    Matcher m;
    if ((m = GET.matcher(method)).matches()) {
      return of("GET", m.group(2), m.group(1));
    }
    if ((m = PUT.matcher(method)).matches()) {
      return of("SET", m.group(2), m.group(1));
    }
    if ((m = PUT_ORDERED.matcher(method)).matches()) {
      return of("SET", "Release", m.group(1));
    }
    if ((m = COMPARE.matcher(method)).matches()) {
      return of("COMPARE_AND_SET", "", m.group(2));
    }
    if ((m = WEAK.matcher(method)).matches()) {
      return of("WEAK_COMPARE_AND_SET", m.group(2).replace("Volatile", ""), m.group(1));
    }
    if ((m = EXCHANGE.matcher(method)).matches()) {
      return of("COMPARE_AND_EXCHANGE", m.group(2).replace("Volatile", ""), m.group(1));
    }
    if ((m = UPDATE.matcher(method)).matches()) {
      String what =
          m.group(1).replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
      return of("GET_AND_" + what, m.group(3), m.group(2));
    }
    return null;
  }

  private static UnsafeOperation of(String mode, String order, String type) {
    String suffix = order.isEmpty() ? "" : "_" + order.toUpperCase(java.util.Locale.ROOT);
    return new UnsafeOperation(AccessMode.valueOf(mode + suffix), CLASSES.get(type), true);
  }

  /** Whether it takes a few bytes of an array of them as one value. */
  boolean isOfSeveralBytes() {
    return type.isPrimitive() && type != byte.class && type != boolean.class;
  }

  /** Whether what is of that type can be accessed so. */
  boolean fits(Class<?> of) {
    return type == of || type == Object.class && !of.isPrimitive();
  }
}
