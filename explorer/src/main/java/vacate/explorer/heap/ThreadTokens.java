// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code Thread.currentThread} gives: one object for each actor, one for setup, and one for
 * each class that is initialised before, which are never started; or the thread that the test
 * itself has started.
 */
public final class ThreadTokens {
  private final Run run;
  private final Identity identity;
  private final int count;
  private final List<Thread> actors = new ArrayList<>();
  private Thread setup;

  /** Of who runs class initialisers, by the class of the outermost. */
  private final Map<Class<?>, Thread> initializers = new HashMap<>();

  /** Of setup, where it is a thread of the program. */
  private int setupNumber = -1;

  private Thread started;

  /**
   * @param count how many actors there are, setup among them where it is a thread of the program
   */
  public ThreadTokens(Run run, Identity identity, int count) {
    this.run = run;
    this.identity = identity;
    this.count = count;
  }

  /** Setup is the thread of the program with that number. */
  public void takeAsSetup(int number) {
    setup = of(number);
    setupNumber = number;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    started = null;
  }

  /** The running thread is one that the test has started. */
  void runs(Thread thread) {
    started = thread;
  }

  /** The thread that runs. */
  public Thread current() {
    if (run.isRunning() && started != null) {
      return started;
    }
    if (run.isInitializing()) {
      return initializers.computeIfAbsent(run.outermost(), c -> token("initialiser"));
    }
    if (!run.isRunning()) {
      if (setup == null) {
        setup = token("setup");
      }
      return setup;
    }
    return of(run.memory().thread());
  }

  /**
   * What it depends on whether two objects are the same; null if that is known. Any actor may have
   * been who ran setup, and may be who runs the arbiter.
   */
  String dependence(Object a, Object b) {
    if (a == b || !(a instanceof Thread) || !(b instanceof Thread)) {
      return null;
    }
    if (initializers.containsValue(a) || initializers.containsValue(b)) {
      return "which thread has run a class initialiser";
    }
    if (setup != null && (a == setup && mayHaveRunSetup(b) || b == setup && mayHaveRunSetup(a))) {
      return "which thread has run setup";
    }
    boolean areActors = actors.contains(a) && actors.contains(b);
    return areActors && isArbiter(a) != isArbiter(b) ? "which thread runs the arbiter" : null;
  }

  /** Whether it stands for the thread that runs the arbiter. */
  boolean isArbiter(Object thread) {
    return actors.indexOf(thread) >= count;
  }

  /** Whether it is an actor, or the arbiter. */
  boolean mayHaveRunSetup(Object o) {
    return actors.contains(o);
  }

  /** The id of a thread; -1 if it is no actor's. */
  int id(Thread thread) {
    boolean isUnknown = thread == setup && setupNumber < 0 || initializers.containsValue(thread);
    return isUnknown ? -1 : identity.known(thread);
  }

  /** Whether it is the thread that has run setup, or a class initialiser. */
  boolean isSetup(Thread thread) {
    return setup != null && thread == setup || initializers.containsValue(thread);
  }

  /** Whether setup is a thread of the program. */
  boolean setupGoesOn() {
    return setupNumber >= 0;
  }

  /** Whether it is the thread that has run a class initialiser. */
  boolean hasInitialized(Thread thread) {
    return initializers.containsValue(thread);
  }

  /** Whether that is what runs, as a thread of the program. */
  boolean runsSetup() {
    return run.memory() != null && run.memory().thread() == setupNumber;
  }

  /** Whether what runs is a thread that the test has started. */
  boolean isStarted() {
    return started != null;
  }

  /** Whether a thread is an actor, and none that the test has made. */
  boolean isActor(Thread thread) {
    return actors.contains(thread);
  }

  /** A number that no other thread has; 0 for one that the test has made. */
  long number(Thread thread) {
    int actor = actors.indexOf(thread);
    return actor < 0 && thread != setup ? 0 : 2 + actor; // setup has 1
  }

  /** The same of the thread with that id. */
  long numberOf(int id) {
    return identity.object(id) instanceof Thread thread ? number(thread) : 0;
  }

  /**
   * The object of an actor. All before it get theirs, too: who asks first is to make no difference.
   */
  public Thread of(int number) {
    while (actors.size() <= number) {
      actors.add(token("actor " + actors.size()));
    }
    return actors.get(number);
  }

  private Thread token(String name) {
    Thread token = new Thread(null, null, name, 0, false);
    identity.initial(token);
    return token;
  }
}
