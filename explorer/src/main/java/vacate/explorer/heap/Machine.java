// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Field;
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
  final Identity identity = new Identity();
  private final Locations locations = new Locations(identity, this::refusal);
  private final Loops loops;
  private final Calls calls;
  private final VarHandles varHandles = new VarHandles(this);

  private Memory memory;
  private boolean running;
  private boolean alone;
  private final Initializers initializers;
  private Refused poison;
  private final Monitors monitors = new Monitors(this, locations);
  private final References references;
  private final Elements elements;

  public Machine(WeavingLoader loader, int loopBound) {
    this.program = loader.program();
    this.initializers = new Initializers(this, loader);
    this.slots = new Slots(loader);
    this.faults = new Faults(this, loader);
    this.loops = new Loops(loopBound, monitors);
    this.calls = new Calls(loops);
    this.references = new References(this);
    this.elements = new Elements(this, locations);
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
    return running;
  }

  /** Whether accesses matter: an actor runs, or a class initialiser that an actor has set off. */
  boolean isWatching() {
    return running || initializers.isActive();
  }

  /** What the running thread sees. */
  Memory memory() {
    return memory;
  }

  Loops loops() {
    return loops;
  }

  Calls calls() {
    return calls;
  }

  /** Whether the epilogue runs, which has nobody to share with. */
  boolean isAlone() {
    return alone;
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
  public Object run(Memory seen, Code code, boolean epilogue) throws Stop {
    memory = seen;
    identity.startRun(memory.thread());
    alone = epilogue;
    loops.startRun(memory, epilogue);
    calls.startRun(memory);
    monitors.startRun();
    references.startRun(memory);
    running = true;
    initializers.startRun();
    try {
      Object result = code.run();
      initializers.refuseCycles();
      refuseIfPoisoned();
      return result;
    } finally {
      running = false;
    }
  }

  // ---- setup inside an execution: class initialisers

  void enterInitializer(Class<?> type) {
    if (isWatching()) {
      initializers.enter(type);
      running = false;
    }
  }

  void leaveInitializer() {
    if (initializers.isActive()) {
      initializers.leave();
      running = !initializers.isActive();
      if (running) {
        monitors.refuseHeldInSetup();
        initializers.refuseCycles();
      }
    }
  }

  void failInitializer(Throwable t, Class<?> type) {
    faults.initializerFailed(type, t);
    if (initializers.isActive()) {
      throw poison(
          "the initialiser of " + type.getName() + ", which an actor sets off, throws " + t);
    }
  }

  /** Refuses what setup has done that no actor could be shown. */
  public void endSetup() {
    refuseIfPoisoned();
    monitors.refuseHeldInSetup();
  }

  /**
   * The JVM wraps what a class initialiser throws, and never runs it again: whoever comes to the
   * class from now on is refused for the same reason.
   */
  public void refuseIfPoisoned() {
    if (poison != null) {
      throw poison;
    }
  }

  /** A refusal of what is not an actor's own doing, and so has no execution to end. */
  Refused poison(String what) {
    poison = refusal(what);
    return poison;
  }

  /** Refuses what an actor, or setup, is about to do; for null it may. */
  void refuseIf(String what) throws Stop {
    if (what != null && running) {
      throw refuse(what);
    }
    if (what != null) {
      throw poison(what + " in setup");
    }
  }

  // ---- what is thrown

  Faults faults() {
    return faults;
  }

  /** A handler of the program is about to get what was thrown. */
  void caught(Throwable t) throws Stop {
    refuseIfPoisoned();
    String fault = faults.of(t);
    if (fault != null) {
      Refused refused = new Refused(Names.said("runs into " + fault));
      if (running) {
        throw memory.refuse(refused);
      }
      poison = refused;
      throw refused;
    }
  }

  /**
   * Looks at what has ended setup or a thread.
   *
   * @throws Refused if that is no doing of the program's
   */
  public void refuseFault(String who, Throwable thrown) {
    refuseIfPoisoned();
    String fault = faults.of(thrown);
    if (fault != null) {
      throw new Refused(Names.said(who + " runs into " + fault));
    }
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
    refuseIf(Names.refusal(given));
    return Names.heard(given);
  }

  /**
   * The outcome that a text is.
   *
   * @throws Refused if another run of the JVM would give another text
   */
  public String outcome(String text) {
    if (ObjectText.isIn(text)) {
      throw refusal("the result is another in each run of the JVM: " + text);
    }
    if (Names.refusal(text) != null) {
      throw refusal("the result " + Names.refusal(text));
    }
    return text;
  }

  // ---- fields

  /**
   * Whether an object belongs to the epilogue, which has no one to share it with: it lives in the
   * heap, and may hold whatever it likes.
   */
  boolean isLocal(Object o) {
    return alone && identity.isMine(identity.known(o));
  }

  /** The location of a field, or -1 for one that no two threads can race for. */
  int location(Object o, Slot slot) throws Stop {
    if (slot.isStatic) {
      return slot.isFinal ? -1 : locations.field(0, null, slot);
    }
    int id = references.owner(o);
    return slot.isFinal && identity.isInitial(id) || isLocal(o) ? -1 : locations.field(id, o, slot);
  }

  void load(Object o, Slot slot) throws Stop {
    if (!running) {
      initializers.reads(o, slot);
      return;
    }
    int location = location(o, slot);
    if (location >= 0) {
      int access = slot.isFinal ? slot.readAccess | Access.FINAL : slot.readAccess;
      int owner = slot.isStatic ? 0 : identity.known(o);
      slot.set(o, references.decode(slot.type, read(owner, slot, slot.type, location, access)));
    } else if (!slot.type.isPrimitive() && !isLocal(o)) {
      identity.initial(slot.get(o)); // a constant; but what it refers to others can reach too
    }
  }

  /** Reads a field or element of {@code owner}, or a static field if that is 0. */
  long read(int owner, Slot slot, Class<?> type, int location, int access) throws Stop {
    return alone
        ? memory.read(location, access)
        : references.chains().read(owner, slot, type, location, access);
  }

  void touch(Object o, Slot slot) throws Stop {
    if (running) {
      location(o, slot);
    } else {
      initializers.writes(o, slot);
    }
  }

  void stored(Object o, Slot slot) throws Stop {
    if (!running) {
      return;
    }
    int location = location(o, slot);
    if (location >= 0 && slot.isFinal && !references.mayAssign(identity.known(o), slot)) {
      throw refuse("a write to the final field " + slot.name + " after its constructor");
    }
    if (location >= 0) {
      write(location, slot.writeAccess, references.encode(slot.type, slot.get(o)));
    } else if (isLocal(o)) {
      loops.effect();
    } else {
      throw refuse("a write to the final field " + slot.name);
    }
  }

  // ---- events

  void write(int location, int access, long value) throws Stop {
    if ((access & Access.UPDATE) == 0 || value != memory.lastRead()) {
      loops.effect();
    }
    memory.write(location, access, value);
  }

  // ---- refusals

  Stop refuse(String what) {
    Refused refused = refusal(what);
    if (memory == null) {
      throw refused; // no thread has run yet, whose end it could be
    }
    return memory.refuse(refused);
  }

  Refused refusal(String what) {
    Site site = Site.here();
    return new Refused(Names.said(what) + (site == null ? "" : ", at " + site));
  }

  // ---- for the program

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

  /**
   * A field of an object of the initial state.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public Field field(Object o, String name) {
    Field field = o == null ? null : Slots.find(o.getClass(), name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name + " in " + o);
    }
    return field;
  }

  /** What the heap has in a field; only before an actor runs is that its initial value. */
  public Object inHeap(Object o, Field field) {
    return slots.slot(field).get(o);
  }

  /** Whether a field was declared final; weaving makes it writable. */
  public boolean isConstant(Field field) {
    return slots.slot(field).isFinal;
  }

  /** The location of a field of an object of the initial state; -1 if no two can race for it. */
  public int locate(Object o, Field field) throws Stop {
    return location(o, slots.slot(field));
  }

  /** An initial value. */
  public Value initial(Field field, Object value) {
    return field.getType().isPrimitive() ? new Value.Primitive(value) : initial(value);
  }

  /** A reference to an object of the initial state. */
  public Value initial(Object value) {
    return identity.reference(identity.initial(value));
  }
}
