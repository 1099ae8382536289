// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.APART;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.THAW;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vacate.explorer.graph.InitialValues;

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
  private final Sharing sharing = new Sharing();
  private final Asides asides = new Asides();
  private final InitialValues initialValues = new KnownInitialValues(this);
  private Tries tries;
  private boolean omitsUnshared;
  private boolean mergesFences;
  private final Map<Map<Integer, Long>, OwnMemory> owns = new HashMap<>();
  private Node[] path = new Node[64];

  private Phase phase;
  private int thread;
  private int events;
  private boolean endGame;
  private int skipped;
  private boolean announced;
  private long announcement;
  private Refused refusal;

  /**
   * @param sites where in the source the running code is; asked only after {@link #locate}, or by
   *     the modes
   * @param modes what becomes of its access modes
   */
  public Tape(Program program, Supplier<?> sites, Modes modes) {
    this(program, sites, modes, Reduction.ALL);
  }

  /**
   * @param reductions none of which is done where modes change, which is asked of each access
   */
  public Tape(Program program, Supplier<?> sites, Modes modes, Set<Reduction> reductions) {
    this.program = program;
    notation = new Notation(sites, modes);
    omitsUnshared = modes == Modes.DECLARED && reductions.contains(Reduction.UNSHARED);
    mergesFences = modes == Modes.DECLARED && reductions.contains(Reduction.FENCES);
  }

  /** Forgets what was recorded. */
  synchronized void renew() {
    tries = null;
  }

  /** What is recorded now. */
  synchronized Tries tries() {
    if (tries == null) {
      tries = new Tries(program.threads());
    }
    return tries;
  }

  /**
   * From now on every access and fence is an event, and knows where in the source it is, which
   * takes far longer to find.
   */
  public void locate() {
    notation.locate();
    omitsUnshared = false;
    mergesFences = false;
    renew();
  }

  Program program() {
    return program;
  }

  Notation notation() {
    return notation;
  }

  /** The initial values of the program's locations, for all workers. */
  InitialValues initialValues() {
    return initialValues;
  }

  /**
   * Whether what was recorded is void, because updates were taken back that must not be; from now
   * on they are not.
   */
  synchronized boolean hasTakenBackTooMuch() {
    BitSet doubts = waits.doubts();
    if (doubts.isEmpty()) {
      return false;
    }
    waits.keep(doubts);
    renew();
    return true;
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
   * @throws Surprise if it accesses what an earlier run did, which that took for its own
   */
  int fill(int thread, Node node, Recording.Guess guess) {
    Recording recording = new Recording(this, node, guess);
    run(thread, recording);
    if (sharing.isSurprised()) {
      renew();
      throw Surprise.INSTANCE;
    }
    Node end = recording.at();
    if (refusal != null) {
      if (end == node) {
        throw refusal;
      }
      recording.forgetLast();
    }
    recording.publish();
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
    asides.startRun();
    announced = false;
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
      end(Node.End.FINISHED, outcome);
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

  Asides asides() {
    return asides;
  }

  /** How much came before the step that is recorded now which is no event. */
  int skipped() {
    return skipped;
  }

  /** What the running thread has written that is not shared. */
  OwnMemory own() {
    return owns.computeIfAbsent(
        Map.copyOf(asides.written()), written -> new OwnMemory(owns.size() + 1, written));
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
    if (isAside(location, access)) {
      if (announced) {
        asides.announced();
        announced = false;
      }
      Long own = asides.read(location);
      phase.readsAside();
      return own != null ? own : program.initial(location);
    }
    if (announced) {
      announced = false;
      event(THAW, -1, announcement);
    }
    doDueFence();
    int seen = apart(access);
    skipped = asides.takeCount();
    return phase.read(location, seen);
  }

  @Override
  public void write(int location, int access, long value) throws Stop {
    insertFence(access);
    count();
    if (isAside(location, access)) {
      asides.write(location, value);
    } else {
      event(access, location, value);
    }
  }

  @Override
  public void fence(int access) throws Stop {
    count();
    if (isMergeable()) {
      int before = asides.fence(access);
      if (before != 0) {
        emit(before, -1, 0);
      }
    } else {
      event(access, -1, 0);
    }
  }

  @Override
  public void freeze(int access, long which) throws Stop {
    count();
    if (access == THAW) {
      insertFence(READ);
      announced = true; // for the read that comes next, if that is an event
      announcement = which;
    } else {
      event(access, -1, which);
    }
  }

  /** Whether an access is no event. */
  private boolean isAside(int location, int access) {
    return omitsUnshared
        && location >= 0
        && thread < program.threads()
        && !sharing.isEvent(thread, location, access);
  }

  private boolean isMergeable() {
    return mergesFences && thread < program.threads();
  }

  private void doDueFence() {
    int fence = asides.dueFence();
    if (fence != 0) {
      emit(fence, -1, 0);
    }
  }

  private void event(int access, int location, long value) {
    doDueFence();
    emit(apart(access), location, value);
  }

  private void emit(int access, int location, long value) {
    skipped = asides.takeCount();
    phase.step(access, location, value);
  }

  private int apart(int access) {
    return asides.hasAccess() ? access | APART : access;
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
    doDueFence();
    phase.await();
  }

  @Override
  public boolean isEndGame() {
    return endGame;
  }

  @Override
  public Stop cut(String why) {
    end(Node.End.BOUNDED, why);
    return Stop.INSTANCE;
  }

  @Override
  public Stop fail(Object description) {
    end(Node.End.FAILED, description);
    return Stop.INSTANCE;
  }

  /** What comes after a refusal is no end. */
  private void end(Node.End how, Object outcome) {
    if (refusal == null) {
      phase.end(how, outcome);
    }
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
    return phase.at().depth + asides.reads();
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
