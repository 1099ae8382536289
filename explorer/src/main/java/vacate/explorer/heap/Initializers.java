// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.WeavingLoader;

/**
 * Class initialisers that an actor sets off. They run in the heap, once for all executions: right
 * only while nobody can tell when, so for the class's own static fields and the objects it makes.
 * What else it uses must be no location of an actor, before or after, and nothing that another
 * initialiser changes: who is the first of the two differs from execution to execution.
 */
public final class Initializers {
  private static final String SHARED = "a class initialiser that uses the shared field ";

  /** Whoever waits in an initialiser waits for ever: nobody else runs. */
  private static final int LIMIT = 1_000_000;

  private final Run run;
  private final WeavingLoader loader;
  private final Identity identity;
  private final Locations locations;
  private final SetupLocks locks;
  private final Faults faults;
  private final Refusals refusals;
  private final Heritage heritage;
  private final FirstInstance first;
  private final InitializerCycles cycles = new InitializerCycles();

  private final Company company;
  private final Beforehand beforehand = new Beforehand();
  private final InitializerUses used = new InitializerUses();
  private final Makers makers;
  private int accesses;

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
    this.locations = locations;
    this.locks = locks;
    this.faults = faults;
    this.refusals = refusals;
    this.heritage = heritage;
    first = new FirstInstance(run);
    company = new Company(run);
    makers = new Makers(run);
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
    return beforehand.assumption();
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

  /** A refusal that would be none if classes were initialised before the actors run. */
  private Refused tooLate(String what) {
    return refusals.poison(what, beforehand.wanted());
  }

  /** The same of an actor that uses what an initialiser has used. */
  public Refused avoided(String what) {
    return new Refused(Refusals.said(what).getMessage(), beforehand.wanted());
  }

