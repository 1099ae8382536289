// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code Thread.currentThread} gives: one object for each actor, and one for setup. They are
 * never started.
 */
public final class ThreadTokens {
  private final Run run;
  private final Identity identity;
  private final List<Thread> actors = new ArrayList<>();
  private Thread setup;

  public ThreadTokens(Run run, Identity identity) {
    this.run = run;
    this.identity = identity;
  }

  /** The thread that runs. */
  public Thread current() {
    if (!run.isRunning()) {
      if (setup == null) {
        setup = token("setup");
      }
      return setup;
    }
    return of(run.memory().thread());
  }

  /** Whether it is known if two objects are the same: any actor may have been who ran setup. */
  boolean areKnown(Object a, Object b) {
    return setup == null || a == b || a != setup && b != setup || a == null || b == null;
  }

  /** The id of a thread; -1 if it is no actor's. */
  int id(Thread thread) {
    return actors.contains(thread) ? identity.known(thread) : -1;
  }

  /** A number that no other thread has. */
  public long number(Thread thread) {
    return 2 + actors.indexOf(thread); // setup has 1
  }

  /** All before it get their objects, too: who asks first is to make no difference. */
  Thread of(int number) {
    while (actors.size() <= number) {
      actors.add(token("actor " + actors.size()));
    }
    return actors.get(number);
  }

  private Thread token(String name) {
    Thread token = new Thread(null, null, name, 0, false);
    identity.initial(token);
    return token;
  }
}
