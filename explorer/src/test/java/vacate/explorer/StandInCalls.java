// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Calls of every public method and constructor of a class of the JDK, found by reflection: with
 * arguments that are right, and then with each one in turn replaced by others, most of them wrong.
 */
final class StandInCalls {
  /** What an object can be asked for besides its own business. */
  private static final Set<String> OF_OBJECT =
      Set.of("wait", "notify", "notifyAll", "getClass", "hashCode", "equals");

  private final Class<?> type;
  private final List<JdkCall> calls = new ArrayList<>();

  private StandInCalls(Class<?> type) {
    this.type = type;
  }

  static List<JdkCall> of(Class<?> type) {
    StandInCalls all = new StandInCalls(type);
    Arrays.stream(type.getConstructors()).forEach(c -> all.call(c, "new " + type.getSimpleName()));
    for (Method m : type.getMethods()) {
      if (Modifier.isStatic(m.getModifiers())) {
        all.call(m, type.getSimpleName() + "." + m.getName());
      } else if (!OF_OBJECT.contains(m.getName()) || m.getDeclaringClass() == type) {
        all.receivers(m).forEach(receiver -> all.call(m, receiver));
      }
    }
    return all.calls;
  }

  /** How objects are made to call a method on; a call that would wait for others is not made. */
  private List<String> receivers(Method m) {
    if (type == Semaphore.class) {
      return m.getName().startsWith("acquire")
          ? List.of("new Semaphore(Integer.MAX_VALUE)")
          : List.of("new Semaphore(2)", "new Semaphore(-1)", "new Semaphore(Integer.MAX_VALUE)");
    }
    if (type == ReentrantLock.class) {
      return List.of("new ReentrantLock()", "Fixtures.held(new ReentrantLock(true))");
    }
    if (type.getSimpleName().endsWith("Updater")) {
      return List.of(updater("volatileOne"), updater("half"));
    }
    return switch (type.getSimpleName()) {
      case "AtomicBoolean" -> List.of("new AtomicBoolean(true)");
      case "AtomicInteger" ->
          List.of("new AtomicInteger(1)", "new AtomicInteger(Integer.MAX_VALUE)");
      case "AtomicLong" -> List.of("new AtomicLong(1)", "new AtomicLong(Long.MIN_VALUE)");
      case "AtomicReference" -> List.of("new AtomicReference(\"a\")");
      case "AtomicIntegerArray" -> List.of("new AtomicIntegerArray(new int[] {1, 2})");
      case "AtomicLongArray" -> List.of("new AtomicLongArray(new long[] {1, 2})");
      case "AtomicReferenceArray" ->
          List.of("new AtomicReferenceArray(new String[] {\"a\", \"b\"})");
      default -> throw new IllegalArgumentException("how is a " + type + " made?");
    };
  }

  private String updater(String field) {
    String kind = type.getSimpleName().replaceAll("Atomic|FieldUpdater", "");
    return "Fixtures." + field + kind;
  }

  private String state(String o) {
    return switch (type.getSimpleName()) {
      case "ReentrantLock" -> o + ".getHoldCount()";
      case "Semaphore" -> o + ".availablePermits()";
      case "AtomicIntegerArray", "AtomicLongArray", "AtomicReferenceArray" ->
          o + ".length() + \" \" + " + o + ".get(0)";
      case "AtomicIntegerFieldUpdater", "AtomicLongFieldUpdater", "AtomicReferenceFieldUpdater" ->
          "f.all()";
      default -> o + ".get()";
    };
  }

