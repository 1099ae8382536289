// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vacate.explorer.graph.Graph;

/**
 * Memory after all threads have stopped, for those that run on, alone or in turns: their writes
 * hide the graph's.
 */
final class FinalMemory {
  private static final OwnMemory[] NOTHING = {};

  private Graph graph;
  private OwnMemory[] own = NOTHING;
  private long[] written = new long[0];
  private int[] writtenIn = new int[0];
  private int run;

  /** What locations that are written in this turn had before it. */
  private final Map<Integer, Long> before = new HashMap<>();

  /** Nothing is written yet, and what finished threads have for their own is of no interest. */
  void begin(Graph g) {
    begin(g, NOTHING);
  }

  /** Nothing is written yet. */
  void begin(Graph g, OwnMemory[] ofFinished) {
    graph = g;
    own = ofFinished;
    run++;
  }

  /** What a read returns; for a choice, what normally happens. */
  long value(Op read) {
    return read.location() < 0 ? 0 : value(read.location());
  }

  long value(int location) {
    return isWritten(location) ? written[location] : last(location);
  }

  private long last(int location) {
    for (OwnMemory thread : own) {
      Long value = thread.values().get(location);
      if (value != null) {
        return value;
      }
    }
    return graph.last(location);
  }

  /** Whether who runs on has written there. */
  boolean isWritten(int location) {
    return location < writtenIn.length && writtenIn[location] == run;
  }

  /** Whether another thread has read what is no longer what it was before the lone one wrote. */
  boolean isChangedForOthers(int thread) {
    for (int t = 0; t < graph.threads(); t++) {
      for (int i = 0; t != thread && i < graph.length(t); i++) {
        int event = graph.event(t, i);
        int location = graph.location(event);
        if (graph.is(event, READ)
            && location >= 0
            && isWritten(location)
            && written[location] != last(location)) {
          return true;
        }
      }
    }
    return false;
  }

  /** From now on it is told what has changed since. */
  void beginTurn() {
    before.clear();
  }

  /** Whether some location has another value than when the turn began. */
  boolean hasChanged() {
    return before.entrySet().stream().anyMatch(e -> value(e.getKey()) != e.getValue());
  }

  /** Does all writes of a stretch. */
  void write(Node node) {
    for (int i = 0; i < node.count; i++) {
      Op op = node.ops[i];
      if ((op.access() & WRITE) != 0) {
        int location = op.location();
        before.putIfAbsent(location, value(location));
        if (location >= written.length) {
          written = Arrays.copyOf(written, 2 * location + 8);
          writtenIn = Arrays.copyOf(writtenIn, 2 * location + 8);
        }
        written[location] = op.value();
        writtenIn[location] = run;
      }
    }
  }
}
