// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vacate.explorer.call.BufferBytes;
import vacate.explorer.call.ByteViews;
import vacate.explorer.call.JdkCalls;
import vacate.explorer.call.JdkObjects;
import vacate.explorer.call.Lots;
import vacate.explorer.call.MemoryBlocks;
import vacate.explorer.call.Traces;
import vacate.explorer.call.UnsafeCalls;
import vacate.explorer.call.VarHandles;
import vacate.explorer.heap.Accesses;
import vacate.explorer.heap.Allocations;
import vacate.explorer.heap.Chains;
import vacate.explorer.heap.Clock;
import vacate.explorer.heap.Clones;
import vacate.explorer.heap.Construction;
import vacate.explorer.heap.Dependencies;
import vacate.explorer.heap.EarlyReturns;
import vacate.explorer.heap.Elements;
import vacate.explorer.heap.Faults;
import vacate.explorer.heap.Fields;
import vacate.explorer.heap.Functions;
import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.HoldCounts;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.InitialState;
import vacate.explorer.heap.Initializers;
import vacate.explorer.heap.InterruptLine;
import vacate.explorer.heap.Locations;
import vacate.explorer.heap.LongWaits;
import vacate.explorer.heap.Monitors;
import vacate.explorer.heap.Parking;
import vacate.explorer.heap.References;
import vacate.explorer.heap.Refusals;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.SetupClock;
import vacate.explorer.heap.SetupLocks;
import vacate.explorer.heap.SetupThread;
import vacate.explorer.heap.SharedClock;
import vacate.explorer.heap.Site;
import vacate.explorer.heap.Slots;
import vacate.explorer.heap.StartedThreads;
import vacate.explorer.heap.Surroundings;
import vacate.explorer.heap.ThreadLocals;
import vacate.explorer.heap.ThreadNames;
import vacate.explorer.heap.ThreadTokens;
import vacate.explorer.heap.ThreadTraits;
import vacate.explorer.heap.Throwables;
import vacate.explorer.heap.UncaughtExceptions;
import vacate.explorer.heap.WaitSets;
import vacate.explorer.loop.Calls;
import vacate.explorer.loop.Loops;
import vacate.explorer.loop.SetupLoops;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * What the hooks of woven code act on, for one exploration. During setup everything happens in the
 * heap; while an actor runs, the heap is scratch space and memory is what a {@link Memory} says.
 *
 * <p>Here is put together what takes part in that: each is given what it needs, and none knows the
 * machine.
 */
public final class VirtualMachine {
  /**
   * The machine of each thread that explores. Woven code cannot hand its machine to a hook: it is
   * called by the JDK as well, from class initialisers and lambdas, with the parameters that the
   * source says.
   */
  private static final ThreadLocal<VirtualMachine> CURRENT = new ThreadLocal<>();

  final Run run = new Run();
  final Identity identity = new Identity();
  final Locations locations;
  final Slots slots;
  final Refusals refusals;
  final Loops loops;
  final SetupLoops setupLoops;
  final Calls calls;
  final Construction construction;
  final References references;
  final Initializers initializers;
  final InterruptLine interrupts;
  final Fields fields;
  final Elements elements;
  final Allocations allocations;
  final Clones clones;
  final Monitors monitors;
  final ThreadTokens threads;
  final ThreadNames names;
  final Throwables throwables;
  final ThreadLocals threadLocals;
  final Clock clock;
  private final LongWaits longWaits;
  private final EarlyReturns early = new EarlyReturns();
  final Parking parking;
  final StartedThreads started;
  final UncaughtExceptions uncaught;
  final ThreadTraits traits;
  final SetupThread setup;
  final WaitSets waitSets;
  final VarHandles varHandles;
  final UnsafeCalls unsafe;
  final ByteViews byteViews;
  final BufferBytes bufferBytes;
  final MemoryBlocks memoryBlocks;
  final JdkObjects jdkObjects;
  final JdkCalls jdkCalls;
  final Traces traces;
  final Lots lots;

  private final Faults faults;
  private final HoldCounts held = new HoldCounts();
  private final SetupLocks setupLocks;
  private final SharedClock sharedClock;
  private final Chains chains;
  private final Dependencies dependencies;
  private final Functions functions;
  private final Heritage heritage;

