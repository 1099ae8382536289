// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;

/** Receives every execution once, at the moment when it is found. The graph is valid only then. */
public interface Executions {
  /**
   * All threads are finished, or some threw and the others have finished, wait for ever or were cut
   * off.
   */
  void complete(Graph graph, Object outcome);

  /**
   * Some thread waits, or was cut off at a loop bound, and no other can go on.
   *
   * @param deadlock every awaited read already sees the newest write, and no thread was cut off
   *     that might write a newer one: it waits for ever
   */
  void blocked(Graph graph, boolean deadlock);

  /**
   * A loop bound was reached somewhere.
   *
   * @param waits whether another thread waits, which the one that was cut off might have woken
   */
  void bounded(boolean waits);

  /** The search starts again from the beginning: forget what was reported. */
  void restart();
}
