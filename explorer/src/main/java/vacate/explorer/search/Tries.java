// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the threads of a program were seen to do: of each a trie of {@link Node}s. Nodes are added
 * by one worker at a time, which holds the tape, and read by all.
 */
final class Tries {
  /** Bounds the memory of the tries; dropping them costs time and changes no result. */
  private static final int MAX_NODES = 1 << 20;

  private final AtomicReferenceArray<Node> roots;
  private final Runnable dropped;
  private int nodes;

  /** Null until it is looked for. */
  private Pairing pairing;

  /**
   * @param dropped is told when what was recorded is dropped
   */
  Tries(int threads, Runnable dropped) {
    this.dropped = dropped;
    roots = new AtomicReferenceArray<>(threads);
    drop();
  }

  private void drop() {
    for (int t = 0; t < roots.length(); t++) {
      roots.set(t, new Node(null, 0));
    }
    nodes = roots.length();
  }

  /** Who is taken for twins; null as long as nobody has looked. Only by who holds the tape. */
  Pairing pairing() {
    return pairing;
  }

  void pair(Pairing found) {
    pairing = found;
  }

  /** Nobody has an image of those who have none but their first steps. */
  void forgetImages() {
    for (int t = 0; t < roots.length(); t++) {
      roots.get(t).image = null;
    }
  }

  Node root(int thread) {
    return roots.get(thread);
  }

  /** Nodes were added somewhere. */
  void added(int count) {
    nodes += count;
    if (nodes > MAX_NODES) {
      drop();
      dropped.run();
    }
  }
}
