// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.WeavingLoader;

/**
 * The methods of a woven test that run, and the objects that they are given: what jcstress makes of
 * it.
 */
final class TestInstance {
  private final StressTest test;
  private final Class<?> type;
  private final Class<?> stateType;
  private final List<Method> actors;
  private final Method arbiter;
  private final Class<?> resultType;
  private final Thread signalled;
  private Object result;
  private BoundMethod toString;

  /**
   * Loads the classes.
   *
   * @param signalled what stands for the thread of the first actor
   */
  TestInstance(StressTest test, WeavingLoader loader, Thread signalled)
      throws ReflectiveOperationException {
    this.test = test;
    this.signalled = signalled;
    type = loader.own(test.className());
    stateType = loader.own(test.stateClass());
    List<Method> methods = new ArrayList<>();
    for (TestMethod actor : test.actors()) {
      methods.add(method(type, actor));
    }
    if (test.signal() != null) {
      methods.add(method(type, test.signal()));
    }
    int running = methods.size();
    if (test.arbiter() != null) {
      methods.add(method(type, test.arbiter()));
    }
    resultType = resultType(test, methods, new TestReader(loader.getParent()));
    actors = methods.subList(0, running);
    arbiter = methods.size() == running ? null : methods.get(running);
  }

  /** Runs the initialiser of the state's class. */
  void initialize() throws ClassNotFoundException {
    Class.forName(stateType.getName(), true, stateType.getClassLoader());
  }

  /** Makes an object of the state. */
  Object makeState() throws ReflectiveOperationException {
    return create(stateType, test.arguments());
  }

  /** Makes an object whose methods the actors are. */
  Object makeTest(Object state) throws ReflectiveOperationException {
    return isItsState() ? state : create(type, List.of());
  }

  /** Whether the test is its own state. */
  boolean isItsState() {
    return type == stateType;
  }

  /** Makes the object in which the actors put what they come to. */
  void makeResult() throws ReflectiveOperationException {
    if (resultType != null) {
      result = create(resultType, List.of());
      toString = BoundMethod.of(resultType.getMethod("toString"), result);
    }
  }

  private static Object create(Class<?> type, List<Object> arguments)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (takes(constructor.getParameterTypes(), arguments)) {
        constructor.setAccessible(true);
        return constructor.newInstance(arguments.toArray());
      }
    }
    throw new Refused(
        type.getName()
            + " has no constructor "
            + (arguments.isEmpty() ? "without parameters" : "that takes " + arguments));
  }

  /** Whether arguments are as many, and no object is of another type. */
  private static boolean takes(Class<?>[] types, List<Object> arguments) {
    boolean takes = types.length == arguments.size();
    for (int i = 0; takes && i < types.length; i++) {
      takes = types[i].isPrimitive() || types[i].isInstance(arguments.get(i));
    }
    return takes;
  }

  private static Method method(Class<?> type, TestMethod sought) {
    for (Method m : type.getDeclaredMethods()) {
      if (m.getName().equals(sought.name())
          && Type.getMethodDescriptor(m).equals(sought.descriptor())) {
        return m;
      }
    }
    throw new IllegalStateException(type + " has no method " + sought);
  }

  private static Class<?> resultType(StressTest test, List<Method> methods, TestReader reader) {
    for (Method m : methods) {
      for (Class<?> p : m.getParameterTypes()) {
        if (!p.getName().equals(test.stateClass()) && reader.isResult(p.getName())) {
          return p;
        }
      }
    }
    return null;
  }

  /** How many actors there are, with the signal of a termination test behind them. */
  int actors() {
    return actors.size();
  }

  /** What an actor is called. */
  String nameOf(int actor) {
    return actors.get(actor).getName();
  }

  /** Whether the test has an arbiter. */
  boolean hasArbiter() {
    return arbiter != null;
  }

  String nameOfArbiter() {
    return arbiter.getName();
  }

  /** An actor of the test that is given that state. */
  BoundMethod actor(int actor, Object receiver, Object state) throws IllegalAccessException {
    return bound(actors.get(actor), receiver, state);
  }

  BoundMethod arbiter(Object receiver, Object state) throws IllegalAccessException {
    return bound(arbiter, receiver, state);
  }

  private BoundMethod bound(Method method, Object receiver, Object state)
      throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(p -> p == Thread.class ? signalled : p.isInstance(state) ? state : result)
            .toArray();
    return BoundMethod.of(method, receiver, arguments);
  }

  /** Null if the test has none. */
  Object result() {
    return result;
  }

  /** Of the result; null if there is none. */
  BoundMethod resultToString() {
    return toString;
  }
}
