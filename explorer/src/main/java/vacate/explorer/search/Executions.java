// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.function.Supplier;
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

  /**
   * The mirror image of the execution that was last said to be complete: in that twins have changed
   * places. Whatever is true of the one is true of the other, with other names.
   *
   * @param image draws it, when it is first asked for; valid only now, too
   */
  default void completeImage(Supplier<Graph> image, Object outcome) {
    complete(image.get(), outcome);
  }

  /** A thread was cut off in the execution that is reported next. */
  void bounded(String why);

  /** The search starts again from the beginning: forget what was reported. */
  void restart();

  /** The same, for a reason that a search which knows of no twins would not have. */
  default void restartForTwins() {
    restart();
  }
}
