// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * What each thread has in a {@code ThreadLocal}. Nobody else can reach it there, so it is no
 * location; what it refers to may be shared like anything else. Any actor, but one at most, may be
 * the thread that has run setup: whoever looks for what setup has left finds it or not, and both
 * are explored. As any may run the arbiter, what an actor or setup has is not the arbiter's to look
 * for.
 */
public final class ThreadLocals {
  private final Run run;
  private final Identity identity;
  private final ThreadTokens threads;
  private final Locations locations;
  private final Accesses accesses;
  private final Initializers initializers;
  private final Refusals refusals;
  private final Loops loops;

  /** By the id of the {@code ThreadLocal}. */
  private final Map<Integer, Object> values = new HashMap<>();

  /** The ids of those from which it has removed what was there. */
  private final Set<Integer> removed = new HashSet<>();

  private final Map<Object, Object> inSetup = new IdentityHashMap<>();

  /** Those of them that a class initialiser has left, which another thread may have run. */
  private final Set<Object> byInitializers = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether the running thread is the one that has run setup; null if nobody has asked. */
  private Boolean hasRunSetup;

  /** Those in which setup has had a value as a thread of the program, by id. */
  private final Set<Integer> bySetup = new HashSet<>();

  /** Those in which some actor has had a value, by id. */
  private final Set<Integer> byActors = new HashSet<>();

  public ThreadLocals(
      Run run,
      Identity identity,
      ThreadTokens threads,
      Locations locations,
      Accesses accesses,
      Initializers initializers,
      Refusals refusals,
      Loops loops) {
    this.run = run;
    this.identity = identity;
    this.threads = threads;
    this.locations = locations;
    this.accesses = accesses;
    this.initializers = initializers;
    this.refusals = refusals;
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    values.clear();
    removed.clear();
    hasRunSetup = null;
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
        && threads.mayHaveRunSetup(threads.current())
        && findsWhatSetupLeft(local, id)) {
      values.put(id, inSetup.get(local));
      return true;
    }
    if (byActors.contains(id) && !removed.contains(id) && threads.isArbiter(threads.current())) {
      throw refusals.refuse("looks for what an actor has left in a ThreadLocal");
    }
    return false;
  }

  private boolean findsWhatSetupLeft(Object local, int id) throws Stop {
    if (threads.setupGoesOn()
        || byInitializers.contains(local)
        || threads.isArbiter(threads.current())) {
      throw refusals.refuse("looks for what setup has left in a ThreadLocal");
    }
    loops.effect();
    initializers.actorUses(local);
    if (hasRunSetup == null) {
      hasRunSetup = accesses.choose(Access.LOT) && isFirstToSayIt();
    }
    return hasRunSetup;
  }

  /** Whether no other thread is the one that has run setup, and none will be. It orders nothing. */
  private boolean isFirstToSayIt() throws Stop {
    int said = locations.hidden(new Hidden(Hidden.Kind.RAN_SETUP, 0), int.class);
    if (accesses.read(said, Access.OPAQUE_READ | Access.UPDATE) != 0) {
      return false;
    }
    accesses.write(said, Access.OPAQUE_WRITE | Access.UPDATE, 1);
    return true;
  }

  /**
   * Whoever has made a thread that the test starts has left its values there; and who starts actors
   * may have run setup.
   */
  public void looksForInherited(Object local) throws Stop {
    int id = run.isRunning() ? identity.known(local) : -1;
    if (!run.isRunning() || values.containsKey(id)) {
      return;
    }
    if (threads.isStarted()) {
      throw refusals.refuse("looks for what it may have inherited in an InheritableThreadLocal");
    }
    if (inSetup.containsKey(local) && !removed.contains(id)) {
      throw refusals.refuse("looks for what setup has left in a ThreadLocal");
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
      if (initializers.isInitializingInSetup()) {
        byInitializers.add(local);
      } else {
        byInitializers.remove(local);
      }
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