  private void call(Executable e, String on) {
    boolean hasReceiver = e instanceof Method m && !Modifier.isStatic(m.getModifiers());
    boolean isUpdater = type.getSimpleName().endsWith("Updater");
    Class<?>[] types = e.getParameterTypes();
    List<List<String>> pools = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      pools.add(pool(e, types[i], i));
    }
    for (List<String> arguments : oneAtATime(pools)) {
      String setup = isUpdater ? "Fixtures.Fields f = new Fixtures.Fields();" : "";
      String list = "(" + String.join(", ", arguments) + ")";
      String name =
          type.getSimpleName()
              + "."
              + (hasReceiver ? e.getName() : e.getName().replaceAll(".*\\.", ""));
      if (hasReceiver) {
        String made = setup + type.getSimpleName() + " o = " + on + ";";
        boolean isVoid = ((Method) e).getReturnType() == void.class;
        calls.add(
            new JdkCall(name, made, "o." + e.getName() + list + (isVoid ? ";" : ""), state("o")));
      } else if (e instanceof Method) {
        calls.add(new JdkCall(name, setup, on + list + " != null", "null"));
      } else {
        String made = type.getSimpleName() + " o = " + on + list + ";";
        calls.add(new JdkCall(name + ".new", "", made, "null"));
        calls.add(
            new JdkCall(
                name + ".new",
                made,
                "0",
                type == Semaphore.class || type == ReentrantLock.class
                    ? state("o")
                    : "o.toString()"));
      }
    }
  }

  /** The first of each, and then each other one among the first of the rest. */
  private static List<List<String>> oneAtATime(List<List<String>> pools) {
    List<String> first = pools.stream().map(p -> p.get(0)).toList();
    List<List<String>> all = new ArrayList<>(List.of(first));
    for (int i = 0; i < pools.size(); i++) {
      for (String other : pools.get(i).subList(1, pools.get(i).size())) {
        List<String> arguments = new ArrayList<>(first);
        arguments.set(i, other);
        all.add(Collections.unmodifiableList(arguments));
      }
    }
    return all;
  }

  private List<String> pool(Executable e, Class<?> parameter, int i) {
    boolean isUpdater = type.getSimpleName().endsWith("Updater");
    if (isUpdater && parameter == Object.class && i == 0) {
      return List.of("f", "null", "\"x\"", "new Fixtures.Fields.Sub()");
    }
    return switch (parameter.getSimpleName()) {
      case "boolean" -> List.of("true", "false");
      case "int" ->
          e instanceof Method || type == Semaphore.class
              ? List.of("1", "0", "-1", "2", "Integer.MAX_VALUE")
              : List.of("1", "0", "-1");
      case "long" ->
          e.getName().startsWith("try")
              ? List.of("0L", "-1L")
              : List.of("1L", "0L", "Long.MAX_VALUE");
      case "Object" -> List.of("\"a\"", "\"b\"", "null", "5");
      case "String" -> fields();
      case "Class" ->
          i == 0
              ? List.of(
                  "Fixtures.Fields.class", "null", "String.class", "Fixtures.Fields.Sub.class")
              : List.of("String.class", "null", "Object.class", "int.class");
      case "TimeUnit" -> List.of("TimeUnit.NANOSECONDS", "null");
      case "IntUnaryOperator", "LongUnaryOperator" -> List.of("x -> x + 3", "x -> 1 / 0", "null");
      case "IntBinaryOperator", "LongBinaryOperator" ->
          List.of("(x, y) -> x * 10 + y", "(x, y) -> 1 / 0", "null");
      case "UnaryOperator" -> List.of("x -> x + \"c\"", "x -> null", "x -> 1 / 0", "null");
      case "BinaryOperator" -> List.of("(x, y) -> x + \"c\" + y", "(x, y) -> 1 / 0", "null");
      case "int[]" -> List.of("new int[] {3, 4}", "new int[0]", "null");
      case "long[]" -> List.of("new long[] {3, 4}", "new long[0]", "null");
      case "Object[]" -> List.of("new Object[] {\"a\", 1}", "new String[] {\"a\"}", "null");
      case "Thread" -> List.of("Thread.currentThread()", "null");
      case "Condition" -> List.of("null");
      default -> throw new IllegalArgumentException("what is right for " + parameter + " of " + e);
    };
  }

  /** One that an updater of the type may have, and others. */
  private List<String> fields() {
    String right = "one" + updater("").substring("Fixtures.".length()).replace("Integer", "");
    Stream<String> names =
        Stream.of(right, "none", "plain", "other", "hidden", "shared", "fixed", "inherited");
    return Stream.concat(names.map(name -> '"' + name + '"'), Stream.of("null")).toList();
  }
}
