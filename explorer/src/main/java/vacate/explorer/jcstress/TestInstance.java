// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;
import vacate.explorer.weave.WeavingLoader;

/** The objects of a woven test, and those of its methods that run: what jcstress makes of it. */
final class TestInstance {
  private final List<Method> actors = new ArrayList<>();
  private final Method arbiter;
  private final Method toString;
  private final Object state;
  private final Object receiver;
  private final Object result;

  /** Loads the classes, and runs the constructors: the setup of the test. */
  TestInstance(StressTest test, WeavingLoader loader) throws ReflectiveOperationException {
    Class<?> type = loader.own(test.className());
    Class<?> stateType = loader.own(test.stateClass());
    for (TestMethod actor : test.actors()) {
      actors.add(method(type, actor));
    }
    if (test.signal() != null) {
      actors.add(method(type, test.signal()));
    }
    arbiter = test.arbiter() == null ? null : method(type, test.arbiter());
    state = create(stateType, test.arguments());
    receiver = type == stateType ? state : create(type, List.of());
    Class<?> resultType = resultType(test, new TestReader(loader.getParent()));
    result = resultType == null ? null : create(resultType, List.of());
    toString = resultType == null ? null : resultType.getMethod("toString");
    if (toString != null) {
      toString.setAccessible(true);
    }
  }

  private static Object create(Class<?> type, List<Object> arguments)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == arguments.size()) {
        constructor.setAccessible(true);
        return constructor.newInstance(arguments.toArray());
      }
    }
    throw new NoSuchMethodException(type + " with " + arguments.size() + " arguments");
  }

  private static Method method(Class<?> type, TestMethod sought) {
    for (Method m : type.getDeclaredMethods()) {
      if (m.getName().equals(sought.name())
          && Type.getMethodDescriptor(m).equals(sought.descriptor())) {
        m.setAccessible(true);
        return m;
      }
    }
    throw new IllegalStateException(type + " has no method " + sought);
  }

  private Class<?> resultType(StressTest test, TestReader reader) {
    List<Method> methods = new ArrayList<>(actors);
    if (arbiter != null) {
      methods.add(arbiter);
    }
    for (Method m : methods) {
      for (Class<?> p : m.getParameterTypes()) {
        if (!p.getName().equals(test.stateClass()) && reader.isResult(p.getName())) {
          return p;
        }
      }
    }
    return null;
  }

  /** The actors, and the signal of a termination test behind them. */
  List<Method> actors() {
    return actors;
  }

  /** Null if the test has none. */
  Method arbiter() {
    return arbiter;
  }

  /** The object of the state class. */
  Object state() {
    return state;
  }

  /** What actors and arbiter are called on. */
  Object receiver() {
    return receiver;
  }

  /** Null if the test has none. */
  Object result() {
    return result;
  }

  /** Of the result; null if there is none. */
  Method resultToString() {
    return toString;
  }

  /** What a method of the test is called with. */
  Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(p -> p.isInstance(state) ? state : result)
        .toArray();
  }
}
