// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.List;
import java.util.Optional;
import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.WeavingLoader;

/**
 * Class initialisers that an actor sets off. They run in the heap, once for all executions: right
 * only while nobody can tell when, so for the class's own static fields and the objects it makes.
 * What else it uses must be no location of an actor, before or after, and nothing that another
 * initialiser changes: who is the first of the two differs from execution to execution.
 */
public final class Initializers {
  private final Run run;
  private final WeavingLoader loader;
  private final Identity identity;
  private final SetupLocks locks;
  private final Faults faults;
  private final Refusals refusals;
  private final Heritage heritage;
  private final FirstInstance first;
  private final InitializerCycles cycles = new InitializerCycles();

  private final Company company;
  private final Beforehand beforehand;
  private final Makers makers;
  private final InitializerRules rules;

  public Initializers(
      Run run,
      WeavingLoader loader,
      Identity identity,
      Locations locations,
      SetupLocks locks,
      Faults faults,
      Refusals refusals,
      Heritage heritage) {
    this.run = run;
    this.loader = loader;
    this.identity = identity;
    this.locks = locks;
    this.faults = faults;
    this.refusals = refusals;
    this.heritage = heritage;
    first = new FirstInstance(run);
    company = new Company(run, first, refusals);
    makers = new Makers(run);
    beforehand = new Beforehand(run);
    rules = new InitializerRules(run, identity, locations, locks, refusals, beforehand, makers);
    for (Object o : heritage.left()) {
      identity.initial(o);
      got(o);
      first.finds(o);
    }
    heritage.begin();
  }

  /** What verdicts rest on because setup sees what an earlier one may have left. */
  public Optional<String> assumption() {
    return first.assumption();
  }

  /** What verdicts rest on because classes are initialised before the actors run. */
  public Optional<String> order() {
    return beforehand.assumption(first.assumption().isPresent(), rules.left());
  }

  /**
   * Initialises classes before the actors run, as if an earlier instance of the test had. What
   * initialisers share must be under a lock.
   */
  public void before(List<String> classes) throws ReflectiveOperationException {
    first.enter(Beforehand.class); // as if some initialiser had done it
    Beforehand.findWhoLogs(classes, loader);
    first.leave();
    beforehand.initialize(classes, loader);
  }

  /** The same of an actor that uses what an initialiser has used. */
  public Refused avoided(String what) {
    return new Refused(Refusals.said(what).getMessage(), beforehand.wanted());
  }

  /** The initialiser of a class begins; only what an actor sets off matters here. */
  public void enter(Class<?> type) {
    company.enters(type);
    if (run.isWatching() && !run.hasCompany()) {
      beforehand.isLate(type);
    }
    if (run.isWatching() || beforehand.isNow()) {
      needs(type);
      rules.begin();
      cycles.runs(type);
      run.enterInitializer(type);
    } else {
      first.enter(type);
    }
    heritage.enter(type);
  }

  public void leave() {
    if (run.isInitializing()) {
      run.leaveInitializer();
      if (!run.isInitializing()) {
        cycles.settled();
        locks.refuseHeld();
        refuseCycles();
      }
    } else {
      first.leave();
    }
    heritage.leave();
  }

  /**
   * The initialiser of a class throws. Where another one that an actor sets off has set it off that
   * one sees it, whoever the actor is; to everybody else the class is another one then than it
   * would have been.
   */
  public void fail(Class<?> type, Throwable thrown) {
    boolean isNested = run.isInitializing() && run.outermost() != type;
    faults.initializerFailed(type, thrown, isNested);
    heritage.spend("the initialiser of " + type.getName() + " throws");
    if (isNested) {
      beforehand.hasFailed(type);
      run.leaveInitializer();
      heritage.leave();
      return;
    }
    first.leave();
    if (run.isInitializing()) {
      throw refusals.poison(
          "the initialiser of " + type.getName() + ", which an actor sets off, throws " + thrown);
    }
  }

  /** A class has to be initialised, or to have been. */
  public void needs(Class<?> type) {
    run.initializing().forEach(a -> cycles.needs(a, type));
    if (run.isRunning()) {
      heritage.actorNeeds(type);
    } else {
      heritage.needs(type);
    }
  }

  /** Refuses classes that need each other, if the code that runs can come to more than one. */
  public void refuseCycles() {
    String refusal = cycles.refusal(loader.program().mentions(), loader::hasLoaded);
    if (refusal != null) {
      throw refusals.poison(refusal);
    }
  }

  /** Whether setup runs, or which else of what runs in its way. */
  public String whoSetsUp() {
    return company.who();
  }

  public void made(Object o) {
    company.makes(o);
    if (makers.made(o)) {
      first.keeps(o);
    }
    heritage.makes(o);
    first.makes(o);
  }

  /** Whether the initialiser that runs has made an object. */
  public boolean hasMade(Object o) {
    return makers.isOwn(o);
  }

  /** Setup, or an initialiser, makes a thread. */
  void makesThread(Thread thread) {
    company.makes(thread);
  }

