// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/**
 * The queue of a {@link Semaphore}, in the lower half of a word: the numbers of the threads that
 * wait, the first in the lowest bits, and 0 behind the last.
 */
final class SemaphoreQueue {
  private static final int BITS = 4;
  private static final long MASK = (1L << BITS) - 1;
  private static final long QUEUE = (1L << Integer.SIZE) - 1;

  private SemaphoreQueue() {}

  /** The number of the first, 0 if nobody waits. */
  static long first(long state) {
    return state & MASK;
  }

  /** Whether the running thread is the first. */
  static boolean isFirst(long state) {
    return first(state) == LockHooks.number();
  }

  /** The running thread is the last, from now on. */
  static long enter(long state) {
    long number = LockHooks.number();
    int at = 0;
    while ((state >>> at & MASK) != 0) {
      at += BITS;
    }
    if (at >= Integer.SIZE - BITS || number > MASK) {
      JdkHooks.notModelled("java.util.concurrent.Semaphore.acquire by so many threads");
    }
    return state | number << at;
  }

  /** The running thread is not in the queue any more, if it was. */
  static long leave(long state) {
    long number = LockHooks.number();
    int at = 0;
    while (at < Integer.SIZE && (state >>> at & MASK) != number) {
      at += BITS;
    }
    long ahead = (1L << at) - 1;
    long queue = state & QUEUE;
    return state & ~QUEUE | queue >>> BITS & ~ahead | queue & ahead;
  }
}
