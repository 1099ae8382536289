// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * The time that actors look at. It does not go back, for whoever knows of an earlier look, and
 * orders nothing. Between two looks nothing passes, or so much that no test would wait for it; and
 * what the thread has waited for in vain.
 */
public final class SharedClock {
  private static final long HOUR = 3_600_000_000_000L;

  private final Locations locations;
  private final Accesses accesses;
  private final Clock clock;

  public SharedClock(Locations locations, Accesses accesses, Clock clock) {
    this.locations = locations;
    this.accesses = accesses;
    this.clock = clock;
  }

  /** Setup is over, at that time. */
  public void begin(long nanos) {
    if (nanos != 0) {
      locations.begin(location(), nanos);
    }
  }

  private int location() {
    return locations.hidden(new Hidden(Hidden.Kind.TIME, 0), long.class);
  }

  /** Nanoseconds since setup began to look. */
  public long look() throws Stop {
    int location = location();
    long passed = clock.takePassed() + (accesses.choose(Access.TIME) ? HOUR : 0);
    long before = accesses.read(location, Access.OPAQUE_READ | Access.UPDATE);
    if (passed != 0) {
      accesses.write(location, Access.OPAQUE_WRITE | Access.UPDATE, before + passed);
    }
    return before + passed;
  }
}
