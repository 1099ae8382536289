// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * What each thread has in a {@code ThreadLocal}. Nobody else can reach it there, so it is no
 * location; what it refers to may be shared like anything else. Any actor may be the thread that
 * has run setup, and may run the arbiter, so what setup has left in one is nobody's to look for,
 * nor the arbiter's what an actor has.
 */
public final class ThreadLocals {
  private final Run run;
  private final Identity identity;
  private final ThreadTokens threads;
  private final Initializers initializers;
  private final Refusals refusals;
  private final Loops loops;

  /** By the id of the {@code ThreadLocal}. */
  private final Map<Integer, Object> values = new HashMap<>();

  /** The ids of those from which it has removed what was there. */
  private final Set<Integer> removed = new HashSet<>();

  private final Map<Object, Object> inSetup = new IdentityHashMap<>();

  /** Those in which setup has had a value as a thread of the program, by id. */
  private final Set<Integer> bySetup = new HashSet<>();

  /** Those in which some actor has had a value, by id. */
  private final Set<Integer> byActors = new HashSet<>();

  public ThreadLocals(
      Run run,
      Identity identity,
      ThreadTokens threads,
      Initializers initializers,
      Refusals refusals,
      Loops loops) {
    this.run = run;
    this.identity = identity;
    this.threads = threads;
    this.initializers = initializers;
    this.refusals = refusals;
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    values.clear();
    removed.clear();
  }

  /** Whether the running thread has a value there, be it null. */
  public boolean has(Object local) throws Stop {
    if (!run.isRunning()) {
      initializers.asks("java.lang.ThreadLocal.get");
      return inSetup.containsKey(local);
    }
    int id = identity.known(local);
    if (values.containsKey(id)) {
      return true;
    }
    boolean left = inSetup.containsKey(local) || bySetup.contains(id);
    if (left
        && !removed.contains(id)
        && !threads.runsSetup()
        && threads.mayHaveRunSetup(threads.current())) {
      throw refusals.refuse("looks for what setup has left in a ThreadLocal");
    }
    if (byActors.contains(id) && !removed.contains(id) && threads.isArbiter(threads.current())) {
      throw refusals.refuse("looks for what an actor has left in a ThreadLocal");
    }
    return false;
  }

  /** Whoever has made a thread that the test starts has left its values there. */
  public void looksForInherited(Object local) throws Stop {
    if (run.isRunning() && threads.isStarted() && !values.containsKey(identity.known(local))) {
      throw refusals.refuse("looks for what it may have inherited in an InheritableThreadLocal");
    }
  }

  /** The value that it has. */
  public Object get(Object local) {
    return run.isRunning() ? values.get(identity.known(local)) : inSetup.get(local);
  }

  public void set(Object local, Object value) throws Stop {
    if (run.isRunning()) {
      int id = identity.known(local);
      if (!values.containsKey(id) || values.get(id) != value) {
        loops.effect();
      }
      initializers.actorUses(local);
      values.put(id, value);
      if (threads.runsSetup()) {
        bySetup.add(id);
      } else if (!threads.isStarted() && !threads.isArbiter(threads.current())) {
        byActors.add(id);
      }
    } else {
      initializers.asks("java.lang.ThreadLocal.set");
      inSetup.put(local, value);
    }
  }

  public void remove(Object local) throws Stop {
    if (run.isRunning()) {
      loops.effect();
      int id = identity.known(local);
      values.remove(id);
      removed.add(id);
    } else {
      initializers.asks("java.lang.ThreadLocal.remove");
      inSetup.remove(local);
    }
  }
}
