// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.APART;
import static vacate.explorer.graph.Access.DEPENDENT;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.THAW;
import static vacate.explorer.graph.Access.THROUGH;

import java.util.Set;

/**
 * The memory as the running thread's code sees it, for one run of one thread after the other. What
 * is an event goes to the {@link Phase} that the run is in; what is none stays here.
 */
final class ThreadMemory implements Memory {
  /** How many events a thread may have in one run. */
  private static final int MAX_EVENTS = 60_000;

  private final Program program;
  private final Notation notation;
  private final Sharing sharing;
  private final Asides asides = new Asides();
  private boolean omitsUnshared;
  private boolean mergesFences;

  private boolean letsLoopsGoOn;

  private Phase phase;
  private int thread;
  private int events;
  private boolean endGame;
  private int skipped;
  private boolean announced;
  private long announcement;
  private int through;
  private Object outcome;
  private boolean isFinal;
  private Refused refusal;

  /**
   * @param reductions what is no event; none where modes change, which is asked of each access
   */
  ThreadMemory(Program program, Notation notation, Set<Reduction> reductions) {
    this.program = program;
    this.notation = notation;
    sharing = new Sharing(program::variable);
    omitsUnshared = reductions.contains(Reduction.UNSHARED);
    mergesFences = reductions.contains(Reduction.FENCES);
  }

  /** From now on every access and fence is an event. */
  void makeAllEvents() {
    omitsUnshared = false;
    mergesFences = false;
  }

  /** Whether loops may go round as often as any could at most. */
  void letLoopsGoOn(boolean goOn) {
    letsLoopsGoOn = goOn;
  }

  /**
   * A thread starts from its beginning.
   *
   * @param first what becomes of what it does
   */
  void startRun(int thread, Phase first) {
    this.thread = thread;
    events = 0;
    asides.startRun();
    sharing.startRun();
    announced = false;
    through = 0;
    outcome = null;
    isFinal = thread == program.concluding();
    endGame = false;
    refusal = null;
    phase = first;
  }

  // ---- for the phases

  void enter(Phase next) {
    phase = next;
  }

  void beginEndGame() {
    endGame = true;
  }

  Notation notation() {
    return notation;
  }

  Asides asides() {
    return asides;
  }

  /** How much came before the step that is recorded now which is no event. */
  int skipped() {
    return skipped;
  }

  /** The code waits, for the first time where it does. */
  void waited() {
    sharing.waitedOn(asides.recent());
  }

  NotDeterministic differs() {
    return new NotDeterministic(thread, "", notation.site());
  }

  /** The same, where the thread accesses a location; -1 is none. */
  NotDeterministic differs(int location) {
    String name = location < 0 ? "" : program.name(location);
    return new NotDeterministic(
        thread, name.isEmpty() ? "" : "it came to " + name, notation.site());
  }

  // ---- for the tape, after a run

  /** Why the run is more than the explorer understands, or null. */
  Refused refusal() {
    return refusal;
  }

  /**
   * Which locations are shared, and whether the run accessed what an earlier one took for its own.
   */
  Sharing sharing() {
    return sharing;
  }

  // ---- for the code

  @Override
  public int thread() {
    return thread;
  }

  @Override
  public void conclude(Object what) {
    outcome = what;
  }

  /** What the running thread has come to; null if it does not conclude. */
  Object outcome() {
    return outcome;
  }

  @Override
  public void through(int object) {
    through = object;
  }

  /** What comes after the actors sees one final memory, as the epilogue does. */
  @Override
  public long read(int location, int access) throws Stop {
    return reads(location, isFinal && location >= 0 ? access | OPAQUE : access);
  }

  private long reads(int location, int access) throws Stop {
    count();
    insertFence(access);
    int object = through;
    through = 0;
    if (isAside(location, access)) {
      if (object != 0) {
        asides.passed(1);
      }
      if (announced) {
        asides.passed(1);
        announced = false;
      }
      phase.readsAside();
      return asides.read(location, program.initial(location));
    }
    if (object != 0) {
      event(THROUGH, -1, object);
    }
    if (announced) {
      announced = false;
      event(THAW, -1, announcement);
    }
    doDueFence();
    int seen = apart(object != 0 ? access | DEPENDENT : access);
    skipped = asides.takeCount();
    return phase.read(location, seen);
  }

  @Override
  public boolean mayInterrupt(int location, int access, int kinds) {
    sharing.mayBeInterrupted();
    if (location != ANYWHERE && isAside(location, access) && !sharing.isContested(location)) {
      asides.passed(kinds);
      return false;
    }
    return true;
  }

  @Override
  public void handles(boolean handling) {
    sharing.isHandling(handling);
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

  /** The run is over; what comes after a refusal is no end. */
  void end(Node.End how, Object outcome) {
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

  /** The run is over, because its code threw a refusal. */
  void endRefused(Refused reason) {
    refusal = reason;
  }

  @Override
  public boolean letsLoopsGoOn() {
    return letsLoopsGoOn;
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

  @Override
  public boolean readsTheSame(Object from, Object to, Object again, Object here) {
    Node one = (Node) to;
    Node other = (Node) here;
    while (one != from && other != again && one.value == other.value) {
      one = one.parent;
      other = other.parent;
    }
    return one == from && other == again;
  }
}
