// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands for {@link java.util.concurrent.ForkJoinPool} in woven code: the common pool starts a
 * thread for each task, which orders no two tasks that the pool would not, too. Who waits in no
 * thread of one just waits.
 */
public class ForkJoinPool extends AbstractExecutorService {
  private static final class Common {
    static final ForkJoinPool POOL = new ForkJoinPool();
  }

  private ForkJoinPool() {}

  public static ForkJoinPool commonPool() {
    return Common.POOL;
  }

  /** As later JDKs know it. */
  public static ForkJoinPool asyncCommonPool() {
    return Common.POOL;
  }

  public static int getCommonPoolParallelism() {
    return 0;
  }

  @Override
  public void execute(Runnable task) {
    new Thread(task).start();
  }

  /** The common pool goes on. */
  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) {
    return false;
  }

  public static void managedBlock(java.util.concurrent.ForkJoinPool.ManagedBlocker blocker)
      throws InterruptedException {
    while (!blocker.isReleasable()) {
      if (blocker.block()) {
        return;
      }
    }
  }
}
