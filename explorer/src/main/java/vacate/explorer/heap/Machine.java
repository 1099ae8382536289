// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;
import vacate.explorer.weave.WovenProgram;

/**
 * What the hooks of woven code act on, for one exploration. During setup everything happens in the
 * heap; while an actor runs, the heap is scratch space and memory is what a {@link Memory} says.
 */
public final class Machine {
  private static final ThreadLocal<Machine> CURRENT = new ThreadLocal<>();

  private final WovenProgram program;
  private final Slots slots;
  private final Faults faults;
  private final Refusals refusals;
  final Identity identity = new Identity();
  private final Locations locations = new Locations(identity, Refusals::said);
  private final Loops loops;
  private final Calls calls;
  private final VarHandles varHandles = new VarHandles(this);

  private final Run run = new Run();
  private final Initializers initializers;
  private final Monitors monitors = new Monitors(this, locations);
  private final References references;
  private final Elements elements;
  private final Fields fields;

  public Machine(WeavingLoader loader, int loopBound) {
    this.program = loader.program();
    this.initializers = new Initializers(this, loader);
    this.slots = new Slots(loader);
    this.faults = new Faults(run, identity, loader);
    this.refusals = new Refusals(run, faults);
    this.loops = new Loops(loopBound, monitors);
    this.calls = new Calls(loops);
    this.references = new References(this);
    this.elements = new Elements(this, locations);
    this.fields = new Fields(this);
  }

  /** The machine of the calling thread, or null where woven code runs on its own. */
  static Machine current() {
    return CURRENT.get();
  }

  /** Makes this the machine of the calling thread, until {@link #leave}. */
  public void enter() {
    CURRENT.set(this);
  }

  public void leave() {
    CURRENT.remove();
  }

  boolean isRunning() {
    return run.isRunning();
  }

  /** Whether accesses matter: an actor runs, or a class initialiser that an actor has set off. */
  boolean isWatching() {
    return run.isRunning() || initializers.isActive();
  }

  /** What the running thread sees. */
  Memory memory() {
    return run.memory();
  }

  Loops loops() {
    return loops;
  }

  Calls calls() {
    return calls;
  }

  /** Whether the epilogue runs, which has nobody to share with. */
  boolean isAlone() {
    return run.isAlone();
  }

  WovenProgram program() {
    return program;
  }

  Slots slots() {
    return slots;
  }

  References references() {
    return references;
  }

  Elements elements() {
    return elements;
  }

  Fields fields() {
    return fields;
  }

  Faults faults() {
    return faults;
  }

  Refusals refusals() {
    return refusals;
  }

  Locations locations() {
    return locations;
  }

  Initializers initializers() {
    return initializers;
  }

  Monitors monitors() {
    return monitors;
  }

  VarHandles varHandles() {
    return varHandles;
  }

  /** Code of an actor, or of the epilogue. */
  @FunctionalInterface
  public interface Code {
    Object run() throws Stop;
  }

  /** How often a loop that does or reads something may go round, from now on. */
  public void boundLoops(int turns) {
    loops.declare(turns);
  }

  /** Runs an actor, so that its accesses are events. */
  public Object run(Memory memory, Code code, boolean epilogue) throws Stop {
    identity.startRun(memory.thread());
    loops.startRun(memory, epilogue);
    calls.startRun(memory);
    monitors.startRun();
    references.startRun(memory);
    run.start(memory, epilogue);
    initializers.startRun();
    try {
      Object result = code.run();
      initializers.refuseCycles();
      refusals.refuseIfPoisoned();
      return result;
    } finally {
      run.suspend();
    }
  }

  // ---- setup inside an execution: class initialisers

  void enterInitializer(Class<?> type) {
    if (isWatching()) {
      initializers.enter(type);
      run.suspend();
    }
  }

  void leaveInitializer() {
    if (initializers.isActive()) {
      initializers.leave();
      if (!initializers.isActive()) {
        run.resume();
        monitors.refuseHeldInSetup();
        initializers.refuseCycles();
      }
    }
  }

  void failInitializer(Throwable t, Class<?> type) {
    faults.initializerFailed(type, t);
    if (initializers.isActive()) {
      throw refusals.poison(
          "the initialiser of " + type.getName() + ", which an actor sets off, throws " + t);
    }
  }

  /** Refuses what setup has done that no actor could be shown. */
  public void endSetup() {
    refusals.refuseIfPoisoned();
    monitors.refuseHeldInSetup();
  }

  /**
   * Looks at what has ended setup or a thread.
   *
   * @throws Refused if that is no doing of the program's
   */
  public void refuseFault(String who, Throwable thrown) {
    refusals.refuseFault(who, thrown);
  }

  /**
   * What a thread threw, as its own {@code toString} says it; the class alone where that throws
   * again.
   */
  public String said(Throwable thrown) throws Stop {
    try {
      return Names.said(thrown.toString());
    } catch (RuntimeException again) {
      Hooks.letStopThrough(again);
      return Names.said(thrown.getClass().getName());
    }
  }

  /** What the JDK gives the program, in the words that it would get without the explorer. */
  Object heard(Object given) throws Stop {
    refusals.refuseIf(Names.refusal(given));
    return Names.heard(given);
  }

  /**
   * The outcome that a text is.
   *
   * @throws Refused if another run of the JVM would give another text
   */
  public String outcome(String text) {
    if (ObjectText.isIn(text)) {
      throw Refusals.said("the result is another in each run of the JVM: " + text);
    }
    if (Names.refusal(text) != null) {
      throw Refusals.said("the result " + Names.refusal(text));
    }
    return text;
  }

  // ---- fields

  /**
   * Whether an object belongs to the epilogue, which has no one to share it with: it lives in the
   * heap, and may hold whatever it likes.
   */
  boolean isLocal(Object o) {
    return run.isAlone() && identity.isMine(identity.known(o));
  }

  /** Reads a field or element of {@code owner}, or a static field if that is 0. */
  long read(int owner, Slot slot, Class<?> type, int location, int access) throws Stop {
    return run.isAlone()
        ? run.memory().read(location, access)
        : references.chains().read(owner, slot, type, location, access);
  }

  // ---- events

  void write(int location, int access, long value) throws Stop {
    if ((access & Access.UPDATE) == 0 || value != run.memory().lastRead()) {
      loops.effect();
    }
    run.memory().write(location, access, value);
  }

  // ---- for the program

  /** What setup has made. */
  public InitialState initialState() {
    return new InitialState(identity, slots, fields);
  }

  public long initial(int location) {
    return locations.initial(location);
  }

  /** What the number of a location stands for. */
  public Location location(int location) {
    return locations.at(location);
  }

  /** The locations of type long and double, so far. */
  public BitSet wide() {
    return locations.wide();
  }

  /** What bits in a location stand for. */
  public Value value(int location, long bits) {
    return locations.value(location, bits);
  }
}
