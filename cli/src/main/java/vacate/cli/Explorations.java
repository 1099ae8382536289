// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Explorations know nothing of each other: as many at once as there are processors. */
final class Explorations {
  private Explorations() {}

  /**
   * Runs all, and hands over their results in the order of the list, each as soon as it and those
   * before it are there.
   *
   * @param jobs how many at once, at least 1
   */
  static <T> List<T> run(List<Callable<T>> explorations, int jobs, Consumer<T> each) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs,
            work -> {
              Thread thread = new Thread(work, "exploration");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> exploration : explorations) {
        running.add(pool.submit(exploration));
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
