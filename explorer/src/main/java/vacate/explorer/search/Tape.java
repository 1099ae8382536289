// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.THAW;

import java.util.function.Supplier;

/**
 * Runs the threads of a program and records what they do, on a trie for each thread: along what is
 * recorded the code is fed with values, at its end what it does is new, and what was recorded first
 * of a thread is held against a second run.
 */
public final class Tape implements Memory {
  /** How many events a thread may have in one run. */
  private static final int MAX_EVENTS = 60_000;

  private final Program program;
  private final Notation notation;
  private final Waits waits = new Waits();
  private Node[] path = new Node[64];

  private Phase phase;
  private int thread;
  private int events;
  private boolean endGame;
  private Refused refusal;

  /**
   * @param sites where in the source the running code is; asked only after {@link #locate}, or by
   *     the modes
   * @param modes what becomes of its access modes
   */
  public Tape(Program program, Supplier<?> sites, Modes modes) {
    this.program = program;
    notation = new Notation(sites, modes);
  }

  /** From now on each new event knows where in the source it is, which takes far longer to find. */
  public void locate() {
    notation.locate();
  }

  Program program() {
    return program;
  }

  Notation notation() {
    return notation;
  }

  /** What is taken back of waiting loops, and what must not be. */
  Waits waits() {
    return waits;
  }

  /**
   * Runs a thread along the path to {@code node}, and fills it in. A guess at what comes after may
   * lead to what is impossible, so the nodes behind are left alone where they turn out to be more
   * than the explorer understands.
   *
   * @param thread the epilogue, if it is the number of threads
   * @return how many nodes were added
   */
  int fill(int thread, Node node, Recording.Guess guess) {
    Recording recording = new Recording(this, node, guess);
    run(thread, recording);
    Node end = recording.at();
    if (refusal != null) {
      if (end == node) {
        throw refusal;
      }
      end.forget();
    }
    if (node.end == Node.End.UNKNOWN) {
      throw new NotDeterministic(thread, null);
    }
    if (node.parent == null && end.end != Node.End.UNKNOWN) {
      run(thread, new Verification(this, end));
      if (refusal != null) {
        throw refusal;
      }
    }
    return recording.added();
  }

  /** Runs a thread along the path to where the last phase is. */
  private void run(int thread, Phase last) {
    this.thread = thread;
    events = 0;
    endGame = false;
    refusal = null;
    phase = last.at().parent == null ? last : new Playback(this, pathTo(last.at()), last);
    try {
      Object outcome = null;
      if (thread < program.threads()) {
        program.run(thread, this);
      } else {
        outcome = program.conclude(this);
      }
      phase.end(Node.End.FINISHED, outcome);
    } catch (Stop stop) {
      // the node says why
    } catch (Refused refused) {
      refusal = refused;
    }
  }

  private Node[] pathTo(Node node) {
    if (node.depth >= path.length) {
      path = new Node[2 * node.depth];
    }
    for (Node n = node; n != null; n = n.parent) {
      path[n.depth] = n;
    }
    return path;
  }

  // ---- for the phases

  void enter(Phase next) {
    phase = next;
  }

  void beginEndGame() {
    endGame = true;
  }

  NotDeterministic differs() {
    return new NotDeterministic(thread, notation.site());
  }

  // ---- for the code

  @Override
  public int thread() {
    return thread;
  }

  @Override
  public long read(int location, int access) throws Stop {
    count();
    insertFence(access);
    return phase.read(location, access);
  }

  @Override
  public void write(int location, int access, long value) throws Stop {
    insertFence(access);
    step(access, location, value);
  }

  @Override
  public void fence(int access) throws Stop {
    step(access, -1, 0);
  }

  @Override
  public void freeze(int access, long which) throws Stop {
    if (access == THAW) {
      insertFence(READ);
    }
    step(access, -1, which);
  }

  private void step(int access, int location, long value) throws Stop {
    count();
    phase.step(access, location, value);
  }

  private void insertFence(int access) {
    if (notation.mayInsertBefore(access)) {
      phase.fenceBefore(access);
    }
  }

  private void count() throws Stop {
    if (++events > MAX_EVENTS) {
      throw cut("a thread was cut off after " + MAX_EVENTS + " events");
    }
  }

  @Override
  public void await() throws Stop {
    phase.await();
  }

  @Override
  public boolean isEndGame() {
    return endGame;
  }

  @Override
  public Stop cut(String why) {
    phase.end(Node.End.BOUNDED, why);
    return Stop.INSTANCE;
  }

  @Override
  public Stop fail(Object description) {
    phase.end(Node.End.FAILED, description);
    return Stop.INSTANCE;
  }

  @Override
  public Stop refuse(Refused reason) {
    if (refusal == null) {
      refusal = reason;
    }
    return Stop.INSTANCE;
  }

  @Override
  public int events() {
    return events;
  }

  @Override
  public int reads() {
    return phase.at().depth;
  }

  @Override
  public long lastRead() {
    return phase.at().value;
  }

  @Override
  public Object position() {
    return phase.at();
  }
}
