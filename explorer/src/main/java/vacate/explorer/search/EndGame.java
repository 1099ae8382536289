// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;

/** What blocked threads do when no other can go on: each goes on alone, to see whether it waits. */
final class EndGame {
  /** Loops may do something else the first time round. */
  private static final int MAX_WAITS = 3;

  private final Tape tape;
  private final Threads code;
  private final FinalMemory memory = new FinalMemory();

  EndGame(Tape tape, Threads code) {
    this.tape = tape;
    this.code = code;
  }

  /**
   * Whether each blocked thread would wait for ever: going on alone, with every read seeing the
   * newest write, it comes back to waiting, and what others have read is as before. If it comes to
   * its end, or so far that it is cut off, or to another wait and has changed what others may wait
   * for, so it does in the execution that goes on like that, of which the same is asked.
   */
  boolean deadlocked(Graph g) {
    return stuck(g, false);
  }

  /** How long each blocked thread would wait. */
  Wait waits(Graph g) {
    synchronized (tape) {
      return wait(g);
    }
  }

  private Wait wait(Graph g) {
    if (stuck(g, false)) {
      return Wait.FOR_EVER;
    }
    int location = -1;
    for (int t = 0; t < g.threads(); t++) {
      Node node = code.at(g, t);
      if (node.end == Node.End.BLOCKED && !node.hoisted().isEmpty()) {
        location = node.hoisted().location();
      }
    }
    return location >= 0 && stuck(g, true)
        ? new Wait(Wait.Length.ENDS_IF_READS_ARE_REPEATED, location)
        : Wait.ENDS;
  }

  private boolean stuck(Graph g, boolean hoisting) {
    synchronized (tape) {
      return areStuck(g, hoisting);
    }
  }

  private boolean areStuck(Graph g, boolean hoisting) {
    for (int t = 0; t < g.threads(); t++) {
      Node node = code.at(g, t);
      if (node.end == Node.End.BLOCKED && !stuck(g, t, node, hoisting ? node.hoisted() : null)) {
        return false;
      }
    }
    return true;
  }

  /** {@code hoisted}: the reads that are not done again, or null if all are. */
  private boolean stuck(Graph g, int thread, Node blocked, HoistedReads hoisted) {
    memory.begin(g);
    if (hoisted != null) {
      hoisted.begin();
    }
    Node at = blocked;
    for (int waits = 0; ; ) {
      switch (at.end) {
        case FINISHED, FAILED, BOUNDED -> {
          return false;
        }
        case READ -> {
          Long known = hoisted == null ? null : hoisted.value(at.read);
          Node then = code.child(g, thread, at, known != null ? known : memory.value(at.read));
          if (hoisted != null) {
            hoisted.pass(at.read, then);
          }
          at = then;
        }
        default -> {
          if (memory.isChangedForOthers(thread)) {
            return false;
          }
          if (waits++ == MAX_WAITS) {
            return true;
          }
          at = at.after();
          if (at.end == Node.End.UNKNOWN) {
            code.fill(g, thread, at);
          }
        }
      }
      memory.write(at);
    }
  }
}
