// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/** A thread of a {@link ForkJoinPool}, which runs one task. */
final class PoolThread extends Thread {
  private final ForkJoinPool pool;
  private final ForkJoinTask<?> task;

  PoolThread(ForkJoinPool pool, ForkJoinTask<?> task) {
    this.pool = pool;
    this.task = task;
  }

  ForkJoinPool pool() {
    return pool;
  }

  @Override
  public void run() {
    pool.runs(task);
  }
}
