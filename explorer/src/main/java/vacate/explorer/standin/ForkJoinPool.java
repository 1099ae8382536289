// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for {@link java.util.concurrent.ForkJoinPool} in woven code: there is none, and who waits
 * in no thread of one just waits.
 */
public final class ForkJoinPool {
  private ForkJoinPool() {}

  public static int getCommonPoolParallelism() {
    return 0;
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
