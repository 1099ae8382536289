// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.WeavingLoader;

/**
 * What {@code Throwable} keeps: message, cause and what it suppressed, which no hook sees. To
 * whoever gets a throwable from another thread that is one plain location, written when the
 * throwable is made known; where it could be seen without, it is refused. Afterwards its maker may
 * have it suppress others, which nobody looks at then, and nothing else changes.
 */
public final class Throwables {
  private static final Set<String> OF_ITS_OWN =
      Set.of("getMessage", "getLocalizedMessage", "getCause");

  /** Methods that do not look at what a throwable suppressed. */
  private static final Set<String> NOT_OF_SUPPRESSED =
      Set.of(
          "getMessage",
          "getLocalizedMessage",
          "getCause",
          "toString",
          "printStackTrace",
          "addSuppressed");

  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final Refusals refusals;

  /** What the running thread has made known. */
  private final Set<Integer> written = new HashSet<>();

  /** Those that came to suppress others after they were made known, in any run. */
  private final Set<Integer> suppressedLate = new HashSet<>();

  /** Those of which somebody else, in any run, may have looked at what they suppressed. */
  private final Set<Integer> seen = new HashSet<>();

  public Throwables(Run run, Identity identity, Locations locations, Refusals refusals) {
    this.run = run;
    this.identity = identity;
    this.locations = locations;
    this.refusals = refusals;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    written.clear();
  }

  /**
   * What one keeps: with what else makes an object of an actor the same in every run, so that it
   * does not matter of which run the object is. Null if nobody can say.
   */
  Object content(Throwable thrown) {
    Class<?> type = thrown.getClass();
    for (Class<?> c = type; WeavingLoader.isWoven(c); c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (OF_ITS_OWN.contains(m.getName()) && m.getParameterCount() == 0) {
          return null;
        }
      }
    }
    List<Object> content = new ArrayList<>(List.of(type));
    content.add(thrown.getMessage());
    Throwable cause = thrown.getCause();
    content.add(cause == null || cause == thrown ? null : ofAnother(cause));
    for (Throwable suppressed : thrown.getSuppressed()) {
      content.add(ofAnother(suppressed));
    }
    return content;
  }

  /** Nothing refers to itself in the end: a throwable knows others by their numbers, or is new. */
  private Object ofAnother(Throwable other) {
    int id = identity.known(other);
    return id < 0 ? content(other) : (Object) id;
  }

  /**
   * A handler of the running thread gets it: if nobody knows it, the JVM or the JDK has made it.
   */
  public void caught(Throwable thrown) {
    if (run.isRunning() && identity.known(thrown) < 0) {
      identity.madeLocally(thrown);
    }
  }

  /** The running thread makes one known, that it has made; returns false if it had before. */
  boolean publish(int id, Throwable thrown) throws Stop {
    if (content(thrown) == null) {
      throw refusals.refuse("a " + thrown.getClass().getName() + " made by an actor is shared");
    }
    if (!written.add(id)) {
      return false;
    }
    run.memory().write(state(id), Access.PLAIN_WRITE, 1);
    return true;
  }

  /** Looks into one, which any thread may have made, by that method of it. */
  public void looksAt(Throwable thrown, String method) throws Stop {
    if (!run.isRunning()) {
      return;
    }
    int id = identity.known(thrown);
    if (id > 0 && !NOT_OF_SUPPRESSED.contains(method)) {
      seesSuppressed(id, thrown);
    }
    if (id > 0
        && !run.isAlone()
        && !identity.isMine(id)
        && !identity.isInitial(id)
        && run.memory().read(state(id), Access.PLAIN_READ) == 0) {
      throw refusals.refuse(
          "looks into a "
              + thrown.getClass().getName()
              + " of another actor, which may not be whole");
    }
  }

  /** The heap does not say what it suppresses in which execution. */
  private void seesSuppressed(int id, Throwable thrown) throws Stop {
    if (!identity.isMine(id)) {
      seen.add(id);
    }
    if (suppressedLate.contains(id)) {
      throw refusals.refuse(
          "looks at what a " + thrown.getClass().getName() + " that others may reach suppresses");
    }
  }

  /**
   * Changes one: only who has made it may, and as long as nobody else knows it, or nobody looks at
   * what changes.
   */
  public void changes(Throwable thrown, String method) throws Stop {
    int id = identity.known(thrown);
    if (id < 0 ? identity.isLocal(thrown) : identity.isPrivate(id)) {
      return;
    }
    if (method.equals("addSuppressed") && identity.isMine(id) && !seen.contains(id)) {
      suppressedLate.add(id);
      return;
    }
    throw refusals.refuse(
        "calls " + method + " on a " + thrown.getClass().getName() + " that others may reach");
  }

  private int state(int id) {
    return locations.hidden(new Hidden(Hidden.Kind.THROWABLE, id), int.class);
  }
}
