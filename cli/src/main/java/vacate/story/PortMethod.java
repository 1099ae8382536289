// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * A method of the port, for who looks for it among those that run. It is made of a method
 * reference, so that no code has to spell a name that a compiler does not check.
 *
 * @param type binary name of the class that declares it
 */
record PortMethod(String type, String name) {
  /** One with one parameter, or none and a receiver. */
  interface One<A> extends Serializable {
    void call(A a);
  }

  /** One with two parameters, or one and a receiver. */
  interface Two<A, B> extends Serializable {
    void call(A a, B b);
  }

  /** One with three parameters, or two and a receiver. */
  interface Three<A, B, C> extends Serializable {
    void call(A a, B b, C c);
  }

  /** One with five parameters, or four and a receiver. */
  interface Five<A, B, C, D, E> extends Serializable {
    void call(A a, B b, C c, D d, E e);
  }

  /** Which one is referred to. */
  static <A> PortMethod of(One<A> reference) {
    return resolve(reference);
  }

  /** Which one is referred to. */
  static <A, B> PortMethod of(Two<A, B> reference) {
    return resolve(reference);
  }

  /** Which one is referred to. */
  static <A, B, C> PortMethod of(Three<A, B, C> reference) {
    return resolve(reference);
  }

  /** Which one is referred to. */
  static <A, B, C, D, E> PortMethod of(Five<A, B, C, D, E> reference) {
    return resolve(reference);
  }

  /** What the compiler has written down of a reference that can be serialised. */
  private static PortMethod resolve(Serializable reference) {
    try {
      Method replace = reference.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      SerializedLambda made = (SerializedLambda) replace.invoke(reference);
      Class<?> named = Class.forName(made.getImplClass().replace('/', '.'));
      return Arrays.stream(named.getMethods())
          .filter(method -> method.getName().equals(made.getImplMethodName()))
          .findFirst()
          .map(method -> new PortMethod(method.getDeclaringClass().getName(), method.getName()))
          .orElseThrow(() -> new IllegalArgumentException("no reference to a method: " + made));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
