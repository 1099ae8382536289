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

/** The objects of a woven test, and those of its methods that run: what jcstress makes of it. */
final class TestInstance {
  private final List<BoundMethod> actors = new ArrayList<>();
  private final BoundMethod arbiter;
  private final BoundMethod toString;
  private final Object state;
  private final Object receiver;
  private final Object result;
  private final Thread signalled;

  /**
   * Loads the classes, and runs the constructors: the setup of the test.
   *
   * @param signalled what stands for the thread of the first actor
   */
  TestInstance(StressTest test, WeavingLoader loader, Thread signalled)
      throws ReflectiveOperationException {
    this.signalled = signalled;
    Class<?> type = loader.own(test.className());
    Class<?> stateType = loader.own(test.stateClass());
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
    state = create(stateType, test.arguments());
    receiver = type == stateType ? state : create(type, List.of());
    Class<?> resultType = resultType(test, methods, new TestReader(loader.getParent()));
    result = resultType == null ? null : create(resultType, List.of());
    for (Method actor : methods.subList(0, running)) {
      actors.add(bound(actor));
    }
    arbiter = methods.size() == running ? null : bound(methods.get(running));
    toString = resultType == null ? null : BoundMethod.of(resultType.getMethod("toString"), result);
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

  private BoundMethod bound(Method method) throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(p -> p == Thread.class ? signalled : p.isInstance(state) ? state : result)
            .toArray();
    return BoundMethod.of(method, receiver, arguments);
  }

  /** The actors, and the signal of a termination test behind them. */
  List<BoundMethod> actors() {
    return actors;
  }

  /** Null if the test has none. */
  BoundMethod arbiter() {
    return arbiter;
  }

  /** The object of the state class. */
  Object state() {
    return state;
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
