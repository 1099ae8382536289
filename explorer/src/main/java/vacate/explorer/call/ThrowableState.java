// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.Set;

/**
 * What {@code Throwable} keeps and may change: its cause, its stack trace and what it suppressed.
 * No access to it is seen, so only who made a throwable may look.
 */
final class ThrowableState {
  /** Those that change it: whoever looks at it in a later turn of a loop can tell. */
  private static final Set<String> WRITING =
      Set.of("addSuppressed", "initCause", "fillInStackTrace", "setStackTrace");

  /** Those that give the trace away: below the test's frames it shows the explorer's. */
  private static final Set<String> SHOWING = Set.of("getStackTrace", "printStackTrace(to)");

  private ThrowableState() {}

  /** What is wrong with a call whoever makes it, in setup too; null if nothing is. */
  static String refusal(Object o, String method) {
    return o instanceof Throwable && SHOWING.contains(method)
        ? "calls " + method + " on a " + o.getClass().getName() + ", which shows who runs the test"
        : null;
  }

  /** Whether a method changes it. */
  static boolean isWriting(String method) {
    return WRITING.contains(method);
  }

  /** Whether a method, as {@code Class.method}, keeps a throwable and looks at nothing of it. */
  static boolean onlyHolds(String what) {
    return what.endsWith(".addSuppressed");
  }

  /** Whether that is the class of a throwable, whose constructor asks its cause who it is. */
  static boolean isMade(String what) {
    return what.endsWith("Throwable") || what.endsWith("Exception") || what.endsWith("Error");
  }
}
