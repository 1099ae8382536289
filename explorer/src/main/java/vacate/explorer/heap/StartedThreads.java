// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * Threads that the test starts itself. Each that may be started is a thread of the program from the
 * beginning, and waits until it is: the same for the same start of the same actor. To start one
 * happens before all that it does, and its end before whoever finds it ended (JLS 17.4.4).
 */
public final class StartedThreads {
  private static final int STARTED = 1;
  private static final int ENDED = 2;

  private final Run run;
  private final Identity identity;
  private final ThreadTokens tokens;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final Construction construction;
  private final InterruptLine interrupts;
  private final Clock clock;
  private final Refusals refusals;
  private final int actors;
  private final Offspring offspring;
  private final Initializers initializers;
  private final UncaughtExceptions uncaught;

  /** What threads that setup has made are to run. */
  private final Map<Thread, Runnable> made = new IdentityHashMap<>();

  /** Those of them that it has started, too. */
  private final Set<Thread> startedInSetup = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The same of threads that actors have made, by the thread's id. */
  private final Map<Integer, Object> targets = new HashMap<>();

  private int started;

  /**
   * @param actors how many there are
   * @param each how many threads each may start: actors, the arbiter and setup; who is started by
   *     those; and so on
   */
  public StartedThreads(
      Run run,
      Identity identity,
      ThreadTokens tokens,
      Locations locations,
      References references,
      Accesses accesses,
      Construction construction,
      InterruptLine interrupts,
      Clock clock,
      Refusals refusals,
      Initializers initializers,
      UncaughtExceptions uncaught,
      int actors,
      int... each) {
    this.run = run;
    this.identity = identity;
    this.tokens = tokens;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.construction = construction;
    this.interrupts = interrupts;
    this.clock = clock;
    this.refusals = refusals;
    this.initializers = initializers;
    this.uncaught = uncaught;
    this.actors = actors;
    offspring = new Offspring(actors, each);
  }

  /** How many threads the test may start, in all. */
  public int most() {
    return offspring.most();
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    started = 0;
  }

  private int life(int thread) {
    return locations.hidden(new Hidden(Hidden.Kind.LIFE, thread), int.class);
  }

  private int target(int thread) {
    return locations.hidden(new Hidden(Hidden.Kind.TARGET, thread), Object.class);
  }

  /** Where it is said which thread is started as the one with that number in the program. */
  private int start(int number) {
    int token = tokens.id(tokens.of(number));
    return locations.hidden(new Hidden(Hidden.Kind.START, token), Object.class);
  }

  /** The thread that runs as the one with that number in the program. */
  Thread running(int number) throws Stop {
    return isStarted(number)
        ? (Thread) references.decode(Object.class, accesses.read(start(number), Access.OPAQUE_READ))
        : tokens.of(number);
  }

  private int id(Thread thread) throws Stop {
    int id = tokens.id(Behalf.nonNull(thread));
    if (tokens.isSetup(thread) && !tokens.runsSetup()) { // may be an actor's, and go on
      throw refusals.refuse("looks at the thread that runs setup");
    }
    if (id < 0) {
      throw refusals.refuse("a thread of unknown origin");
    }
    return id;
  }

  // ---- what a program does with threads

  /** There is a new thread, of no class of the program. */
  public void made(Thread thread) throws Stop {
    if (!run.isRunning()) {
      identity.initial(thread);
      initializers.makesThread(thread);
      return;
    }
    refuseUnlessAny("calls java.lang.Thread.<init>");
    identity.allocated(thread, 0);
  }

  /** What a new thread is to run; null is nothing, or what its class says. */
  public void willRun(Thread thread, Runnable target) throws Stop {
    if (!run.isRunning()) {
      made.put(thread, target);
      if (target != null) {
        locations.begin(target(identity.initial(thread)), identity.initial(target));
      }
    } else if (target != null) {
      int id = id(thread);
      // an object may give itself to a thread in its constructor: who starts that must be later
      accesses.write(target(id), Access.PLAIN_WRITE, references.reference(target, false));
      targets.put(id, target);
    }
  }

  /** Who starts a thread lets others find what that is to run. */
  private void publishTarget(int id) throws Stop {
    Object target = targets.get(id);
    if (target == null || identity.isInitial(id)) {
      return;
    }
    if (identity.isMine(id)) {
      references.reference(target, true);
    } else if (construction.hasFinals(target.getClass())) {
      throw refusals.refuse("starts a thread that another has made");
    }
  }

  private void refuseUnlessAny(String what) throws Stop {
    if (!offspring.isAny()) {
      throw refusals.refuseForThreads(what);
    }
  }

  public void start(Thread thread) throws Stop {
    if (!run.isRunning()) {
      startInSetup(Behalf.nonNull(thread));
      return;
    }
    refuseUnlessAny("calls java.lang.Thread.start");
    int id = id(thread);
    interrupts.point();
    if (accesses.read(life(id), Access.OPAQUE_READ | Access.UPDATE) != 0) {
      throw Behalf.startedBefore();
    }
    publishTarget(id);
    int number = number(run.memory().thread(), started++);
    accesses.write(life(id), Access.OPAQUE_WRITE | Access.UPDATE, STARTED);
    accesses.store(start(number), Object.class, Access.RELEASE_WRITE, thread);
  }

  private int number(int starter, int before) throws Stop {
    int most = offspring.of(starter);
    if (most == 0) {
      throw refusals.refuseForThreads("a thread that was started starts another");
    }
    if (before == most) {
      throw refusals.refuseForThreads("starts more than " + most + " threads");
    }
    return offspring.number(starter, before);
  }

