// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import vacate.explorer.graph.Graph;

/**
 * What a complete execution comes to. The epilogue runs alone on the final memory, so it has a trie
 * of its own and no place in the graph; and since it reads the same few locations again and again,
 * the outcome is looked up by their final values before the trie is walked.
 */
final class Epilogue {
  /** Bounds the memory of the trie and of the table; dropping them changes no result. */
  private static final int MAX_NODES = 1 << 20;

  private static final int MAX_KNOWN = 1 << 14;

  /** The final values of all watched locations. */
  private static final class Key {
    long[] values;

    Key(long[] values) {
      this.values = values;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Key k && Arrays.equals(values, k.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** It went on for longer than it may: there is no outcome. */
  record CutOff(String why) {}

  private final Tape tape;
  private final FinalMemory memory = new FinalMemory();
  private Node root = new Node(null, 0);
  private int nodes;

  /** Every location that the epilogue was seen to read before it wrote it. */
  private int[] watched = new int[0];

  private boolean[] isWatched = new boolean[0];
  private final Map<Key, Object> known = new HashMap<>();
  private final Key key = new Key(new long[0]);

  Epilogue(Tape tape) {
    this.tape = tape;
  }

  /** Of threads of which every access is an event. */
  Object outcome(Graph g) {
    return outcome(g, new OwnMemory[0]);
  }

  /**
   * @param own what each thread has for its own
   */
  Object outcome(Graph g, OwnMemory[] own) {
    key.values = values(g::last, own, key.values);
    Object outcome = known.get(key);
    if (outcome == null) {
      outcome = walk(g, own);
      if (known.size() == MAX_KNOWN) {
        known.clear();
      }
      // The walk may have found more to watch.
      known.put(new Key(values(g::last, own, null)), outcome);
    }
    return outcome;
  }

  /**
   * The outcome of an execution that is known only by what is in memory in the end; null if the
   * epilogue has to run for that.
   */
  Object known(IntToLongFunction last, OwnMemory[] own) {
    key.values = values(last, own, key.values);
    return known.get(key);
  }

  /** Of all watched locations, and what stands for the others. */
  private long[] values(IntToLongFunction last, OwnMemory[] own, long[] reused) {
    int n = watched.length + own.length;
    long[] values = reused != null && reused.length == n ? reused : new long[n];
    for (int i = 0; i < watched.length; i++) {
      values[i] = last.applyAsLong(watched[i]);
    }
    for (int t = 0; t < own.length; t++) {
      values[watched.length + t] = own[t].number();
    }
    return values;
  }

  private Object walk(Graph g, OwnMemory[] own) {
    memory.begin(g, own);
    Node at = root;
    if (at.end == Node.End.UNKNOWN) {
      fill(at);
    }
    while (true) {
      memory.write(at);
      if (at.end == Node.End.BOUNDED) {
        return new CutOff((String) at.outcome);
      }
      if (at.end != Node.End.READ) {
        return at.outcome;
      }
      watch(at.read.location());
      long value = memory.value(at.read);
      Node child = at.child(value);
      if (child == null) {
        child = at.addChild(value);
        nodes++;
      }
      if (child.end == Node.End.UNKNOWN) {
        fill(child);
      }
      at = child;
    }
  }

  private void fill(Node node) {
    synchronized (tape) {
      nodes += tape.fill(tape.program().threads(), node, memory::value);
    }
    if (nodes > MAX_NODES) {
      root = new Node(null, 0);
      nodes = 0;
    }
  }

  private void watch(int location) {
    if (location < 0 || memory.isWritten(location)) {
      return;
    }
    if (location >= isWatched.length) {
      isWatched = Arrays.copyOf(isWatched, 2 * location + 8);
    }
    if (!isWatched[location]) {
      isWatched[location] = true;
      watched = Arrays.copyOf(watched, watched.length + 1);
      watched[watched.length - 1] = location;
      known.clear();
    }
  }
}
