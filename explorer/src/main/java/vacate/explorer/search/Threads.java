// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * The tries of all threads: what each does next in a given graph. Code runs only where a trie ends.
 *
 * <p>One more trie is the epilogue's. It runs on the final memory, so it has no place in the graph.
 */
final class Threads {
  /** Bounds the memory of the tries; dropping them costs time and changes no result. */
  private static final int MAX_NODES = 1 << 20;

  /** Loops may do something else the first time round. */
  private static final int END_GAME_WAITS = 3;

  private final Program program;
  private final Recorder recorder;
  private final Node[] roots;
  private int nodes;

  private Node node;
  private int step;
  private Op op;

  // Values written by the epilogue, by location, in the current execution.
  private long[] written = new long[0];
  private int[] writtenIn = new int[0];
  private int execution;

  Threads(Program program, Recorder recorder) {
    this.program = program;
    this.recorder = recorder;
    roots = new Node[program.threads() + 1];
    drop();
  }

  private void drop() {
    Arrays.setAll(roots, t -> new Node(null, 0));
    nodes = roots.length;
  }

  /** The first thread that can go on, or -1; {@code hint} is first if its write is due. */
  int next(Graph g, int hint) {
    if (hint >= 0) {
      locate(g, hint);
      if (step == 0 && node.startsWithUpdate()) {
        op = node.ops[0];
        return hint;
      }
    }
    for (int t = 0; t < program.threads(); t++) {
      if (peek(g, t) != null) {
        return t;
      }
    }
    return -1;
  }

  /** The next step of {@code thread}, or null if it cannot go on. */
  Op peek(Graph g, int thread) {
    locate(g, thread);
    if (step < node.count) {
      op = node.ops[step];
    } else if (node.end == Node.End.READ) {
      op = node.read;
    } else {
      op = null;
    }
    return op;
  }

  /** The step that {@link #next} or {@link #peek} found. */
  Op op() {
    return op;
  }

  Node node() {
    return node;
  }

  int step() {
    return step;
  }

  /** Finds where {@code thread} is. */
  private void locate(Graph g, int thread) {
    int n = g.length(thread);
    if (n == 0) {
      node = roots[thread];
      step = 0;
      if (node.end == Node.End.UNKNOWN) {
        fill(g, thread, node);
      }
      return;
    }
    int last = g.event(thread, n - 1);
    node = (Node) g.continuation(last);
    step = g.step(last);
    if ((g.access(last) & (READ | CHOICE)) != 0) {
      node = child(g, thread, node, g.value(last));
      step = 0;
    }
  }

  private Node child(Graph g, int thread, Node parent, long value) {
    Node child = parent.child(value);
    if (child == null) {
      if (++nodes > MAX_NODES) {
        drop();
      }
      child = parent.addChild(value);
    }
    if (child.end == Node.End.UNKNOWN) {
      fill(g, thread, child);
    }
    return child;
  }

  /** The search tries the newest write first, so that is the best guess. */
  private void fill(Graph g, int thread, Node node) {
    nodes += recorder.fill(program, thread, node, g::last);
  }

  /** FINISHED if every thread is, or else the most telling reason why not. */
  Node.End state(Graph g) {
    Node.End state = Node.End.FINISHED;
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      if (node.end == Node.End.BOUNDED) {
        return Node.End.BOUNDED;
      }
      if (node.end == Node.End.BLOCKED) {
        state = Node.End.BLOCKED;
      }
    }
    return state;
  }

  /**
   * Whether each blocked thread would wait for ever: going on alone, with every read seeing the
   * newest write, it comes back to waiting and not to its end.
   */
  boolean deadlocked(Graph g) {
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      if (node.end == Node.End.BLOCKED && !stuck(g, t, node)) {
        return false;
      }
    }
    return true;
  }

  private boolean stuck(Graph g, int thread, Node blocked) {
    execution++;
    Node at = blocked;
    for (int waits = 0; ; ) {
      switch (at.end) {
        case FINISHED, FAILED -> {
          return false;
        }
        case BOUNDED -> {
          return true;
        }
        case READ -> at = child(g, thread, at, finalValue(g, at.read));
        default -> {
          if (waits++ == END_GAME_WAITS) {
            return true;
          }
          at = at.after();
          if (at.end == Node.End.UNKNOWN) {
            fill(g, thread, at);
          }
        }
      }
      remember(at);
    }
  }

  /** The outcome of a complete execution: the epilogue's, or what a thread threw. */
  Object outcome(Graph g) {
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      if (node.end == Node.End.FAILED) {
        return node.outcome;
      }
    }
    return conclude(g);
  }

  private Object conclude(Graph g) {
    int thread = program.threads();
    execution++;
    Node at = roots[thread];
    if (at.end == Node.End.UNKNOWN) {
      fill(g, thread, at);
    }
    while (true) {
      remember(at);
      if (at.end != Node.End.READ) {
        return at.outcome;
      }
      at = child(g, thread, at, finalValue(g, at.read));
    }
  }

  /** What a thread that runs alone after all others has written. */
  private void remember(Node node) {
    for (int i = 0; i < node.count; i++) {
      Op op = node.ops[i];
      if ((op.access() & WRITE) != 0) {
        int l = op.location();
        if (l >= written.length) {
          written = Arrays.copyOf(written, 2 * l + 8);
          writtenIn = Arrays.copyOf(writtenIn, 2 * l + 8);
        }
        written[l] = op.value();
        writtenIn[l] = execution;
      }
    }
  }

  private long finalValue(Graph g, Op read) {
    int location = read.location();
    if (location < 0) {
      return 0; // a choice: what normally happens
    }
    return location < writtenIn.length && writtenIn[location] == execution
        ? written[location]
        : g.last(location);
  }
}
