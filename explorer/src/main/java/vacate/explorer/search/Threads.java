// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.graph.Graph;
import vacate.explorer.graph.Twins;

/**
 * The tries of all threads: what each does next in a given graph. Code runs only where a trie ends.
 */
final class Threads {
  private final Tape tape;
  private final Program program;
  private final Tries tries;
  private final boolean waitsLate;

  private Node node;
  private int step;
  private Op op;
  private String reason;

  private Pairing pairing;
  private final EndGame endGame;
  private final OwnMemory[] own;
  private final Epilogue epilogue;

  Threads(Tape tape) {
    this.tape = tape;
    program = tape.program();
    epilogue = new Epilogue(tape);
    endGame = new EndGame(tape, this);
    own = new OwnMemory[program.threads()];
    tries = tape.tries();
    waitsLate = tape.waitsLate();
  }

  /**
   * Looks for two threads that do the same, as far as can be seen before they have begun, unless
   * another worker has.
   */
  Twins twins() {
    synchronized (tape) {
      if (tries != tape.tries()) {
        throw Surprise.INSTANCE; // another worker's
      }
      if (tries.pairing() == null) {
        tape.pair(Pairing.find(tape, this));
      }
      pairing = tries.pairing();
      return pairing.twins();
    }
  }

  /** Of the twins that were found. */
  Mirror mirror() {
    return new Mirror(tape, this, pairing);
  }

  /** What a thread begins with. */
  Node root(Graph g, int thread) {
    Node root = tries.root(thread);
    if (root.end == Node.End.UNKNOWN) {
      fill(g, thread, root);
    }
    return root;
  }

  /**
   * The first thread that can go on, or -1; {@code hint} is first if its write is due. Who would
   * only wait comes last, when what it waits for may be there; if it waits all the same, having
   * read what is not the newest, that is {@link ChoiceTree#IN_VAIN}.
   */
  int next(Graph g, int hint) {
    if (hint >= 0) {
      locate(g, hint);
      if (step == 0 && node.startsWithUpdate()) {
        op = node.ops[0];
        return hint;
      }
      if (waitsLate && isWaiting(node) && isStale(g, hint)) {
        return ChoiceTree.IN_VAIN;
      }
    }
    int waiting = -1;
    boolean held = false;
    for (int t = 0; t < program.threads(); t++) {
      if (g.waitsForTwin(t)) {
        held |= peek(g, t) != null;
      } else if (peek(g, t) != null) {
        if (!wouldWait(g, t)) {
          return t;
        }
        waiting = waiting < 0 ? t : waiting;
      }
    }
    if (waiting >= 0) {
      peek(g, waiting);
    } else if (held) {
      throw new Anew(g.twins()); // the other has done the same, and does not go on
    }
    return waiting;
  }

  /** Whether a thread waits as soon as its read that is next has read what is newest. */
  private boolean wouldWait(Graph g, int thread) {
    return waitsLate
        && step == node.count
        && op.location() >= 0
        && isWaiting(child(g, thread, node, g.last(op.location())));
  }

  /**
   * Whether the last read of a thread came when there was something newer to read: it is not the
   * one that a revisit needs of it ({@link Maximality}), so it stays as it is. All executions
   * behind are those of a thread that waits though it need not. Where it would wait for ever with
   * the newest too, there is an execution in which it reads that.
   */
  private static boolean isStale(Graph g, int thread) {
    int read = g.event(thread, g.length(thread) - 1);
    int location = g.location(read);
    if ((g.access(read) & READ) == 0) {
      return false;
    }
    for (int k = g.writes(location) - 1, source = g.placeOf(read); k > source; k--) {
      if (g.stamp(g.write(location, k)) < g.stamp(read)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that a thread does after a read is to wait, whatever a compiler makes of it. */
  private boolean isWaiting(Node node) {
    if (node.end != Node.End.BLOCKED || node.count != 0) {
      return false;
    }
    synchronized (tape) {
      return node.hoisted().isEmpty();
    }
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

  /** Where a thread is, in the stretch that its last event is in or leads to. */
  Node at(Graph g, int thread) {
    locate(g, thread);
    return node;
  }

  /** Finds where {@code thread} is. */
  private void locate(Graph g, int thread) {
    int n = g.length(thread);
    if (n == 0) {
      node = root(g, thread);
      step = 0;
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

  /** The node that a value leads to, filled in. */
  Node child(Graph g, int thread, Node parent, long value) {
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

  /** Fills a node in; the search tries the newest write first, so that is the best guess. */
  void fill(Graph g, int thread, Node node) {
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
      if (node.end == end && !(end == Node.End.BLOCKED && program.mayWaitForEver(t))) {
        reason = end == Node.End.BOUNDED ? (String) node.outcome : reason;
        return true;
      }
    }
    return false;
  }

  /** Whether blocked threads would go on. */
  EndGame endGame() {
    return endGame;
  }

  /** The outcome of a complete execution: the epilogue's, or what threads threw. */
  Object outcome(Graph g) {
    if (anyIs(g, Node.End.FAILED)) {
      synchronized (tape) {
        return program.failed(endings(g));
      }
    }
    if (program.concluding() >= 0) {
      locate(g, program.concluding());
      return node.outcome;
    }
    for (int t = 0; t < own.length; t++) {
      locate(g, t);
      own[t] = node.own;
    }
    return epilogue.outcome(g, own);
  }

  /** The same of the image of an execution in which none has failed. */
  Object outcomeOfImage(Graph g, Mirror mirror, Supplier<Graph> image) {
    if (program.concluding() >= 0) {
      return at(g, program.concluding()).image.outcome;
    }
    for (int t = 0; t < own.length; t++) {
      own[mirror.mirrored(t)] = at(g, t).image.own;
    }
    Object known = epilogue.known(location -> mirror.last(g, location), own);
    return known != null ? known : epilogue.outcome(image.get(), own);
  }

  private List<Ending> endings(Graph g) {
    List<Ending> endings = new ArrayList<>();
    for (int t = 0; t < program.threads(); t++) {
      locate(g, t);
      switch (node.end) {
        case FAILED -> endings.add(new Ending(t, Ending.How.THREW, node.outcome));
        case BLOCKED -> {
          if (!program.mayWaitForEver(t) && t != program.concluding()) {
            endings.add(new Ending(t, Ending.How.WAITS, null));
          }
        }
        case BOUNDED -> endings.add(new Ending(t, Ending.How.WAS_CUT_OFF, null));
        default -> {}
      }
    }
    return endings;
  }
}
