// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does pieces of work that know nothing of each other at once, and keeps their order. */
public final class Parallel {
  private Parallel() {}

  /** As many at once as there are processors. */
  public static <T> List<T> all(List<? extends Callable<T>> work) {
    return all(work, result -> {});
  }

  /** As many at once as there are processors, see {@link #all(List, int, Consumer)}. */
  public static <T> List<T> all(List<? extends Callable<T>> work, Consumer<? super T> each) {
    return all(work, Runtime.getRuntime().availableProcessors(), each);
  }

  /**
   * Does all.
   *
   * @param jobs how many at once, at least 1
   * @param each is told every result as soon as it is there, whichever is first; by the caller's
   *     thread
   * @return the results in the order of the list
   */
  public static <T> List<T> all(
      List<? extends Callable<T>> work, int jobs, Consumer<? super T> each) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs,
            r -> {
              Thread thread = new Thread(r, "work");
              thread.setDaemon(true);
              return thread;
            });
    try {
      ExecutorCompletionService<T> finished = new ExecutorCompletionService<>(pool);
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> piece : work) {
        running.add(finished.submit(piece));
      }
      for (int i = 0; i < work.size(); i++) {
        each.accept(finished.take().get());
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
