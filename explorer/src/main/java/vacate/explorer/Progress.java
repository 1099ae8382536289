// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import vacate.explorer.model.MemoryModel;

/** Hears from a long exploration, every few thousand executions, on the thread that explores. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress NONE = (test, model, executions, blocked) -> {};

  /**
   * How far it is.
   *
   * @param executions complete executions so far
   * @param blocked executions so far in which an actor waits
   */
  void update(String test, MemoryModel model, long executions, long blocked);
}
