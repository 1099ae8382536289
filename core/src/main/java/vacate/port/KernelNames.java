// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vacate.kernel.Kernel;
import vacate.slub.KmemCacheOps;

/** Which function of the kernel a method is, as its {@link Kernel} says. */
public final class KernelNames {
  private static final Map<String, Kernel> NAMES = names();
  private static final Set<String> CALLBACKS = callbacks();

  private KernelNames() {}

  private static Map<String, Kernel> names() {
    Map<String, Kernel> names = new HashMap<>();
    for (Class<?> type : Port.types()) {
      for (Method method : type.getDeclaredMethods()) {
        Kernel function = method.getAnnotation(Kernel.class);
        if (function != null) {
          names.put(type.getName() + "." + method.getName(), function);
        }
      }
    }
    return names;
  }

  private static Set<String> callbacks() {
    Set<String> names = new TreeSet<>();
    for (Class<?> callback : KmemCacheOps.class.getDeclaredClasses()) {
      Arrays.stream(callback.getDeclaredMethods()).map(Method::getName).forEach(names::add);
    }
    return names;
  }

  /**
   * As the kernel spells it. A method that is nothing of the kernel's, as one of a test, in the
   * kernel's spelling: {@code tryLock} is {@code try_lock}.
   *
   * @param type binary name of its class
   */
  public static String function(String type, String method) {
    Kernel function = NAMES.get(type + "." + method);
    return function != null
        ? function.value()
        : method.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase();
  }

  /**
   * A function of the port by its name in the kernel, for who has to know it.
   *
   * @throws IllegalArgumentException if no method is that function
   */
  public static String known(String function) {
    if (NAMES.values().stream().noneMatch(known -> known.value().equals(function))) {
      throw new IllegalArgumentException("no method is " + function);
    }
    return function;
  }

  /** Whether the method is told as a function of the kernel, and not as part of its caller. */
  public static boolean isFunction(String type, String method) {
    Kernel function = NAMES.get(type + "." + method);
    return function != null
        ? !function.inlined()
        : CALLBACKS.contains(method) && !Port.isOfThePort(type);
  }
}
