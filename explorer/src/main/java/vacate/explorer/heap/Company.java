// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.StandIns;

/**
 * The threads that setup or a class initialiser has started, and of which objects they cannot know:
 * those that were made since, as no reference to one is written where they may look. What they may
 * know of is refused, as they may use it at the same time.
 */
final class Company {
  private final Run run;
  private final FirstInstance first;
  private final Refusals refusals;
  private final Set<Object> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

  Company(Run run, FirstInstance first, Refusals refusals) {
    this.run = run;
    this.first = first;
    this.refusals = refusals;
  }

  /** A thread is started, which may know of all that there is. */
  void starts() {
    run.keepsCompany();
    unknown.clear();
  }

  /** The program makes an object. */
  void makes(Object o) {
    if (run.hasCompany()) {
      unknown.add(o);
    }
  }

  /** Whether there are such threads, and what runs is not what an actor has set off. */
  private boolean isKept() {
    return run.hasCompany() && !run.isInitializingLate();
  }

  /**
   * Setup accesses memory: whoever it has started may do so at the same time, but for the fields of
   * a class that is being initialised, for which they wait.
   */
  void accesses(Object o, Slot slot) {
    if (!isKept() || isUnknown(o)) {
      return;
    }
    if (slot == null || !slot.isStatic || !isInitializing(slot.owner)) {
      throw goesOn();
    }
  }

  private boolean isInitializing(Class<?> type) {
    return first.isInitializing(type) || run.isInitializing(type);
  }

  /**
   * An initialiser begins. If another one sets it off, whoever that has started may be there first,
   * and wait for a class that is being initialised, as this one would for them.
   */
  void enters(Class<?> type) {
    if (isKept()
        && (first.isInitializing() || run.isInitializing())
        && !StandIns.isStandIn(Identity.internalName(type))) {
      throw goesOn();
    }
  }

  /** Setup uses what the JVM keeps with an object. */
  void uses(Object o) {
    if (isKept() && !isUnknown(o)) {
      throw goesOn();
    }
  }

  /** Setup calls the JDK with what may be known. */
  void calls(Object receiver, Object... arguments) {
    if (isKept() && (mayKnowState(receiver) || mayKnowState(arguments))) {
      throw goesOn();
    }
  }

  private Refused goesOn() {
    return refusals.poison(
        who() + " goes on after it has started a thread", Foreknowledge.SETUP_GOES_ON);
  }

  /** Whether setup runs, or a class initialiser. */
  String who() {
    return first.isInitializing() || run.isInitializing() ? "a class initialiser" : "setup";
  }

  /**
   * Whether they may know of what the JDK looks at or changes when it is called with that: an
   * array, or an object whose state no hook sees.
   */
  private boolean mayKnowState(Object o) {
    if (o == null || isUnknown(o) && !(o instanceof Object[])) {
      return false;
    }
    if (!isUnknown(o)) {
      return o.getClass().isArray() || HiddenState.isIn(o) && !(o instanceof Thread);
    }
    return mayKnowState((Object[]) o);
  }

  private boolean mayKnowState(Object[] all) {
    return Arrays.stream(all).anyMatch(this::mayKnowState);
  }

  /** Whether it is an object that none of them knows of. */
  private boolean isUnknown(Object o) {
    return o != null && unknown.contains(o);
  }
}
