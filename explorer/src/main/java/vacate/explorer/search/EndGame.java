// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Graph;

/**
 * What blocked threads do when no other can go on: each goes on alone, to see whether it waits; and
 * where all do, all in turns.
 */
final class EndGame {
  /** Loops may do something else the first time round. */
  private static final int MAX_WAITS = 3;

  /** Who is not at rest after so many turns may go on for ever, and does not wait. */
  private static final int MAX_TURNS = 100;

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
   * for, so it does in the execution that goes on like that, of which the same is asked. And so it
   * is if some come to their ends, or so far, that go on in turns.
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
    List<Sleeper> blocked = new ArrayList<>();
    for (int t = 0; t < g.threads(); t++) {
      Node node = code.at(g, t);
      if (node.end == Node.End.BLOCKED) {
        blocked.add(new Sleeper(g, t, node, hoisting ? node.hoisted() : null));
      }
    }
    return blocked.stream().allMatch(this::isStuckAlone) && areStuckInTurns(g, blocked);
  }

  private boolean isStuckAlone(Sleeper sleeper) {
    memory.begin(sleeper.graph);
    sleeper.begin();
    for (int waits = 0; waits < MAX_WAITS; waits++) {
      if (!sleeper.comesToWait() || memory.isChangedForOthers(sleeper.thread)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Two may wait for each other, and each have to pass a wait before it does what is waited for.
   */
  private boolean areStuckInTurns(Graph g, List<Sleeper> blocked) {
    memory.begin(g);
    blocked.forEach(Sleeper::begin);
    for (int turn = 0, idle = 0; idle < MAX_WAITS; turn++) {
      memory.beginTurn();
      if (turn == MAX_TURNS || !blocked.stream().allMatch(Sleeper::comesToWait)) {
        return false;
      }
      idle = memory.hasChanged() ? 0 : idle + 1;
    }
    return true;
  }

  /** A blocked thread that goes on, with every read seeing the newest write. */
  private final class Sleeper {
    final Graph graph;
    final int thread;
    private final Node blocked;

    /** The reads that are not done again; null if all are. */
    private final HoistedReads hoisted;

    private Node at;

    Sleeper(Graph graph, int thread, Node blocked, HoistedReads hoisted) {
      this.graph = graph;
      this.thread = thread;
      this.blocked = blocked;
      this.hoisted = hoisted;
    }

    /** Back to where it is blocked. */
    void begin() {
      at = blocked;
      if (hoisted != null) {
        hoisted.begin();
      }
    }

    /** Goes on to where it waits next; not if it comes to its end, or so far that it is cut off. */
    boolean comesToWait() {
      at = at.after();
      if (at.end == Node.End.UNKNOWN) {
        code.fill(graph, thread, at);
      }
      memory.write(at);
      while (at.end == Node.End.READ) {
        Long known = hoisted == null ? null : hoisted.value(at.read);
        Node then = code.child(graph, thread, at, known != null ? known : memory.value(at.read));
        if (hoisted != null) {
          hoisted.pass(at.read, then);
        }
        at = then;
        memory.write(at);
      }
      return at.end == Node.End.BLOCKED;
    }
  }
}
