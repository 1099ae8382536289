// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** A method of a woven class with all that it is called with: it is called once for each run. */
record BoundMethod(String name, MethodHandle code) {
  /**
   * @param receiver unused if the method is static
   * @throws IllegalAccessException if it may not be called
   */
  static BoundMethod of(Method method, Object receiver, Object... arguments)
      throws IllegalAccessException {
    method.setAccessible(true);
    MethodHandle handle = MethodHandles.lookup().unreflect(method);
    if (!Modifier.isStatic(method.getModifiers())) {
      handle = handle.bindTo(receiver);
    }
    handle = MethodHandles.insertArguments(handle, 0, arguments);
    return new BoundMethod(
        method.getName(), handle.asType(handle.type().changeReturnType(Object.class)));
  }

  /** Throws what the method throws. */
  Object call() throws Throwable {
    return (Object) code.invokeExact();
  }
}
