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
 * throwable is made known; where it could be seen without, it is refused. Nothing of it changes
 * afterwards.
 */
public final class Throwables {
  private static final Set<String> OF_ITS_OWN =
      Set.of("getMessage", "getLocalizedMessage", "getCause");

  private final Run run;
  private final Identity identity;
  private final Locations locations;
  private final Refusals refusals;

  /** What the running thread has made known. */
  private final Set<Integer> written = new HashSet<>();

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

  /** The running thread makes one known, that it has made. */
  void publish(int id, Throwable thrown) throws Stop {
    if (content(thrown) == null) {
      throw refusals.refuse("a " + thrown.getClass().getName() + " made by an actor is shared");
    }
    if (written.add(id)) {
      run.memory().write(state(id), Access.PLAIN_WRITE, 1);
    }
  }

  /** Looks into one, which any thread may have made. */
  public void looksAt(Object o) throws Stop {
    if (!run.isRunning() || run.isAlone() || !(o instanceof Throwable)) {
      return;
    }
    int id = identity.known(o);
    if (id > 0 && !identity.isMine(id) && !identity.isInitial(id)) {
      if (run.memory().read(state(id), Access.PLAIN_READ) == 0) {
        throw refusals.refuse(
            "looks into a " + o.getClass().getName() + " of another actor, which may not be whole");
      }
    }
  }

  /** Changes one: only who has made it may, and as long as nobody else knows it. */
  public void changes(Throwable thrown, String method) throws Stop {
    int id = identity.known(thrown);
    if (id < 0 ? !identity.isLocal(thrown) : !identity.isPrivate(id)) {
      throw refusals.refuse(
          "calls " + method + " on a " + thrown.getClass().getName() + " that others may reach");
    }
  }

  private int state(int id) {
    return locations.hidden(new Hidden(Hidden.Kind.THROWABLE, id), int.class);
  }
}