  /** An object of the JDK came out of its constructor. */
  public void constructed(Object o) {
    company.makes(o);
    got(o);
  }

  /** The program has got an object of the JDK, which may be new, by a call on or with some. */
  public void got(Object o, Object... from) {
    heritage.got(o, from);
    first.makes(o);
    makers.got(o);
  }

  public void reads(Object o, Slot slot) {
    company.accesses(o, slot);
    if (heritage.isWatched()) {
      needsOwner(slot);
      heritage.reads(o, slot);
    }
    first.reads(slot);
    uses(o, slot, false);
  }

  public void writes(Object o, Slot slot) {
    run.changes();
    company.accesses(o, slot);
    if (heritage.isWatched()) {
      needsOwner(slot);
      heritage.writes(o, slot);
    }
    first.writes(o, slot);
    uses(o, slot, true);
  }

  /** Setup calls the JDK with who knows what. */
  public void sharesInCompany() {
    company.accesses(null, null);
  }

  /** Setup calls the JDK with what whoever it has started may use at the same time. */
  public void callsInCompany(Object receiver, Object... arguments) {
    company.calls(receiver, arguments);
  }

  /** Setup uses what the JVM keeps with an object. */
  void usesInCompany(Object o) {
    company.uses(o);
  }

  /** Setup, or an initialiser, starts a thread. */
  void starts() {
    rules.starts();
    if (first.isInitializing() || run.isInitializing()) {
      heritage.spend("an initialiser starts a thread");
    }
    company.starts();
  }

  private void needsOwner(Slot slot) {
    if (slot.isStatic) {
      heritage.needs(slot.owner);
    }
  }

  /** An actor writes a static field. */
  void actorWrites(Slot slot) {
    first.actorWrites(slot);
  }

  /** An actor writes a field of an object for the first time. */
  void actorWrites(Object o, Slot slot) {
    if (slot.isStatic) {
      first.actorWrites(slot);
    } else {
      first.actorWrites(o, slot);
    }
  }

  /** Whether an initialiser runs that setup has set off. */
  boolean isInitializingInSetup() {
    return first.isInitializing();
  }

  /** An actor uses what it has of its own in a {@code ThreadLocal}. */
  void actorUses(Object local) {
    first.actorUses(local);
  }

  /** An actor uses a static field. */
  void actorUses(Slot slot) {
    if (slot.isStatic && heritage.isWatched()) {
      heritage.actorNeeds(slot.owner);
    }
  }

  private void uses(Object o, Slot slot, boolean writes) {
    if (!run.isInitializing()) {
      return;
    }
    if (slot.isStatic) {
      needs(slot.owner);
    }
    rules.uses(o, slot, writes);
  }

  void readsElement(Object array, int index) {
    company.uses(array);
    if (heritage.isWatched()) {
      heritage.readsElement(array);
    }
    rules.usesElement(array, index, false);
  }

  void writesElement(Object array, int index) {
    run.changes();
    company.uses(array);
    if (heritage.isWatched()) {
      heritage.writesElement(array);
    }
    first.writesElement(array);
    rules.usesElement(array, index, true);
  }

  /** The JDK is called with objects whose state no hook sees. */
  public void calls(String what, Object receiver, Object... arguments) {
    run.changes();
    if (heritage.isWatched() && !run.isRunning()) {
      heritage.calls(what, receiver, arguments);
    }
    first.calls(what, receiver);
    if (run.isInitializing()) {
      asks(what);
      rules.calls(what, receiver);
      for (Object a : arguments) {
        rules.calls(what, a);
      }
    }
  }

  /** The JDK is called, and what comes of it may depend on who sets the initialiser off. */
  public void asks(String what) {
    spends(what);
    rules.asks(what);
  }

  /** What runs setup, or an initialiser, is asked for. */
  public void asksForThread(String what) {
    spends(what);
    rules.asksForThread(what);
  }

  /** The time is asked for: an actor that sets this off may know of a later one already. */
  public void asksForTime(String what) {
    rules.asksForThread(what);
  }

  /** Time passes, which an actor that sets this off might see. */
  void waitsInVain() {
    rules.waitsInVain();
  }

  private void spends(String what) {
    run.changes();
    if (heritage.isWatched() && !run.isRunning() && !isOfAValue(what)) {
      heritage.spend("setup or an initialiser calls " + what);
    }
  }

  /** Whether a method of a class without state is called, which leaves nothing. */
  private static boolean isOfAValue(String what) {
    String owner = what.substring(0, what.lastIndexOf('.')).replace('.', '/');
    return AllowedInActors.isImmutable(owner) && !AllowedInSetup.dependsOnThread(what);
  }

  /** A throwable is about to be changed. */
  public void changes(Throwable thrown, String method) {
    rules.changes(thrown, method);
  }

  /** A lock is entered. */
  public void locks(Object o) {
    company.uses(o);
    rules.locks(o);
  }
}
