// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * Setup as a thread of the program, as it has to be where it goes on beside threads that it has
 * started. All actors begin after its end, which happens before what they do; its own accesses are
 * events like theirs.
 */
public final class SetupThread {
  private final Run run;
  private final ThreadTokens tokens;
  private final Locations locations;
  private final Accesses accesses;
  private final StartedThreads threads;
  private final HoldCounts held;
  private final Refusals refusals;
  private final int number;

  /**
   * @param number of the thread
   */
  public SetupThread(
      Run run,
      ThreadTokens tokens,
      Locations locations,
      Accesses accesses,
      StartedThreads threads,
      HoldCounts held,
      Refusals refusals,
      int number) {
    this.run = run;
    this.tokens = tokens;
    this.locations = locations;
    this.accesses = accesses;
    this.threads = threads;
    this.held = held;
    this.refusals = refusals;
    this.number = number;
  }

  private int location(Hidden.Kind kind) {
    return locations.hidden(new Hidden(kind, tokens.id(tokens.of(number))), Object.class);
  }

  /**
   * It comes to its end.
   *
   * @param state the object of the test's state
   * @param test the object whose methods the actors are
   */
  public void ends(Object state, Object test) throws Stop {
    if (!held.counts().isEmpty()) {
      throw refusals.refuse("setup keeps a lock"); // no actor can be the thread that holds it
    }
    if (test != state) {
      accesses.store(location(Hidden.Kind.TEST), Object.class, Access.PLAIN_WRITE, test);
    }
    accesses.store(location(Hidden.Kind.STATE), Object.class, Access.RELEASE_WRITE, state);
    threads.actorEnds();
  }

  /** It has thrown something, which is nobody's outcome. */
  public Stop fails(Throwable thrown) {
    refusals.refuseFault("setup", thrown);
    return refusals.refuse("setup, which has started a thread, ends with " + thrown);
  }

  /** The object of the test's state; waits until it is made. */
  public Object state() throws Stop {
    return made(Hidden.Kind.STATE, Access.ACQUIRE_READ);
  }

  /** The object whose methods the actors are, if it is another one; for who has waited. */
  public Object test() throws Stop {
    return made(Hidden.Kind.TEST, Access.PLAIN_READ);
  }

  private Object made(Hidden.Kind kind, int access) throws Stop {
    Object made;
    while ((made = accesses.load(0, null, Object.class, location(kind), access)) == null) {
      run.memory().await();
    }
    return made;
  }
}
