// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.Arrays;
import vacate.explorer.graph.Access;

/**
 * What a thread does after it has read a sequence of values: the writes and fences up to its next
 * read, and how that stretch ends. The nodes of a thread form a trie whose edges are the values.
 */
final class Node {
  /** How the stretch ends. */
  enum End {
    /** Its code has not been run this far yet. */
    UNKNOWN,
    /** With a read, whose value leads to a child. */
    READ,
    /** The thread is finished. */
    FINISHED,
    /** It waits for another thread. */
    BLOCKED,
    /** A loop bound was reached. */
    BOUNDED,
    /** It threw. */
    FAILED
  }

  private static final int UPDATE_WRITE = Access.UPDATE | Access.WRITE;
  private static final Op[] NONE = new Op[0];

  final Node parent;
  final long value;
  final int depth;

  Op[] ops = NONE;
  int count;

  /** Set last: who sees it sees all else. */
  volatile End end = End.UNKNOWN;

  /** The read that ends the stretch. */
  Op read;

  /** Whether the end of the stretch was without effect, and is left out. */
  boolean takenBack;

  /** Whether what was taken back had a fence that orders reads. */
  private boolean orderedReads;

  /** What of a wait need not be read again; of a blocked thread only, and only once asked for. */
  private HoistedReads hoisted;

  /** Where a blocked thread goes on, if only to find out whether it would. */
  private Node after;

  /** Stands for all that is no event up to its end, see {@link Asides#sum}. */
  long asides;

  /** What a finished thread wrote that is not shared. */
  OwnMemory own = OwnMemory.EMPTY;

  /** What {@link Program#conclude} returned, or what the thread threw. */
  Object outcome;

  /** Does the same where twins have changed places, see {@link Mirror}; null if not looked for. */
  volatile Node image;

  /** The children by value, in open addressing; replaced by a larger one, and never changed. */
  private volatile Children children = new Children(2);

  private int size;

  private static final class Children {
    final long[] keys;
    final Node[] nodes;

    Children(int room) {
      keys = new long[room];
      nodes = new Node[room];
    }

    /** With all children of another. */
    Children(int room, Children others) {
      this(room);
      for (Node child : others.nodes) {
        if (child != null) {
          put(child);
        }
      }
    }

    Node get(long value) {
      int mask = keys.length - 1;
      for (int i = slot(value, mask); nodes[i] != null; i = i + 1 & mask) {
        if (keys[i] == value) {
          return nodes[i];
        }
      }
      return null;
    }

    void put(Node child) {
      int mask = keys.length - 1;
      int i = slot(child.value, mask);
      while (nodes[i] != null) {
        i = i + 1 & mask;
      }
      keys[i] = child.value;
      nodes[i] = child;
    }

    private static int slot(long value, int mask) {
      int h = (int) (value ^ value >>> 32) * 0x9E3779B9;
      return (h ^ h >>> 15) & mask;
    }
  }

  Node(Node parent, long value) {
    this.parent = parent;
    this.value = value;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  void add(Op op) {
    if (count == ops.length) {
      ops = Arrays.copyOf(ops, count + count / 2 + 2);
    }
    ops[count++] = op;
  }

  /** Takes back what it did from a step on: it was without effect. */
  void takeBack(int from) {
    orderedReads = ordersReads();
    count = from;
    takenBack = true;
  }

  /** Whether reads after this stretch cannot be done before it. */
  boolean ordersReads() {
    for (int i = 0; i < count; i++) {
      if (HoistedReads.orders(ops[i])) {
        return true;
      }
    }
    return orderedReads;
  }

  /** Only by who holds the tape. */
  HoistedReads hoisted() {
    if (hoisted == null) {
      hoisted = HoistedReads.before(this);
    }
    return hoisted;
  }

  /** Becomes a node whose code has not been run. */
  void forget() {
    count = 0;
    end = End.UNKNOWN;
    read = null;
    takenBack = false;
    orderedReads = false;
    hoisted = null;
    image = null;
    asides = 0;
    own = OwnMemory.EMPTY;
  }

  /** Whether the stretch begins with the write of the read-modify-write that led here. */
  boolean startsWithUpdate() {
    return count > 0 && (ops[0].access() & UPDATE_WRITE) == UPDATE_WRITE;
  }

  /** The node that a value leads to, or null. */
  Node child(long value) {
    return children.get(value);
  }

  /** Adds a node behind; only by who holds the tape. */
  Node addChild(long value) {
    Node child = new Node(this, value);
    size++;
    int room = children.keys.length;
    Children more = new Children(2 * size > room ? 2 * room : room, children);
    more.put(child);
    children = more;
    return child;
  }

  /** Only by who holds the tape. */
  Node after() {
    if (after == null) {
      after = new Node(this, 0);
    }
    return after;
  }
}
