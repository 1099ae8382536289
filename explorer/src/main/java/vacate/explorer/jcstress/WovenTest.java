// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.heap.Run;
import vacate.explorer.heap.Site;
import vacate.explorer.hook.OutcomeText;
import vacate.explorer.hook.VirtualMachine;
import vacate.explorer.search.Ending;
import vacate.explorer.search.Memory;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Program;
import vacate.explorer.search.Reduction;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;
import vacate.explorer.search.Tape;

/** A test as a program: its actors, and as epilogue its arbiter and the reading of the result. */
public final class WovenTest implements Program {
  /** The outcome when every actor of a termination test has finished. */
  public static final String TERMINATED = "TERMINATED";

  private final VirtualMachine machine;
  private final Tape tape;
  private final TestInstance instance;
  private final TestObjects setup;
  private final ActedSetup acted;
  private final Map<Object, Object> outcomes = new HashMap<>();
  private final Map<String, Integer> cells = new HashMap<>();

  /**
   * Weaves the test as it is and runs its setup.
   *
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(StressTest test, ClassLoader classes, int loopBound) {
    this(test, classes, loopBound, Modes.DECLARED);
  }

  /**
   * Weaves the test and runs its setup.
   *
   * @param modes what becomes of the access modes in it
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(StressTest test, ClassLoader classes, int loopBound, Modes modes) {
    this(test, classes, loopBound, modes, Reduction.ALL);
  }

  /**
   * Weaves the test and runs its setup.
   *
   * @param modes what becomes of the access modes in it
   * @param reductions what its searches leave out
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(
      StressTest test, ClassLoader classes, int loopBound, Modes modes, Set<Reduction> reductions) {
    this(
        test,
        WovenClasses.forOne(classes, test.footing().jdk()),
        loopBound,
        modes,
        reductions,
        who -> null);
  }

  /**
   * Runs the setup of a test.
   *
   * @param classes that may have been used before
   * @param ends is asked by setup and by class initialisers, as which it is told, for as long as
   *     they go on: what to say if they are not to, or else null
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(
      StressTest test,
      WovenClasses classes,
      int loopBound,
      Modes modes,
      Set<Reduction> reductions,
      UnaryOperator<String> ends) {
    if (test.refusal() != null) {
      throw new Refused(test.refusal());
    }
    classes.slots().takeAsPlain(test.footing().foreknown().escaping());
    machine =
        new VirtualMachine(
            classes.loader(),
            classes.slots(),
            classes.heritage(),
            loopBound,
            test.keepsDependencies(),
            test.footing().foreknown().units(),
            ends,
            actors(test),
            test.footing().starters().most(actors(test)));
    if (test.footing().foreknown().timeIsTold()) {
      machine.tellsTime();
    }
    if (test.footing().foreknown().waitsEnd()) {
      machine.endsLongWaits();
    }
    tape = new Tape(this, Site::here, modes, reductions);
    machine.enter();
    try {
      instance = new TestInstance(test, classes.loader(), machine.actor(0));
      acted =
          test.footing().foreknown().setupGoesOn()
              ? ActedSetup.of(instance, machine.takesSetupAsThread(instance.actors()))
              : null;
      setup = acted != null ? acted : TestObjects.Done.of(instance);
      machine.initialize(test.footing().foreknown().initialized());
      machine.endSetup();
    } catch (InvocationTargetException e) {
      machine.refuseFault("setup", e.getCause());
      throw new Refused("setup failed: " + described(e));
    } catch (ReflectiveOperationException | LinkageError e) {
      machine.refuseFault("setup", e);
      throw new Refused("cannot be loaded: " + described(e));
    } finally {
      machine.leave();
    }
  }

  private static int actors(StressTest test) {
    return test.actors().size()
        + (test.signal() == null ? 0 : 1)
        + (test.footing().foreknown().setupGoesOn() ? 1 : 0);
  }

  /** What went wrong in the end, and in which line of the test. */
  private static String described(Throwable thrown) {
    Throwable t = thrown;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    Frame where = Site.of(t);
    return t + (where == null ? "" : ", at " + where);
  }

  /** What its threads do is recorded there, in each search and replay of it. */
  public Tape tape() {
    return tape;
  }

  public VirtualMachine machine() {
    return machine;
  }

  /** The object in which the actors put what they come to; null if the test has none. */
  public Object result() {
    return instance.result();
  }

  /** The object of the test's state class; null if setup is a thread of the program. */
  public Object state() {
    return setup.state();
  }

  /**
   * Finds the location of a field of the initial state; before anything runs.
   *
   * @param path names of fields with dots between them, from the state object on
   * @throws Refused if there is no such field
   */
  public void find(String path) {
    cells.computeIfAbsent(path, p -> machine.initialState().locate(setup.state(), p));
  }

  /**
   * The location of what was {@linkplain #find found}; -1 for a field that no two threads can race
   * for.
   */
  public int cell(String path) {
    return cells.get(path);
  }

  /** The locations of all that was found. */
  public BitSet cells() {
    BitSet all = new BitSet();
    cells.values().stream().filter(location -> location >= 0).forEach(all::set);
    return all;
  }

  /** What the number of a location stands for. */
  public Location location(int location) {
    return machine.locations().at(location);
  }