  private void startInSetup(Thread thread) throws Stop {
    refuseUnlessAny("calls java.lang.Thread.start in setup");
    int most = offspring.ofSetup();
    if (startedInSetup.contains(thread)) {
      throw Behalf.startedBefore();
    }
    if (startedInSetup.size() == most) {
      throw refusals.refuseForThreads("starts more than " + most + " threads in setup");
    }
    if (!made.containsKey(thread)) {
      refusals.refuseIf("starts a thread of unknown origin");
    }
    initializers.starts();
    int id = identity.initial(thread);
    locations.begin(life(id), STARTED);
    locations.begin(start(offspring.numberOfSetup(startedInSetup.size())), id);
    startedInSetup.add(thread);
  }

  /**
   * Waits for its end, if it was started; for no longer than so long if that is not 0, which may be
   * too short or not.
   */
  public void join(Thread thread, long nanos) throws Stop {
    if (!run.isRunning()) {
      refusals.refuseIf("calls java.lang.Thread.join");
    }
    refuseUnlessAny("calls java.lang.Thread.join");
    int id = id(thread);
    interrupts.point();
    while (state(thread, id) == Thread.State.RUNNABLE) {
      if (nanos > 0 && !clock.isForEver(nanos)) {
        clock.passes(nanos);
        return;
      }
      run.memory().await();
    }
  }

  /** Whether a thread is not started, as who wakes it may find: that orders nothing. */
  public boolean isNew(Thread thread) throws Stop {
    return run.isRunning()
        && made.containsKey(thread)
        && !startedInSetup.contains(thread)
        && accesses.read(life(id(thread)), Access.OPAQUE_READ) == 0;
  }

  public boolean isAlive(Thread thread) throws Stop {
    return state(thread, "isAlive") == Thread.State.RUNNABLE;
  }

  /** What may not be changed while a thread runs. */
  void refuseIfRunning(Thread thread) throws Stop {
    if (state(thread, "setDaemon") == Thread.State.RUNNABLE) {
      throw Behalf.startedBefore();
    }
  }

  /** Whether the thread of the program with that number is one that another starts. */
  boolean isStarted(int number) {
    return number >= actors && number < offspring.arbiter();
  }

  /** Whether it is new, or has ended; of one that runs it is not said what it waits for. */
  public Thread.State state(Thread thread) throws Stop {
    return state(thread, "getState");
  }

  /** The same for code of the program, which might be told that it waits. */
  public Thread.State toldState(Thread thread) throws Stop {
    Thread.State state = state(thread);
    if (state == Thread.State.RUNNABLE && thread != tokens.current()) {
      throw refusals.refuse("calls java.lang.Thread.getState of a thread that runs");
    }
    return state;
  }

  private Thread.State state(Thread thread, String method) throws Stop {
    if (!run.isRunning() && made.containsKey(thread) && !startedInSetup.contains(thread)) {
      return Thread.State.NEW;
    }
    if (!run.isRunning()) {
      refusals.refuseIf("calls java.lang.Thread." + method);
    }
    refuseUnlessAny("calls java.lang.Thread." + method);
    int id = id(thread);
    interrupts.point();
    return state(thread, id);
  }

  /** An actor was started before anything. */
  private Thread.State state(Thread thread, int id) throws Stop {
    return switch ((int) accesses.read(life(id), Access.ACQUIRE_READ)) {
      case STARTED -> Thread.State.RUNNABLE;
      case ENDED -> Thread.State.TERMINATED;
      default -> tokens.isActor(thread) ? Thread.State.RUNNABLE : Thread.State.NEW;
    };
  }

  // ---- what they are in the program

  /** An actor has come to its end. */
  public void actorEnds() throws Stop {
    accesses.write(life(id(tokens.current())), Access.RELEASE_WRITE, ENDED);
  }

  /** The arbiter waits for all actors. */
  public void awaitActors() throws Stop {
    for (int actor = 0; actor < actors; actor++) {
      await(actor);
    }
  }

  private void await(int actor) throws Stop {
    int life = life(tokens.id(tokens.of(actor)));
    while (accesses.read(life, Access.ACQUIRE_READ) != ENDED) {
      run.memory().await();
    }
  }

  /**
   * Waits to be started, and does what that thread is to do. What it throws is its end, and nobody
   * else's.
   */
  public void run(int number) throws Throwable {
    int start = start(number);
    int id;
    while ((id = (int) accesses.read(start, Access.ACQUIRE_READ)) == 0) {
      run.memory().await();
    }
    Thread thread = (Thread) identity.object(id);
    tokens.runs(thread);
    try {
      Runnable body = overrides(thread, "run") ? thread : target(thread, id);
      if (body != null) {
        body.run();
      }
    } catch (Stop | Refused | NotDeterministic e) {
      throw e;
    } catch (Throwable thrown) {
      refusals.refuseFault(thread.getClass().getName(), thrown);
      uncaught.tell(thread, id, thrown);
    }
    accesses.write(life(id), Access.RELEASE_WRITE, ENDED);
  }

  private Runnable target(Thread thread, int id) throws Stop {
    return (Runnable) accesses.load(0, null, Object.class, target(id), Access.PLAIN_READ);
  }

  /** Whether the program says what a method without parameters does for a thread. */
  static boolean overrides(Thread thread, String method) {
    for (Class<?> c = thread.getClass(); WeavingLoader.isWoven(c); c = c.getSuperclass()) {
      for (java.lang.reflect.Method m : c.getDeclaredMethods()) {
        if (m.getName().equals(method) && m.getParameterCount() == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
