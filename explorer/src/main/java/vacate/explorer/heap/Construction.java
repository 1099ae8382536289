// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vacate.explorer.search.Stop;

/** The running thread's objects whose constructors have not ended, and their final fields. */
public final class Construction {
  private final Run run;
  private final Identity identity;
  private final Chains chains;
  private final Slots declared;
  private final Set<Integer> unfinished = new HashSet<>();

  /** Of those, the constructors of superclasses that have ended. */
  private final Set<Ended> ended = new HashSet<>();

  private record Ended(int object, Class<?> constructor) {}

  /** This, the hook, and the woven method that has called it. */
  private static final int UP_TO_CALLER = 3;

  public Construction(Run run, Identity identity, Chains chains, Slots declared) {
    this.run = run;
    this.identity = identity;
    this.chains = chains;
    this.declared = declared;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    unfinished.clear();
    ended.clear();
  }

  /** Whether the constructor of {@code Throwable} has called the woven method whose hook asks. */
  public static boolean isOfThrowable() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(UP_TO_CALLER).findFirst())
        .filter(f -> f.getClassName().equals("java.lang.Throwable"))
        .filter(f -> f.getMethodName().equals("<init>"))
        .isPresent();
  }

  void begins(int id) {
    unfinished.add(id);
  }

  /** A constructor of {@code by} has ended. */
  public void ends(Object o, Class<?> by) throws Stop {
    if (!run.isRunning()) {
      return;
    }
    int id = identity.known(o);
    if (!run.isAlone() && identity.isMine(id) && declaresFinalReference(by)) {
      chains.freeze(id, by);
    }
    if (o.getClass() == by) {
      unfinished.remove(id);
    } else {
      ended.add(new Ended(id, by));
    }
  }

  /**
   * Whether a final field of an object may be assigned: its constructor has not ended. Afterwards
   * no freeze would follow, and class files of before Java 9 may do it.
   */
  boolean mayAssign(int id, Slot slot) {
    return unfinished.contains(id) && !ended.contains(new Ended(id, slot.owner));
  }

  /** Whether an object has final fields and is not constructed yet. */
  boolean lacksFinals(int id, Class<?> type) {
    return unfinished.contains(id) && hasFinals(type);
  }

  /** The class, and those that it extends, that declare final fields. */
  List<String> withFinals(Class<?> type) {
    return Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
        .filter(c -> declared.finals(c).findAny().isPresent())
        .map(Class::getName)
        .toList();
  }

  /** What results rest on because some are cloned, or let {@code this} escape; empty if none is. */
  public Optional<String> assumption() {
    return declared.takenAsPlain().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "nothing of the final fields of "
                + String.join(", ", declared.takenAsPlain())
                + ", which are cloned, or whose constructor lets this escape");
  }

  /** Whether objects of a class have final fields. */
  boolean hasFinals(Class<?> type) {
    return !withFinals(type).isEmpty();
  }

  private boolean declaresFinalReference(Class<?> type) {
    return declared.finals(type).anyMatch(f -> !f.getType().isPrimitive());
  }
}
