// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.search.Memory;

/** Whether an actor's code runs or setup, and what memory the actor sees. */
final class Run {
  private Memory memory;
  private boolean running;
  private boolean alone;

  /** An actor starts, or the epilogue. */
  void start(Memory seen, boolean epilogue) {
    memory = seen;
    alone = epilogue;
    running = true;
  }

  /** Setup goes on: before and after, and where an actor has set off a class initialiser. */
  void suspend() {
    running = false;
  }

  void resume() {
    running = true;
  }

  /** Whether the running code is an actor's, or the epilogue's. */
  boolean isRunning() {
    return running;
  }

  /** Whether the epilogue runs, which has nobody to share with. */
  boolean isAlone() {
    return alone;
  }

  /** What the running thread sees; null before the first. */
  Memory memory() {
    return memory;
  }
}
