// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

/** The thread of a search: that recurses once for every event, and so has a stack to match. */
final class SearchThread {
  private static final long STACK = 1L << 29;
  private static final long GRACE_MILLIS = 10_000;

  private final String test;
  private final Thread thread;
  private Throwable failure;

  /**
   * @param test its name
   */
  SearchThread(String test, Runnable search) {
    this.test = test;
    thread = thread(test, search);
    thread.setUncaughtExceptionHandler((t, e) -> failure = e);
  }

  private static Thread thread(String test, Runnable search) {
    Thread thread = new Thread(null, search, "explorer " + test, STACK);
    thread.setDaemon(true);
    return thread;
  }

  /** Another thread of the same search, which runs already. */
  static Thread started(String test, Runnable work) {
    Thread thread = thread(test, work);
    thread.start();
    return thread;
  }

  /**
   * Runs the search to its end; if the caller is interrupted, lets it stop at the next execution.
   * Only an actor that never comes to one is left behind.
   *
   * @param stop asks the search to stop
   * @throws IllegalStateException if the search fails, or does not stop
   */
  void run(Runnable stop) {
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      stop.run();
      interrupted(e);
    }
    if (failure != null) {
      throw new IllegalStateException("internal error in " + test, failure);
    }
  }

  private void interrupted(InterruptedException e) {
    try {
      thread.join(GRACE_MILLIS);
    } catch (InterruptedException again) {
      // the second time somebody means it
    }
    Thread.currentThread().interrupt();
    if (thread.isAlive()) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
