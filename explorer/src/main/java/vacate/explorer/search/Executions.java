// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;

/** Receives every execution once, at the moment when it is found. The graph is valid only then. */
public interface Executions {
  /** All threads are finished. */
  void complete(Graph graph, Object outcome);

  /**
   * Some thread waits, or was cut off at a loop bound, and no other can go on.
   *
   * @param deadlock every awaited read already sees the newest write: it waits for ever
   */
  void blocked(Graph graph, boolean deadlock);

  /** A loop bound was reached somewhere. */
  void bounded();

  /** The search starts again from the beginning: forget what was reported. */
  void restart();
}
