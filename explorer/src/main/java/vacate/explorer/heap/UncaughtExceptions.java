// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * Who is told what has ended a thread that the test has started: the handler that the program has
 * given it, which the thread calls before it ends (JLS 11.3). Where there is none nobody is.
 */
public final class UncaughtExceptions {
  private final Run run;
  private final Identity identity;
  private final ThreadTokens tokens;
  private final Locations locations;
  private final Accesses accesses;
  private final InterruptLine interrupts;
  private final Refusals refusals;
  private final Initializers initializers;

  public UncaughtExceptions(
      Run run,
      Identity identity,
      ThreadTokens tokens,
      Locations locations,
      Accesses accesses,
      InterruptLine interrupts,
      Refusals refusals,
      Initializers initializers) {
    this.run = run;
    this.identity = identity;
    this.tokens = tokens;
    this.locations = locations;
    this.accesses = accesses;
    this.interrupts = interrupts;
    this.refusals = refusals;
    this.initializers = initializers;
  }

  /** The program gives a thread its handler; null takes it away. */
  public void handle(Thread thread, Thread.UncaughtExceptionHandler handler) throws Stop {
    int id = tokens.id(Behalf.nonNull(thread));
    if (id < 0 || handler instanceof ThreadGroup) {
      refusals.refuseIf("calls java.lang.Thread.setUncaughtExceptionHandler");
    }
    if (run.isRunning()) {
      interrupts.point();
      accesses.store(location(id), Object.class, Access.RELEASE_WRITE, handler);
    } else {
      initializers.usesInCompany(thread);
      locations.begin(location(id), handler == null ? 0 : identity.initial(handler));
    }
  }

  private int location(int thread) {
    return locations.hidden(new Hidden(Hidden.Kind.HANDLER, thread), Object.class);
  }

  /** The running thread ends with what it has thrown; what its handler throws is nobody's. */
  void tell(Thread thread, int id, Throwable thrown) throws Stop {
    if (StartedThreads.overrides(thread, "getUncaughtExceptionHandler")) {
      throw refusals.refuse("ends with " + thrown + " in a thread that says who handles that");
    }
    Object handler = accesses.load(0, null, Object.class, location(id), Access.ACQUIRE_READ);
    if (handler == null) {
      return;
    }
    try {
      ((Thread.UncaughtExceptionHandler) handler).uncaughtException(thread, thrown);
    } catch (Refused | NotDeterministic e) {
      throw e;
    } catch (Throwable ignored) {
      if (ignored instanceof Stop stop) { // of which woven code says nothing
        throw stop;
      }
      refusals.refuseFault(thread.getClass().getName(), ignored);
    }
  }
}
