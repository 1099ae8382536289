// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Graph;

/**
 * The tries of all threads: what each does next in a given graph. Code runs only where a trie ends.
 */
final class Threads {
  /** Loops may do something else the first time round. */
  private static final int END_GAME_WAITS = 3;

  private final Tape tape;
  private final Program program;
  private final Tries tries;

  private Node node;
  private int step;
  private Op op;
  private String reason;

  private final FinalMemory endGame = new FinalMemory();
  private final OwnMemory[] own;
  private final Epilogue epilogue;

  Threads(Tape tape) {
    this.tape = tape;
    program = tape.program();
    epilogue = new Epilogue(tape);
    own = new OwnMemory[program.threads()];
    tries = tape.tries();
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
      node = tries.root(thread);
      step = 0;
      if (node.end == Node.End.UNKNOWN) {
        fill(g, thread, node);
      }
      return;
    }
    int last = g.event(thread, n - 1);
    node = (Node) g.continuations().node(last);
    step = g.continuations().step(last);
    if ((g.access(last) & (READ | CHOICE)) != 0) {
      Node behind = (Node) g.continuations().behind(last);
      if (behind == null) {
        behind = child(g, thread, node, g.value(last));
        g.continuations().setBehind(last, behind);
      }
      node = behind;
      step = 0;
    }
  }

  private Node child(Graph g, int thread, Node parent, long value) {
    Node child = parent.child(value);
    if (child != null && child.end != Node.End.UNKNOWN) {
      return child;
    }
    synchronized (tape) {
      child = parent.child(value);
      if (child == null) {
        child = parent.addChild(value);
        tries.added(1);
      }
      fill(g, thread, child);
    }
    return child;
  }

  /** The search tries the newest write first, so that is the best guess. */
  private void fill(Graph g, int thread, Node node) {
    synchronized (tape) {
      if (tries != tape.tries()) {
        throw Surprise.INSTANCE; // another worker's
      }
      if (node.end == Node.End.UNKNOWN) {
        tries.added(tape.fill(thread, node, g::last));
      }
    }
  }

  /**
   * What has become of the threads, none of which can go on: a failure beats a wait, and a wait
   * beats a bound. FINISHED if all are.
   */
  Node.End state(Graph g) {
    for (Node.End end : new Node.End[] {Node.End.FAILED, Node.End.BLOCKED, Node.End.BOUNDED}) {
      if (anyIs(g, end)) {
        return end;
      }
    }
    return Node.End.FINISHED;
  }

  /** Why a thread was cut off; only if {@link #anyIs} has just said that one was. */
  String reason() {
    return reason;
  }

  /** Whether some thread has ended in that way. */
  boolean anyIs(Graph g, Node.End end) {
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      if (node.end == end) {
        reason = end == Node.End.BOUNDED ? (String) node.outcome : reason;
        return true;
      }
    }
    return false;
  }

  /**
   * Whether each blocked thread would wait for ever: going on alone, with every read seeing the
   * newest write, it comes back to waiting; and not to its end, or so far that it is cut off, as it
   * is too in the execution that goes on like that.
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
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
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
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      if (node.end == Node.End.BLOCKED && !stuck(g, t, node, hoisting ? node.hoisted() : null)) {
        return false;
      }
    }
    return true;
  }

  /** {@code hoisted}: the reads that are not done again, or null if all are. */
  private boolean stuck(Graph g, int thread, Node blocked, HoistedReads hoisted) {
    endGame.begin(g);
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
          Node then = child(g, thread, at, known != null ? known : endGame.value(at.read));
          if (hoisted != null) {
            hoisted.pass(at.read, then);
          }
          at = then;
        }
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
      endGame.write(at);
    }
  }

  /** The outcome of a complete execution: the epilogue's, or what threads threw. */
  Object outcome(Graph g) {
    if (anyIs(g, Node.End.FAILED)) {
      synchronized (tape) {
        return program.failed(endings(g));
      }
    }
    for (int t = 0; t < own.length; t++) {
      locate(g, t);
      own[t] = node.own;
    }
    return epilogue.outcome(g, own);
  }

  private List<Ending> endings(Graph g) {
    List<Ending> endings = new ArrayList<>();
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      switch (node.end) {
        case FAILED -> endings.add(new Ending(t, Ending.How.THREW, node.outcome));
        case BLOCKED -> endings.add(new Ending(t, Ending.How.WAITS, null));
        case BOUNDED -> endings.add(new Ending(t, Ending.How.WAS_CUT_OFF, null));
        default -> {}
      }
    }
    return endings;
  }
}