  /**
   * @param slots the fields of its classes
   * @param heritage of earlier explorations with its classes
   * @param keepsDependencies whether its data dependencies are kept
   * @param units bytes that are not all accessed in units of one size
   * @param ends what to say of setup, or of a class initialiser, that is not to go on; else null
   * @param actors how many there are
   * @param starts how many threads each may start, see {@link StartedThreads}
   */
  public VirtualMachine(
      WeavingLoader loader,
      Slots slots,
      Heritage heritage,
      int loopBound,
      boolean keepsDependencies,
      List<Foreknowledge.Units> units,
      UnaryOperator<String> ends,
      int actors,
      int... starts) {
    this.heritage = heritage;
    locations = new Locations(identity, units, this::avoided);
    faults = new Faults(run, identity, loader, heritage);
    this.slots = slots;
    refusals = new Refusals(run, faults);
    loops = new Loops(loopBound, held::counts, Site::told);
    SetupClock setupClock = new SetupClock(run, refusals);
    calls = new Calls(loops);
    setupLocks = new SetupLocks(refusals);
    initializers =
        new Initializers(run, loader, identity, locations, setupLocks, faults, refusals, heritage);
    setupLoops =
        new SetupLoops(run::changed, () -> ends.apply(initializers.whoSetsUp()), refusals::poison);
    chains = new Chains(run, identity, loops);
    construction = new Construction(run, identity, chains, slots);
    functions = new Functions(refusals);
    threads = new ThreadTokens(run, identity, actors);
    throwables = new Throwables(run, identity, locations, refusals);
    references =
        new References(run, identity, threads, throwables, construction, functions, refusals);
    dependencies = new Dependencies(run, identity, loops, keepsDependencies);
    Accesses accesses = new Accesses(run, references, chains, dependencies, loops);
    longWaits = new LongWaits(run, threads, actors, refusals);
    sharedClock = new SharedClock(run, locations, accesses, refusals, longWaits, early);
    clock = new Clock(run, loops, setupClock, sharedClock, initializers, longWaits);
    interrupts = new InterruptLine(run, loops);
    fields =
        new Fields(
            run,
            identity,
            locations,
            references,
            accesses,
            construction,
            initializers,
            interrupts,
            refusals);
    elements =
        new Elements(run, identity, locations, references, accesses, initializers, interrupts);
    allocations =
        new Allocations(
            run, identity, throwables, slots, construction, initializers, fields, elements);
    clones = new Clones(slots, fields, elements, allocations, construction, refusals);
    monitors =
        new Monitors(
            run,
            identity,
            locations,
            references,
            accesses,
            initializers,
            setupLocks,
            held,
            interrupts);
    threadLocals =
        new ThreadLocals(
            run, identity, threads, locations, accesses, initializers, refusals, loops);
    names =
        new ThreadNames(
            run, identity, threads, locations, references, accesses, interrupts, refusals);
    parking = new Parking(run, threads, locations, accesses, clock, early, interrupts, refusals);
    uncaught =
        new UncaughtExceptions(
            run, identity, threads, locations, accesses, interrupts, refusals, initializers);
    started =
        new StartedThreads(
            run,
            identity,
            threads,
            locations,
            references,
            accesses,
            construction,
            interrupts,
            clock,
            refusals,
            initializers,
            uncaught,
            actors,
            starts);
    traits =
        new ThreadTraits(
            run,
            identity,
            threads,
            locations,
            accesses,
            started,
            interrupts,
            refusals,
            initializers);
    setup = new SetupThread(run, threads, locations, accesses, started, held, refusals, actors - 1);
    waitSets =
        new WaitSets(
            run,
            locations,
            monitors,
            accesses,
            parking,
            started,
            clock,
            early,
            setupLocks,
            loops,
            refusals);
    byteViews = new ByteViews(run, identity, locations, references, accesses, refusals, interrupts);
    varHandles =
        new VarHandles(
            run,
            slots,
            fields,
            elements,
            references,
            accesses,
            refusals,
            heritage,
            interrupts,
            byteViews);
    unsafe =
        new UnsafeCalls(
            run, slots, fields, elements, references, accesses, refusals, interrupts, byteViews);
    bufferBytes = new BufferBytes(unsafe);
    memoryBlocks = new MemoryBlocks(unsafe, refusals);
    lots =
        new Lots(run, sharedClock, setupClock, identity, threads, refusals, initializers, heritage);
    jdkObjects = new JdkObjects(run, identity, functions, initializers, faults);
    traces = new Traces(run, identity, jdkObjects, refusals, heritage, initializers);
    jdkCalls =
        new JdkCalls(
            run,
            identity,
            references,
            elements,
            throwables,
            jdkObjects,
            initializers,
            loops,
            calls,
            refusals,
            heritage);
  }

  /** The machine of the calling thread, or null where woven code runs on its own. */
  static VirtualMachine current() {
    return CURRENT.get();
  }

