// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

/** What the classes of the JDK are to a program. */
public enum JdkUse {
  /** What it calls, and one thread keeps to itself: nobody sees what happens there. */
  AS_IT_IS,
  /** Code like its own, as far as {@link vacate.explorer.jdk.JdkCode} says. */
  AS_CODE,
  /** The same, and locks, too: with all that they can be asked, and far more executions. */
  AS_CODE_WITH_LOCKS,
  /** The same, and buffers of {@code java.nio}, with an event for each byte. */
  AS_CODE_WITH_BUFFERS
}
