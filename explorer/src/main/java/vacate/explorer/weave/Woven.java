// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;

/** What woven code has instead of classes of the JDK, and what it calls the explorer by. */
final class Woven {
  private static final String HOOKS = "vacate/explorer/weave/";
  private static final String SHADOWS = HOOKS + "jdk/";

  /**
   * Concurrent classes of the JDK whose memory effects are specified by those of VarHandle. The
   * shadows are written in those terms and woven like any other code.
   */
  private static final Map<String, String> REPLACED =
      Map.ofEntries(
          shadow("java/util/concurrent/atomic/AtomicBoolean"),
          shadow("java/util/concurrent/atomic/AtomicInteger"),
          shadow("java/util/concurrent/atomic/AtomicLong"),
          shadow("java/util/concurrent/atomic/AtomicReference"),
          shadow("java/util/concurrent/atomic/AtomicIntegerArray"),
          shadow("java/util/concurrent/atomic/AtomicLongArray"),
          shadow("java/util/concurrent/atomic/AtomicReferenceArray"),
          shadow("java/util/concurrent/atomic/AtomicIntegerFieldUpdater"),
          shadow("java/util/concurrent/atomic/AtomicLongFieldUpdater"),
          shadow("java/util/concurrent/atomic/AtomicReferenceFieldUpdater"),
          shadow("java/util/concurrent/locks/ReentrantLock"),
          shadow("java/util/concurrent/Semaphore"),
          // Copied from the running JDK as it is: nothing in it but plain fields and arrays.
          Map.entry("java/util/BitSet", SHADOWS + "copy/BitSet"));

  private Woven() {}

  private static Map.Entry<String, String> shadow(String name) {
    return Map.entry(name, SHADOWS + name.substring(name.lastIndexOf('/') + 1));
  }

  /** Whether a class was woven: none of the JDK or the explorer, nor an array. */
  static boolean isWoven(Class<?> type) {
    return !type.isArray() && type.getClassLoader() instanceof WeavingLoader;
  }

  /** Whether a class, by internal name, is one that weaving makes code call. */
  static boolean isHook(String name) {
    return name.startsWith(HOOKS) && name.indexOf('/', HOOKS.length()) < 0 && isOurs(name);
  }

  /** Whether a class, by internal name, stands for one of the JDK, or helps those that do. */
  static boolean isShadow(String name) {
    return name.startsWith(SHADOWS) && (REPLACED.containsValue(name) || isOurs(name));
  }

  /** Anyone may have a package of this name; the classes of the explorer come from one place. */
  private static boolean isOurs(String name) {
    try {
      return Class.forName(name.replace('/', '.'), false, Woven.class.getClassLoader())
          .getProtectionDomain()
          .getCodeSource()
          .equals(Woven.class.getProtectionDomain().getCodeSource());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The class that stands for {@code name}, or {@code name} itself. */
  static String replaced(String name) {
    return REPLACED.getOrDefault(name, name);
  }

  /** The internal name of the class of the JDK for which one of that simple name stands. */
  static String original(String simpleName) {
    return REPLACED.keySet().stream()
        .filter(name -> name.endsWith("/" + simpleName))
        .findFirst()
        .orElse(simpleName);
  }

  /** Where the bytes of a class come from. */
  static String resource(String name) {
    for (Map.Entry<String, String> e : REPLACED.entrySet()) {
      if (e.getValue().equals(name) && name.startsWith(SHADOWS + "copy/")) {
        return e.getKey();
      }
    }
    return name;
  }
}
