// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collection;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.StandIns;

/**
 * What a class initialiser may use that an actor sets off, or would: fields of its class, what it
 * makes, and besides what is no location of an actor and no other initialiser changes.
 */
final class InitializerRules {
  private static final String SHARED = "a class initialiser that uses the shared field ";

  private static final String POOLS =
      StandIns.COPIES.replace('/', '.') + "java.util.concurrent.Executors$DefaultThreadFactory";

  /** Whoever waits in an initialiser waits for ever: nobody else runs. */
  private static final int LIMIT = 1_000_000;

  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final SetupLocks locks;
  private final Refusals refusals;
  private final Beforehand beforehand;
  private final Makers makers;
  private final InitializerUses used = new InitializerUses();
  private int accesses;

  InitializerRules(
      Run run,
      Identity identity,
      Locations locations,
      SetupLocks locks,
      Refusals refusals,
      Beforehand beforehand,
      Makers makers) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.locks = locks;
    this.refusals = refusals;
    this.beforehand = beforehand;
    this.makers = makers;
  }

  /** The fields in which one has left what others have found. */
  Collection<String> left() {
    return used.left();
  }

  /** One begins. */
  void begin() {
    accesses = 0;
  }

  /** It uses a field. */
  void uses(Object o, Slot slot, boolean writes) {
    if (++accesses > LIMIT) {
      throw refusals.poison("a class initialiser that goes on for " + LIMIT + " accesses");
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
    } else if (!used.ofField(run.initializer(), id(o), slot, writes, beforehand.isNow())
        && !isRegistered()) {
      refuseUnlessNumber(slot);
    }
  }

  /** It uses an element of an array. */
  void usesElement(Object array, int index, boolean writes) {
    if (!run.isInitializing() || makers.isOwn(array)) {
      return;
    }
    if (!beforehand.isNow() && !locations.avoidElement(id(array), index)) {
      throw tooLate(SHARED + "of an array");
    }
    if (!used.ofElement(run.initializer(), id(array), index, writes) && !isRegistered()) {
      throw beforehand.isNow() ? refusal("of an array") : tooLate(SHARED + "of an array");
    }
  }

  /** Whether initialisers that come beforehand use what is shared as a registry, under a lock. */
  private boolean isRegistered() {
    return beforehand.isNow() && locks.areHeld();
  }

  /** By which number the name of a pool's threads begins, depends on the order that is assumed. */
  private void refuseUnlessNumber(Slot slot) {
    if (!beforehand.isNow()) {
      throw tooLate(SHARED + slot.name);
    }
    if (!numbersPool()) {
      throw refusal(slot.name);
    }
  }

  /** Whether the JDK's own maker of threads is being made, which counts how many there are. */
  private static boolean numbersPool() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    f -> f.getMethodName().equals("<init>") && POOLS.equals(f.getClassName())));
  }

  /** It calls the JDK with an object. */
  void calls(String what, Object o) {
    if (makers.hidesForeignState(o) && !isRegistered()) {
      throw foreign(what, o);
    }
  }

  /** What comes of a call of the JDK may depend on who sets the initialiser off. */
  void asks(String what) {
    if (run.isInitializing() && AllowedInSetup.dependsOnThread(what)) {
      throw refusals.poison(dependsOnThread(what));
    }
  }

  /**
   * It asks which thread runs it: one that has nothing to do with any other, if it did so before.
   */
  void asksForThread(String what) {
    if (run.isInitializingLate()) {
      throw tooLate(dependsOnThread(what));
    }
  }

  /** It lets time pass, as an actor that sets it off may see. */
  void waitsInVain() {
    if (run.isInitializingLate()) {
      throw tooLate("a class initialiser that waits for a while, while any actor may be the first");
    }
  }

  private static String dependsOnThread(String what) {
    return "a class initialiser that calls " + what + ", while any actor may be the first";
  }

  /** It starts a thread. */
  void starts() {
    if (run.isInitializingLate()) {
      throw tooLate("a class initialiser that starts a thread, as it may only where it ends");
    }
  }

  /** A throwable is about to be changed. */
  void changes(Throwable thrown, String method) {
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
  void locks(Object o) {
    if (run.isInitializingLate() && !makers.isOwn(o)) {
      throw tooLate("a class initialiser that enters a shared monitor");
    }
  }

  /** A refusal that would be none if classes were initialised before the actors run. */
  private Refused tooLate(String what) {
    Foreknowledge wanted = beforehand.wanted();
    return refusals.poison(
        what, run.hasCompany() ? wanted.plus(Foreknowledge.SETUP_GOES_ON) : wanted);
  }

  private int id(Object o) {
    return o == null ? 0 : identity.initial(o);
  }

  private Refused refusal(String field) {
    return refusals.poison(SHARED + field);
  }
}
