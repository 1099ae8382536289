// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.WovenTest;

/** Looks on, and says when it has seen enough. */
@FunctionalInterface
interface Watch {
  Watch NONE = (test, execution, outcome) -> false;

  /** Whether it wants to know where in the source events are. */
  default boolean wantsSites() {
    return false;
  }

  /**
   * @param outcome of this execution; null if a thread waits that others would wake
   * @return whether the exploration may end here
   */
  boolean isEnough(WovenTest test, Graph execution, Object outcome);
}
