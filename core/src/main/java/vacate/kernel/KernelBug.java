// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * The machine cannot go on: a {@code BUG_ON} fired or a bad pointer was followed. Locks that the
 * CPU held stay held, as they would. It carries no stack trace, so that a stress test can throw it
 * a million times a second; the message names the kernel function.
 */
public class KernelBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kernel function that found it. */
  public final String function;

  private final String what;

  /**
   * @param function the kernel function that found it
   * @param what what it found
   */
  public KernelBug(String function, String what) {
    super(null, null, false, false);
    this.function = function;
    this.what = what;
  }

  /** The function and what it found. */
  @Override
  public String getMessage() {
    return function + ": " + what;
  }

  /**
   * {@code BUG_ON(condition)}.
   *
   * @throws KernelBug if the condition holds
   */
  public static void bugOn(boolean condition, String function, String what) {
    if (condition) {
      throw new KernelBug(function, what);
    }
  }
}
