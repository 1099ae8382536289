// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
   * @param wait how long it waits
   */
  void blocked(Graph graph, Wait wait);

  /** A thread was cut off in the execution that is reported next. */
  void bounded(String why);

  /** The search starts again from the beginning: forget what was reported. */
  void restart();
}