  /** The methods that were entered in some run, see {@link Calls#ever}. */
  public Set<String> entered() {
    return calls.ever();
  }

  /** Whether an actor runs, or the epilogue; null stands for no machine. */
  static boolean isRunning(VirtualMachine machine) {
    return machine != null && machine.run.isRunning();
  }

  /** Whether accesses matter, those of setup, too; null stands for no machine. */
  static boolean isWatching(VirtualMachine machine) {
    return machine != null;
  }

  /** Makes this the machine of the calling thread, until {@link #leave}. */
  public void enter() {
    CURRENT.set(this);
  }

  public void leave() {
    CURRENT.remove();
  }

  /** How often a loop that does or reads something may go round, from now on. */
  public void boundLoops(int turns) {
    loops.declare(turns);
  }

  /** What is wrong with an actor that uses what is not to be a location. */
  private Refused avoided(String what, Foreknowledge wanted) {
    Refused refused = initializers.avoided(what);
    return wanted == Foreknowledge.NOTHING
        ? refused
        : new Refused(refused.getMessage(), refused.wanted().plus(wanted));
  }

  /** Setup initialises these classes in the end, see {@link Initializers#before}. */
  public void initialize(List<String> classes) throws ReflectiveOperationException {
    initializers.before(classes);
  }

  /** Refuses what setup has done that no actor could be shown. */
  public void endSetup() {
    run.endSetup();
    refusals.refuseIfPoisoned();
    setupLocks.refuseHeld();
    sharedClock.begin(clock.endSetup());
  }

  /** What one thread waits for in vain passes for others, too. */
  public void tellsTime() {
    sharedClock.tells();
  }

  /** Long waits of actors may be over in vain. */
  public void endsLongWaits() {
    longWaits.end();
  }

  /** Whether the verdict rests on what such waits are taken for. */
  public boolean hasLongWaits() {
    return longWaits.haveNoEnd();
  }

  /** Puts back into the heap what was there before the first actor ran. */
  public void putBack() {
    locations.putBack();
  }

  /** Runs an actor, so that its accesses are events. */
  public Object run(Memory memory, Run.Code code, boolean epilogue) throws Stop {
    identity.startRun(memory.thread());
    loops.startRun(memory, epilogue);
    calls.startRun(memory);
    held.startRun();
    construction.startRun();
    chains.startRun();
    dependencies.startRun();
    functions.startRun();
    interrupts.startRun();
    threadLocals.startRun();
    clock.startRun();
    threads.startRun();
    started.startRun();
    throwables.startRun();
    waitSets.startRun();
    lots.startRun();
    return run.run(
        memory,
        epilogue,
        () -> {
          Object result = code.run();
          initializers.refuseCycles();
          refusals.refuseIfPoisoned();
          return result;
        });
  }

  /** The end of a thread is to be told, in the words of what it has thrown. */
  public void looksAt(Throwable thrown) throws Stop {
    throwables.looksAt(thrown, "toString");
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
   * The outcome that a text is.
   *
   * @throws Refused if another run of the JVM would give another text
   */
  public String outcome(String text) {
    if (lots.isIn(text)) {
      throw OutcomeText.another(text);
    }
    return OutcomeText.of(text);
  }

  /** What setup has made. */
  public InitialState initialState() {
    return new InitialState(identity, slots, fields);
  }

  /** What stands for the thread of an actor. */
  public Thread actor(int number) {
    return threads.of(number);
  }

  /** Setup is the last of the actors from now on, and what it does is to come. */
  public SetupThread takesSetupAsThread(int number) {
    threads.takeAsSetup(number);
    return setup;
  }

  /** The threads that the test starts itself. */
  public StartedThreads started() {
    return started;
  }

  /** What verdicts rest on because of what the JVM might have chosen otherwise. */
  public List<String> assumptions() {
    return Stream.of(
            lots.assumptions().stream(),
            longWaits.assumption().stream(),
            early.assumption().stream(),
            parking.assumption().stream(),
            initializers.assumption().stream(),
            initializers.order().stream(),
            byteViews.assumption().stream(),
            construction.assumption().stream(),
            traces.assumption().stream(),
            jdkCalls.assumption().stream(),
            names.assumption().stream(),
            traits.assumption().stream(),
            faults.assumption().stream())
        .flatMap(s -> s)
        .toList();
  }

  /** What the program was told of what is outside of it. */
  public Surroundings surroundings() {
    return heritage.surroundings();
  }

  /** How many locations and objects have got their numbers. */
  public int numbers() {
    return locations.size() + identity.size();
  }

  /** What the numbers in events stand for. */
  public Locations locations() {
    return locations;
  }
}
