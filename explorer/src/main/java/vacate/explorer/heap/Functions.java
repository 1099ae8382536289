// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * Lambdas of the test, what the JDK composes of them, as {@code f.andThen(g)} or a comparator, and
 * an {@code Optional}, which is a function without parameters. They never change, but what they
 * hold may; so who publishes one publishes its parts. What the JDK keeps in one cannot be seen: it
 * is what the one was made of.
 */
public final class Functions {
  private static final Pattern OF_THE_JDK =
      Pattern.compile(
          "java\\.util\\.(function\\.\\w+|Comparator|Map\\$Entry|stream\\.Collectors)\\$\\$Lambda.*"
              + "|java\\.util\\.(Collections\\$ReverseComparator2?|Comparators\\$NullComparator)"
              + "|java\\.lang\\.String\\$CaseInsensitiveComparator");

  private final Refusals refusals;

  /** What the running thread has made of what. */
  private final Map<Object, Object[]> made = new IdentityHashMap<>();

  public Functions(Refusals refusals) {
    this.refusals = refusals;
  }

  public void startRun() {
    made.clear();
  }

  /** Whether an object is a function that never changes. */
  static boolean isFunction(Object o) {
    return isLambda(o.getClass()) || isOfTheJdk(o.getClass()) || isOptional(o);
  }

  /** Whether an object holds one thing, or nothing, for ever. */
  public static boolean isOptional(Object o) {
    return o instanceof Optional
        || o instanceof OptionalInt
        || o instanceof OptionalLong
        || o instanceof OptionalDouble;
  }

  /** Whether a class was made for a lambda of woven code. */
  static boolean isLambda(Class<?> type) {
    return type.isHidden() && WeavingLoader.isWoven(type);
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return type.getClassLoader() == null && OF_THE_JDK.matcher(type.getName()).matches();
  }

  /** A call of the JDK had these arguments, its receiver among them, and that result. */
  public void made(Object result, Object... of) {
    if (result != null && isOfTheJdk(result.getClass())) {
      made.putIfAbsent(result, of.clone());
    }
  }

  /** What a function holds. */
  public List<Object> parts(Object function) throws Stop {
    Class<?> type = function.getClass();
    if (function instanceof Optional<?> one) {
      return Collections.singletonList(one.orElse(null));
    }
    if (isOptional(function)) {
      return List.of();
    }
    if (!isOfTheJdk(type)) {
      return captured(function);
    }
    Object[] parts = made.get(function);
    if (parts != null) {
      return Arrays.asList(parts);
    }
    if (Arrays.stream(type.getDeclaredFields()).allMatch(f -> isStatic(f))) {
      return List.of();
    }
    throw refusals.refuse("shares a " + type.getName() + " whose making was not seen");
  }

  private static List<Object> captured(Object lambda) {
    List<Object> captured = new ArrayList<>();
    for (Field f : lambda.getClass().getDeclaredFields()) {
      if (!f.getType().isPrimitive() && !isStatic(f)) {
        try {
          f.setAccessible(true);
          captured.add(f.get(lambda));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return captured;
  }

  /** Whether an object is one that holds nothing, of which there is one in the JVM. */
  static boolean isConstant(Object o) {
    return isNone(o)
        || isLambda(o.getClass())
            && Arrays.stream(o.getClass().getDeclaredFields()).allMatch(f -> isStatic(f));
  }

  private static boolean isNone(Object o) {
    return o == Optional.empty()
        || o == OptionalInt.empty()
        || o == OptionalLong.empty()
        || o == OptionalDouble.empty();
  }

  private static boolean isStatic(Field f) {
    return Modifier.isStatic(f.getModifiers());
  }
}
