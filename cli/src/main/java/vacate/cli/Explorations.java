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
import vacate.explorer.Result;

/** Explorations know nothing of each other: as many at once as there are processors. */
final class Explorations {
  private Explorations() {}

  /**
   * Runs all, and hands over their results in the order of the list, each as soon as it and those
   * before it are there.
   *
   * @param jobs how many at once, at least 1
   */
  static List<Result> run(List<Callable<Result>> explorations, int jobs, Consumer<Result> each) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs,
            work -> {
              Thread thread = new Thread(work, "exploration");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Result>> running = new ArrayList<>();
      for (Callable<Result> exploration : explorations) {
        running.add(pool.submit(exploration));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> result : running) {
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
