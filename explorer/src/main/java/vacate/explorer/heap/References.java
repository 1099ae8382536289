// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Stop;

/**
 * References as values, and what an actor may let others find. Refused is what holds state that is
 * not woven, and what is not constructed yet and has final fields.
 */
public final class References {
  private final Run run;
  private final Identity identity;
  private final ThreadTokens threads;
  private final Throwables throwables;
  private final Construction construction;
  private final Functions functions;
  private final Refusals refusals;

  public References(
      Run run,
      Identity identity,
      ThreadTokens threads,
      Throwables throwables,
      Construction construction,
      Functions functions,
      Refusals refusals) {
    this.run = run;
    this.identity = identity;
    this.threads = threads;
    this.throwables = throwables;
    this.construction = construction;
    this.functions = functions;
    this.refusals = refusals;
  }

  /**
   * Whether an object belongs to the epilogue, which has no one to share it with: it lives in the
   * heap, and may hold whatever it likes.
   */
  public boolean isOfEpilogue(Object o) {
    return run.isAlone() && identity.isMine(identity.known(o));
  }

  /** The id of an object whose fields or elements are accessed. */
  int owner(Object o) throws Stop {
    int id = identity.known(o);
    if (id < 0) {
      throw refusals.refuse("an object of " + o.getClass().getName() + " of unknown origin");
    }
    return id;
  }

  /** The bits of a value that is about to be stored. */
  long encode(Class<?> type, Object value) throws Stop {
    if (type.isPrimitive()) {
      return Values.bits(type, value);
    }
    return reference(value, true);
  }

  /** The value with those bits. */
  public Object decode(Class<?> type, long bits) {
    return type.isPrimitive() ? Values.value(type, bits) : identity.object((int) bits);
  }

  /** The bits of a reference; with {@code publish}, others may find the object from now on. */
  public long reference(Object value, boolean publish) throws Stop {
    int id = identity.known(value);
    if (id < 0) {
      if (!run.isAlone() && !Functions.isFunction(value) && !(value instanceof Throwable)) {
        throw refusals.refuse(
            "the reference to a " + value.getClass().getName() + " made by an actor is shared");
      }
      if (Functions.isConstant(value)) {
        return identity.initial(value); // the same object in each run
      }
      Object origin =
          value instanceof Throwable thrown ? throwables.content(thrown) : run.memory().position();
      id = identity.published(value, origin);
    }
    if (publish) {
      publish(id, value);
    }
    return id;
  }

  private void publish(int id, Object value) throws Stop {
    if (!run.isAlone() && identity.isMine(id) && Functions.isFunction(value)) {
      publishParts(id, value);
    }
    if (value != null && construction.lacksFinals(id, value.getClass())) {
      throw refusals.refuse(
          "a constructor of " + value.getClass().getName() + " lets this escape",
          Foreknowledge.ofEscaping(construction.withFinals(value.getClass())));
    }
    if (!run.isAlone() && identity.isMine(id) && value instanceof Throwable thrown) {
      publishCauses(id, thrown);
    }
    refuseGiven(id);
    identity.publish(id);
  }

  /** Who finds a throwable finds what it was caused by, and what it suppressed. */
  private void publishCauses(int id, Throwable thrown) throws Stop {
    if (!throwables.publish(id, thrown)) {
      return;
    }
    Throwable cause = thrown.getCause();
    if (cause != null && cause != thrown) {
      identity.captured(id, cause, (int) reference(cause, true));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      identity.captured(id, suppressed, (int) reference(suppressed, true));
    }
  }

  /** Who finds a function finds what it holds. */
  private void publishParts(int id, Object function) throws Stop {
    for (Object part : functions.parts(function)) {
      identity.captured(id, part, (int) reference(part, true));
    }
  }

  /** What the JDK has done, or will do, to an array that it was given goes unseen. */
  void refuseGiven(int id) throws Stop {
    if (identity.isGiven(id)) {
      throw refusals.refuse("uses an array that the JDK was given before");
    }
  }

  /** References are compared; refused where the answer is not known. */
  public void compared(Object a, Object b) throws Stop {
    if (Copies.areAlike(a, b)) {
      throw reliesOnIdentity(a, b);
    }
    comparedOrEqual(a, b);
  }

  /** The same by who then asks whether they are equal. */
  public void comparedOrEqual(Object a, Object b) throws Stop {
    if (isKept(a) || isKept(b)) {
      throw reliesOnIdentity(a, b);
    }
    String dependence = threads.dependence(a, b);
    if (dependence != null) {
      throw refusals.refuse("relies on " + dependence);
    }
  }

  private Stop reliesOnIdentity(Object a, Object b) throws Stop {
    return refusals.refuse(
        "relies on the identity of a " + (a == null ? b : a).getClass().getName());
  }

  /** Whether an object is one of an earlier run, as only a function of the JDK gives it away. */
  public boolean isKept(Object o) {
    return identity.current(o) != o;
  }
}
