// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import vacate.stress.runner.fork.ForkResult;

/** Where forks run, several at a time. */
interface Lanes extends AutoCloseable {
  /**
   * A fork that has ended, well or not.
   *
   * @param millis wall time
   */
  record Ended(Turn turn, ForkResult result, long millis) {}

  /** Starts a fork and does not wait for it. */
  void start(Turn turn);

  /** Waits for one of those that were started, whichever ends first; each is returned once. */
  Ended await() throws InterruptedException;

  /** Lets all that are running, or are started later, end as stopped; from any thread. */
  void stop();

  @Override
  void close();
}
