// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Arrays;
import java.util.Optional;
import vacate.explorer.heap.Site;

/** The thread of a search: that recurses once for every event, and so has a stack to match. */
final class SearchThread {
  private static final long STACK = 1L << 29;
  private static final long GRACE_MILLIS = 10_000;

  /** Setup that is watched ends at once, and code of the JDK that it calls mostly soon. */
  private static final long SETUP_GRACE_MILLIS = 3_000;

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
   * Only an actor that never comes to one is left behind; and, when the time is over, setup or a
   * class initialiser that is in code that nobody watches.
   *
   * @param stops asks the search to stop
   * @return where that was left behind
   * @throws IllegalStateException if the search fails, or does not stop
   */
  Optional<Throwable> run(Stops stops, Deadline deadline) {
    thread.start();
    try {
      if (deadline != Deadline.NONE && !ends(deadline.millisLeft())) {
        stops.outOfTime();
        while (!ends(SETUP_GRACE_MILLIS)) {
          Throwable place = place();
          if (Site.of(place) != null && stops.leave(isInitializer(place))) {
            return Optional.of(place);
          }
        }
      }
      thread.join();
    } catch (InterruptedException e) {
      stops.interrupt();
      interrupted(e);
    }
    if (failure != null) {
      throw new IllegalStateException("internal error in " + test, failure);
    }
    return Optional.empty();
  }

  private boolean ends(long millis) throws InterruptedException {
    thread.join(millis);
    return !thread.isAlive();
  }

  private Throwable place() {
    Throwable place = new Throwable();
    place.setStackTrace(thread.getStackTrace());
    return place;
  }

  /** Whether a class is being initialised there. */
  static boolean isInitializer(Throwable place) {
    return Arrays.stream(place.getStackTrace()).anyMatch(e -> e.getMethodName().equals("<clinit>"));
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
