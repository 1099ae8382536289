// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
  private final FinalMemory.Lasts lasts;
  private final FinalMemory memory;
  private Node root = new Node(null, 0);
  private int nodes;

  /** Every location that the epilogue was seen to read before it wrote it. */
  private int[] watched = new int[0];

  private boolean[] isWatched = new boolean[0];
  private final Map<Key, Object> known = new HashMap<>();
  private final Key key = new Key(new long[0]);

  Epilogue(Tape tape, FinalMemory.Lasts lasts) {
    this.tape = tape;
    this.lasts = lasts;
    memory = new FinalMemory(lasts);
  }

  Object outcome(Graph g) {
    for (int i = 0; i < watched.length; i++) {
      key.values[i] = lasts.last(g, watched[i]);
    }
    Object outcome = known.get(key);
    if (outcome == null) {
      outcome = walk(g);
      if (known.size() == MAX_KNOWN) {
        known.clear();
      }
      // The walk may have found more to watch.
      long[] values = new long[watched.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = lasts.last(g, watched[i]);
      }
      known.put(new Key(values), outcome);
    }
    return outcome;
  }

  private Object walk(Graph g) {
    memory.begin(g);
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
    nodes += tape.fill(tape.program().threads(), node, memory::value);
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
      key.values = new long[watched.length];
      known.clear();
    }
  }
}