  /** Whether any location so far is a long or double. */
  public boolean hasWide() {
    return !machine.locations().wide().isEmpty();
  }

  /** Whether a location is a long or double. */
  public boolean isWide(int location) {
    return machine.locations().wide().get(location);
  }

  /** What bits in a location stand for. */
  public Value value(int location, long bits) {
    return machine.locations().value(location, bits);
  }

  /** The name of a thread: its method's, or what it is if the test has started it. */
  public String threadName(int thread) {
    if (thread == concluding()) {
      return instance.hasArbiter() ? instance.nameOfArbiter() : "result";
    }
    if (isSetup(thread)) {
      return "setup";
    }
    return thread < first() ? instance.nameOf(thread) : "thread " + (thread - first() + 1);
  }

  private boolean isSetup(int thread) {
    return acted != null && thread == instance.actors();
  }

  /** The first of the threads that others may start. */
  private int first() {
    return instance.actors() + (acted == null ? 0 : 1);
  }

  /** Actors, threads that they may start, and behind these what comes after the actors. */
  @Override
  public int threads() {
    int started = machine.started().most();
    return first() + (started == 0 ? 0 : started + 1);
  }

  @Override
  public int concluding() {
    return machine.started().most() == 0 ? -1 : threads() - 1;
  }

  /** The JVM does not ask whether threads that a test has started are over. */
  @Override
  public boolean mayWaitForEver(int thread) {
    return thread >= first() && thread != concluding();
  }

  @Override
  public long initial(int location) {
    return machine.locations().initial(location);
  }

  @Override
  public String name(int location) {
    return location(location).toString();
  }

  @Override
  public String variable(int location) {
    return location(location).variable();
  }

  @Override
  public void boundLoops(int turns) {
    machine.boundLoops(turns);
  }

  @Override
  public int numbers() {
    return machine.numbers();
  }

  @Override
  public void run(int thread, Memory memory) throws Stop {
    if (thread == concluding()) {
      run(memory, () -> concluded(memory), false);
    } else if (isSetup(thread)) {
      run(memory, this::setUp, false);
    } else if (mayWaitForEver(thread)) {
      run(memory, () -> started(memory, thread), false);
    } else {
      run(memory, () -> acted(memory, thread), false);
    }
  }

  private Object setUp() throws Stop {
    acted.run();
    return null;
  }

  private Object acted(Memory memory, int actor) throws Stop {
    call(memory, bound(() -> setup.actor(actor)));
    if (concluding() >= 0) {
      machine.started().actorEnds();
    }
    return null;
  }

  private Object started(Memory memory, int thread) throws Stop {
    try {
      machine.started().run(thread);
    } catch (Stop | Refused | NotDeterministic e) {
      throw e;
    } catch (Throwable thrown) {
      throw failed(memory, threadName(thread), thrown);
    }
    return null;
  }

  private Object concluded(Memory memory) throws Stop {
    machine.started().awaitActors();
    memory.conclude(unique(outcome(memory)));
    return null;
  }

  private Object run(Memory memory, Run.Code code, boolean epilogue) throws Stop {
    machine.enter();
    try {
      return machine.run(memory, code, epilogue);
    } finally {
      machine.leave();
    }
  }

  /** A method of the test on what setup has made. */
  @FunctionalInterface
  private interface Binding {
    BoundMethod bind() throws Stop, IllegalAccessException;
  }

  private static BoundMethod bound(Binding binding) throws Stop {
    try {
      return binding.bind();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls a method of the test inside the machine; what it throws is the end of the thread. */
  Object call(Memory memory, BoundMethod method) throws Stop {
    try {
      return method.call();
    } catch (Throwable thrown) {
      throw failed(memory, method.name(), thrown);
    }
  }

  private Stop failed(Memory memory, String name, Throwable thrown) throws Stop {
    if (thrown instanceof Stop stop) {
      return stop;
    }
    if (thrown instanceof Refused || thrown instanceof NotDeterministic) {
      throw (RuntimeException) thrown;
    }
    machine.refuseFault(name, thrown);
    machine.looksAt(thrown);
    return memory.fail(Failure.of(name, OutcomeText.of(thrown)));
  }

  /** The arbiter, and then what the result says of itself: as jcstress does, in final memory. */
  @Override
  public Object conclude(Memory memory) throws Stop {
    return conclude(memory, () -> outcome(memory));
  }

  Object conclude(Memory memory, Run.Code epilogue) throws Stop {
    return unique(run(memory, epilogue, true));
  }

  private Object outcome(Memory memory) throws Stop {
    if (instance.hasArbiter()) {
      call(memory, bound(setup::arbiter));
    }
    return instance.result() == null
        ? TERMINATED
        : machine.outcome(String.valueOf(call(memory, instance.resultToString())));
  }

  @Override
  public Object failed(List<Ending> endings) {
    return unique(Failure.of(endings, this::threadName));
  }

  /**
   * The same actors, and in place of the arbiter and the result a question: what a method without
   * parameters says, of a collection each element as a string.
   */
  public Tape asking(Object object, Method method) {
    try {
      BoundMethod question = BoundMethod.of(method, object);
      return new Tape(new StateQuestion(this, question), Site::here, Modes.DECLARED);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Object unique(Object outcome) {
    return outcomes.computeIfAbsent(outcome, o -> o);
  }
}
