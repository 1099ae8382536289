// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vacate.explorer.weave.StandIns;

/**
 * Whether an instance of the test sees what an earlier one has left: setup reads what is in a
 * static field, or in an object that a class initialiser has made, and setup or an actor changes
 * it. Explored is the first instance, and the result says so.
 */
final class FirstInstance {
  private static final Pattern READING =
      Pattern.compile(
          "get|getOrDefault|size|isEmpty|contains\\w*|iterator|stream|toString|hashCode|equals"
              + "|forEach|length|charAt|values|keySet|entrySet|indexOf|peek\\w*|toArray");

  private final Run run;

  /** The initialisers that setup has set off and that run, the innermost first. */
  private final Deque<Class<?>> running = new ArrayDeque<>();

  /** What initialisers have made. */
  private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Static fields that setup has read, or written first. */
  private final Set<Slot> read = new HashSet<>();

  private final Set<Slot> written = new HashSet<>();

  private final Set<String> changed = new TreeSet<>();

  /** What actors change for later instances. */
  private final Set<String> left = new TreeSet<>();

  FirstInstance(Run run) {
    this.run = run;
  }

  /** What verdicts rest on because of that; empty if on nothing. */
  Optional<String> assumption() {
    if (changed.isEmpty() && left.isEmpty()) {
      return Optional.empty();
    }
    String setup = changed.isEmpty() ? "" : "setup finds " + String.join(" and ", changed);
    String actors = left.isEmpty() ? "" : "actors find " + String.join(" and ", left);
    return Optional.of(
        "the first instance of the test: "
            + setup
            + (setup.isEmpty() || actors.isEmpty() ? "" : ", ")
            + actors
            + " as none before it has left it");
  }

  private boolean isSetup() {
    return !run.isRunning() && !run.isInitializing() && running.isEmpty();
  }

  /** Whether an initialiser runs that setup has set off. */
  boolean isInitializing() {
    return !running.isEmpty();
  }

  /** Whether that of a class is among them. */
  boolean isInitializing(Class<?> type) {
    return running.contains(type);
  }

  void enter(Class<?> type) {
    running.push(type);
  }

  void leave() {
    running.poll();
  }

  /** An initialiser, or setup, makes an object. */
  void makes(Object o) {
    if (o != null && !running.isEmpty() && !isOfTheJdk(running.peek())) {
      made.add(o);
    }
  }

  /** An initialiser has made an object, in an earlier exploration. */
  void finds(Object o) {
    made.add(o);
  }

  /** An initialiser that an actor has set off makes an object. */
  void keeps(Object o) {
    if (!isOfTheJdk(run.initializer())) {
      made.add(o);
    }
  }

  private static boolean isOfTheJdk(Class<?> type) {
    return StandIns.isStandIn(Identity.internalName(type));
  }

  void reads(Slot slot) {
    if (slot.isStatic && isSetup() && !written.contains(slot) && !isOfTheJdk(slot.owner)) {
      read.add(slot);
    }
  }

  void writes(Object o, Slot slot) {
    if (!isSetup()) {
      return;
    }
    if (slot.isStatic) {
      written.add(slot);
      actorWrites(slot);
    } else if (made.contains(o)) {
      changed.add("the " + slot.name + " of a " + Names.said(o.getClass().getName()));
    }
  }

  /** Setup, or an actor, writes a field. */
  void actorWrites(Slot slot) {
    if (slot.isStatic && read.contains(slot)) {
      changed.add(slot.owner.getName() + "." + slot.name);
    } else if (slot.isStatic && run.isRunning() && !isOfTheJdk(slot.owner)) {
      left.add(slot.owner.getName() + "." + slot.name);
    }
  }

  /** An actor writes a field of an object. */
  void actorWrites(Object o, Slot slot) {
    if (made.contains(o)) {
      left.add("the " + slot.name + " of a " + Names.said(o.getClass().getName()));
    }
  }

  /** An actor uses what it has of its own in a {@code ThreadLocal}. */
  void actorUses(Object local) {
    if (made.contains(local)) {
      left.add("what a thread has in a ThreadLocal");
    }
  }

  void writesElement(Object array) {
    if (isSetup() && made.contains(array)) {
      changed.add("an element of a " + array.getClass().getTypeName());
    }
  }

  /** The JDK is called. */
  void calls(String what, Object receiver) {
    if (receiver != null
        && isSetup()
        && isMutable(receiver)
        && made.contains(receiver)
        && !READING.matcher(what.substring(what.lastIndexOf('.') + 1)).matches()) {
      changed.add("a " + receiver.getClass().getName());
    }
  }

  private static boolean isMutable(Object o) {
    return (o instanceof Collection
            || o instanceof Map
            || o instanceof Iterator
            || o instanceof Random
            || o instanceof Appendable)
        && !o.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }
}
