// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** What a program has instead of a clock of the system: it tells the time that the program sees. */
public final class ProgramClock extends java.time.Clock {
  private final ZoneId zone;
  private final Duration tick;
  private final Supplier<Instant> time;

  /**
   * @param tick what it tells is a multiple of that
   * @param time looks at the time
   */
  public ProgramClock(ZoneId zone, Duration tick, Supplier<Instant> time) {
    this.zone = Behalf.nonNull(zone);
    this.tick = tick;
    this.time = time;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public ProgramClock withZone(ZoneId other) {
    return new ProgramClock(other, tick, time);
  }

  @Override
  public Instant instant() {
    Instant now = time.get();
    long nanos = Duration.between(Instant.EPOCH, now).toNanos();
    return now.minusNanos(nanos % tick.toNanos());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ProgramClock other && zone.equals(other.zone) && tick.equals(other.tick);
  }

  @Override
  public int hashCode() {
    return zone.hashCode();
  }

  @Override
  public String toString() {
    return "SystemClock[" + zone + "]";
  }
}
