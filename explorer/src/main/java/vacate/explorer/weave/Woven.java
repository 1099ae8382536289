// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;
import java.util.regex.Pattern;

/** Which classes are woven, and which classes of the JDK are replaced by ones that can be. */
final class Woven {
  private static final String SHADOWS = "vacate/explorer/weave/jdk/";
  private static final Pattern PLATFORM = Pattern.compile("(java|javax|jdk|sun|com/sun)/.*|\\[.*");
  private static final Pattern ENGINE =
      Pattern.compile("vacate/explorer/([^/]*|(graph|model|search|weave|weaken|jcstress)/[^/]*)");

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

  /** Whether a class, by internal name, is woven. */
  static boolean isWoven(String name) {
    return name.startsWith(SHADOWS)
        || !PLATFORM.matcher(name).matches() && !ENGINE.matcher(name).matches();
  }

  /** Whether a class, by binary name, stands for one of the JDK. */
  static boolean isShadow(String className) {
    return className.startsWith("vacate.explorer.weave.jdk.");
  }

  /** The class that stands for {@code name}, or {@code name} itself. */
  static String replaced(String name) {
    return REPLACED.getOrDefault(name, name);
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
