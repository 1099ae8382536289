// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does pieces of work that know nothing of each other at once, and keeps their order. */
public final class Parallel {
  private Parallel() {}

  /** As many at once as there are processors. */
  public static <T> List<T> all(List<? extends Callable<T>> work) {
    return all(work, Runtime.getRuntime().availableProcessors(), result -> {});
  }

  /**
   * Does all, and hands over their results in the order of the list, each as soon as it and those
   * before it are there.
   *
   * @param jobs how many at once, at least 1
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
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> piece : work) {
        running.add(pool.submit(piece));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
        each.accept(results.get(results.size() - 1));
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
