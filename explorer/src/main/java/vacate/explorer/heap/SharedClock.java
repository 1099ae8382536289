// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Stop;

/**
 * The time that actors look at. It does not go back, for whoever knows of an earlier look, and
 * orders nothing. Between two looks nothing passes, or so much that no test would wait for it; and
 * what the thread has waited for in vain. That passes for others, too, from the end of the wait;
 * but it is only told where one thread waits and another looks, as to tell it takes an event.
 */
public final class SharedClock {
  private static final long HOUR = 3_600_000_000_000L;

  private final Run run;
  private final Locations locations;
  private final Accesses accesses;
  private final Refusals refusals;
  private final LongWaits longWaits;
  private final EarlyReturns early;

  /** The threads that have waited in vain, and those that have looked, in any execution. */
  private final BitSet waiting = new BitSet();

  private final BitSet looking = new BitSet();
  private boolean tells;

  /** What the running thread has waited for, and nobody was told. */
  private long passed;

  public SharedClock(
      Run run,
      Locations locations,
      Accesses accesses,
      Refusals refusals,
      LongWaits longWaits,
      EarlyReturns early) {
    this.run = run;
    this.locations = locations;
    this.accesses = accesses;
    this.refusals = refusals;
    this.longWaits = longWaits;
    this.early = early;
  }

  /** From now on whoever has waited tells it at once. */
  public void tells() {
    tells = true;
  }

  /** Setup is over, at that time. */
  public void begin(long nanos) {
    if (nanos != 0) {
      locations.begin(location(), nanos);
    }
  }

  /** A thread starts from its beginning. */
  void startRun() {
    passed = 0;
  }

  private int location() {
    return locations.hidden(new Hidden(Hidden.Kind.TIME, 0), long.class);
  }

  /** Nanoseconds since setup began to look. */
  public long look() throws Stop {
    longWaits.timePasses();
    early.looks();
    isOneOf(looking);
    long more = sum(passed, accesses.choose(Access.TIME) ? HOUR : 0);
    return tell(more);
  }

  /** Who runs has waited for that in vain. */
  void passes(long waited) throws Stop {
    isOneOf(waiting);
    passed = sum(passed, waited);
    if (tells) {
      tell(passed);
    }
  }

  private long tell(long more) throws Stop {
    passed = 0;
    int location = location();
    long before = accesses.read(location, Access.OPAQUE_READ | Access.UPDATE);
    if (before > Long.MAX_VALUE - more) {
      throw refusals.refuse("looks at the time after a wait for more than 292 years");
    }
    if (more != 0) {
      accesses.write(location, Access.OPAQUE_WRITE | Access.UPDATE, before + more);
    }
    return before + more;
  }

  /** At most, if it is more, the greatest that there is. */
  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /** The running thread does that, and another may do the other. */
  private void isOneOf(BitSet threads) throws Stop {
    threads.set(run.memory().thread());
    BitSet all = (BitSet) waiting.clone();
    all.or(looking);
    if (!tells && !waiting.isEmpty() && !looking.isEmpty() && all.cardinality() > 1) {
      throw refusals.refuse(
          "looks at the time while another thread waits", Foreknowledge.TIME_IS_TOLD);
    }
  }
}
