// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.BitSet;
import java.util.function.Supplier;

/**
 * The memory that a thread's code sees while it runs: feeds it the values of one path of the trie,
 * records what it does at the end of the path, and stops it at the first read beyond.
 */
public final class Recorder {
  private final Supplier<?> sites;
  private Node[] path = new Node[64];
  private Node end;
  private Node at;
  private int next;
  private int thread;
  private boolean endGame;
  private Refused refusal;
  private final BitSet awaited = new BitSet();
  private final BitSet plainlyRead = new BitSet();
  private final BitSet kept = new BitSet();

  /**
   * @param sites where in the source the running code is, asked for each new event
   */
  public Recorder(Supplier<?> sites) {
    this.sites = sites;
  }

  /** Runs {@code thread} of {@code program} along the path to {@code node}, and fills it in. */
  void fill(Program program, int thread, Node node) {
    if (node.depth >= path.length) {
      path = new Node[2 * node.depth];
    }
    for (Node n = node; n != null; n = n.parent) {
      path[n.depth] = n;
    }
    this.thread = thread;
    end = node;
    at = path[0];
    next = 0;
    endGame = false;
    refusal = null;
    try {
      if (thread < program.threads()) {
        program.run(thread, this);
      } else {
        node.outcome = program.conclude(this);
      }
      finish(Node.End.FINISHED);
    } catch (Stop stop) {
      // the node says why
    } catch (Refused refused) {
      throw refused;
    }
    if (refusal != null) {
      throw refusal;
    }
    if (node.end == Node.End.UNKNOWN) {
      throw new NotDeterministic(thread, null);
    }
  }

  /** Number of the thread that runs. */
  public int thread() {
    return thread;
  }

  /** Reads; {@code access} has {@code READ}, and {@code UPDATE} for a read-modify-write. */
  public long read(int location, int access) throws Stop {
    if (at == end) {
      if ((access & (READ | OPAQUE | FINAL)) == READ) {
        plainlyRead.set(location);
      }
      end.read = new Op(access, location, 0, sites.get());
      throw stop(Node.End.READ);
    }
    if (next != at.count || at.end != Node.End.READ || !at.read.same(access, location, 0)) {
      throw differs();
    }
    at = path[at.depth + 1];
    next = 0;
    return at.value;
  }

  /** Writes; with {@code UPDATE}, the write of the read that came just before. */
  public void write(int location, int access, long value) throws Stop {
    step(access, location, value);
  }

  public void fence(int access) throws Stop {
    step(access, -1, 0);
  }

  private void step(int access, int location, long value) throws Stop {
    if (at == end) {
      end.add(new Op(access, location, value, sites.get()));
    } else if (at.takenBack) {
      return;
    } else if (next == at.count || !at.ops[next].same(access, location, value)) {
      throw differs();
    }
    next++;
  }

  /** Lets the environment decide: false is what normally happens. */
  public boolean choose() throws Stop {
    return read(-1, CHOICE) != 0;
  }

  /** How many reads came so far. */
  public int reads() {
    return at.depth;
  }

  /** Stands for the thread and the values that it has read so far. */
  public Object position() {
    return at;
  }

  /**
   * The running iteration had no effect and waits for another thread: the thread is blocked.
   * Returns only in the end game, where it is tried whether the thread would go on in the final
   * memory.
   *
   * <p>A read-modify-write that wrote what it had read, followed by nothing but fences, is taken
   * back: an execution in which it happens and is tried again has the outcome of one in which only
   * the successful try happens (zero-effect iterations, Kokologiannakis et al., FMCAD 2021). See
   * the README for what that asks of readers of the location.
   */
  public void await() throws Stop {
    if (at != end && at.end == Node.End.BLOCKED) {
      at = path[at.depth + 1];
      next = 0;
      endGame = true;
      return;
    }
    if (at == end && zeroEffect(end)) {
      if (updated(end) >= 0) {
        awaited.set(updated(end));
      }
      end.count = 0;
      end.takenBack = true;
    }
    throw stop(Node.End.BLOCKED);
  }

  /** Whether the thread goes on after a wait, alone, in memory that nobody else writes any more. */
  public boolean isEndGame() {
    return endGame;
  }

  /** Locations of awaited updates that somebody reads plainly: the search must keep the updates. */
  BitSet doubts() {
    BitSet doubts = (BitSet) awaited.clone();
    doubts.and(plainlyRead);
    doubts.andNot(kept);
    return doubts;
  }

  /** From now on updates of these locations are kept, even if they change nothing. */
  void keepUpdates(BitSet locations) {
    kept.or(locations);
  }

  /** The location of the read-modify-write that a stretch begins with the write of, or -1. */
  private static int updated(Node node) {
    return node.startsWithUpdate() ? node.ops[0].location() : -1;
  }

  private boolean zeroEffect(Node node) {
    if (updated(node) >= 0 && kept.get(updated(node))) {
      return false;
    }
    for (int i = 0; i < node.count; i++) {
      Op op = node.ops[i];
      boolean same = (op.access() & UPDATE) != 0 && op.value() == node.value;
      if ((op.access() & WRITE) != 0 && !same) {
        return false;
      }
      if ((op.access() & (WRITE | FENCE)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** A loop ran as often as it may. */
  public Stop cut() {
    return stop(Node.End.BOUNDED);
  }

  /** The thread ends by throwing; {@code description} becomes the outcome of the execution. */
  public Stop fail(Object description) {
    end.outcome = description;
    return stop(Node.End.FAILED);
  }

  /** The thread does something that the explorer does not understand. */
  public Stop refuse(Refused reason) {
    if (refusal == null) {
      refusal = reason;
    }
    end.end = Node.End.FINISHED;
    return Stop.INSTANCE;
  }

  private Stop stop(Node.End how) {
    finish(how);
    return Stop.INSTANCE;
  }

  private void finish(Node.End how) {
    if (at != end || end.end != Node.End.UNKNOWN && end.end != how) {
      throw differs();
    }
    end.end = how;
  }

  private NotDeterministic differs() {
    return new NotDeterministic(thread, sites.get());
  }
}