  /** The initialiser of a class begins; only what an actor sets off matters here. */
  public void enter(Class<?> type) {
    if (run.isWatching() && !run.hasCompany()) {
      beforehand.isLate(type);
    }
    if (run.isWatching() || beforehand.isNow()) {
      needs(type);
      accesses = 0;
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

  /** The initialiser of a class throws. */
  public void fail(Class<?> type, Throwable thrown) {
    faults.initializerFailed(type, thrown);
    heritage.spend("the initialiser of " + type.getName() + " throws");
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

  public void made(Object o) {
    company.makes(o);
    if (makers.made(o)) {
      first.keeps(o);
    }
    heritage.makes(o);
    first.makes(o);
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
    refuseInCompany(o, slot);
    if (heritage.isWatched()) {
      needsOwner(slot);
      heritage.reads(o, slot);
    }
    first.reads(slot);
    uses(o, slot, false);
  }

  public void writes(Object o, Slot slot) {
    refuseInCompany(o, slot);
    if (heritage.isWatched()) {
      needsOwner(slot);
      heritage.writes(o, slot);
    }
    first.writes(o, slot);
    uses(o, slot, true);
  }

  /**
   * Setup accesses memory: whoever it has started may do so at the same time, but for the fields of
   * a class that is being initialised, for which they wait.
   */
  private void refuseInCompany(Object o, Slot slot) {
    if (!run.hasCompany() || run.isInitializing() || company.isUnknown(o)) {
      return;
    }
    if (slot == null || !slot.isStatic || !first.isInitializing(slot.owner)) {
      throw goesOn();
    }
  }

  private Refused goesOn() {
    return refusals.poison(
        (first.isInitializing() ? "a class initialiser" : "setup")
            + " goes on after it has started a thread",
        Foreknowledge.SETUP_GOES_ON);
  }

  /** Setup calls the JDK with who knows what. */
  public void sharesInCompany() {
    if (run.hasCompany() && !run.isInitializing()) {
      throw goesOn();
    }
  }

  /** Setup calls the JDK with what whoever it has started may use at the same time. */
  public void callsInCompany(Object receiver, Object... arguments) {
    if (run.hasCompany()
        && !run.isInitializing()
        && (company.mayKnowState(receiver)
            || Arrays.stream(arguments).anyMatch(company::mayKnowState))) {
      throw goesOn();
    }
  }

  /** Setup starts a thread. */
  void starts() {
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
    if (++accesses > LIMIT) {
      throw refusals.poison("a class initialiser that goes on for " + LIMIT + " accesses");
    }
    if (slot.isStatic) {
      needs(slot.owner);
    }
    if (slot.owner == run.initializer() && slot.isStatic || makers.isOwn(o)) {
      return;
    }
    if (slot.isFinal) { // is what it is, but for one that a class further out has not set yet
      if (slot.isStatic && run.isInitializing(slot.owner)) {
        throw refusal(slot.name);
      }
    } else if (!beforehand.isNow() && !locations.avoid(id(o), slot)) {
      throw tooLate(SHARED + slot.name);
    } else if (!used.ofField(run.initializer(), id(o), slot, writes) && !isRegistered()) {
      throw refusal(slot.name);
    }
  }

  void readsElement(Object array, int index) {
    refuseInCompany(array, null);
    if (heritage.isWatched()) {
      heritage.readsElement(array);
    }
    usesElement(array, index, false);
  }

  void writesElement(Object array, int index) {
    refuseInCompany(array, null);
    if (heritage.isWatched()) {
      heritage.writesElement(array);
    }
    first.writesElement(array);
    usesElement(array, index, true);
  }

  private void usesElement(Object array, int index, boolean writes) {
    if (!run.isInitializing() || makers.isOwn(array)) {
      return;
    }
    if (!beforehand.isNow() && !locations.avoidElement(id(array), index)) {
      throw tooLate(SHARED + "of an array");
    }
    if (!used.ofElement(run.initializer(), id(array), index, writes) && !isRegistered()) {
      throw refusal("of an array");
    }
  }

  /** Whether initialisers that come beforehand use what is shared as a registry, under a lock. */
  private boolean isRegistered() {
    return beforehand.isNow() && locks.areHeld();
  }

  /** The JDK is called with objects whose state no hook sees. */
  public void calls(String what, Object receiver, Object... arguments) {
    if (heritage.isWatched() && !run.isRunning()) {
      heritage.calls(what, receiver, arguments);
    }
    first.calls(what, receiver);
    if (run.isInitializing()) {
      asks(what);
      refuseForeign(what, receiver);
      for (Object a : arguments) {
        refuseForeign(what, a);
      }
    }
  }

  /** The JDK is called, and what comes of it may depend on who sets the initialiser off. */
  public void asks(String what) {
    if (heritage.isWatched() && !run.isRunning() && !isOfAValue(what)) {
      heritage.spend("setup or an initialiser calls " + what);
    }
    if (run.isInitializing() && AllowedInSetup.dependsOnThread(what)) {
      throw refusals.poison(
          "a class initialiser that calls " + what + ", while any actor may be the first");
    }
  }

  /** Whether a method of a class without state is called, which leaves nothing. */
  private static boolean isOfAValue(String what) {
    String owner = what.substring(0, what.lastIndexOf('.')).replace('.', '/');
    return AllowedInActors.isImmutable(owner) && !AllowedInSetup.dependsOnThread(what);
  }

  private void refuseForeign(String what, Object o) {
    if (makers.hidesForeignState(o) && !isRegistered()) {
      throw foreign(what, o);
    }
  }

  /** A throwable is about to be changed. */
  public void changes(Throwable thrown, String method) {
    if (run.isInitializing() && makers.isForeign(thrown)) {
      throw foreign(method, thrown);
    }
  }

  private Refused foreign(String what, Object o) {
    return refusals.poison(
        "a class initialiser that calls "
            + what
            + " on the "
            + o.getClass().getTypeName()
            + " of another");
  }

  /** A lock could be held by another actor, and would have to be waited for. */
  public void locks(Object o) {
    refuseInCompany(o, null);
    if (run.isInitializing() && !beforehand.isNow() && !makers.isOwn(o)) {
      throw tooLate("a class initialiser that enters a shared monitor");
    }
  }

  private int id(Object o) {
    return o == null ? 0 : identity.initial(o);
  }

  private Refused refusal(String field) {
    return refusals.poison(SHARED + field);
  }
}
