// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Actors that look at the time of day. */
public final class Dates {
  private Dates() {}

  /** Who knows when another has looked. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class InstantsDoNotGoBack {
    volatile Instant seen;

    @Actor
    public void a() {
      seen = Instant.now();
    }

    @Actor
    public void b(Z_Result r) {
      Instant before = seen;
      r.r1 = before == null || !Instant.now().isBefore(before);
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class AllClocksAreOne {
    final Clock clock = Clock.systemUTC();
    final Clock seconds = Clock.tickSeconds(ZoneId.of("UTC"));

    @Actor
    public void a(Z_Result r) {
      long millis = System.currentTimeMillis();
      Date date = new Date();
      Instant instant = clock.instant();
      LocalDateTime local = LocalDateTime.now(ZoneOffset.UTC);
      ZonedDateTime zoned = ZonedDateTime.now(Clock.offset(clock, Duration.ofDays(1)));
      Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
      long last = seconds.millis();
      r.r1 =
          date.getTime() >= millis
              && instant.toEpochMilli() >= date.getTime()
              && !local.toInstant(ZoneOffset.UTC).isBefore(instant)
              && zoned.toInstant().minus(Duration.ofDays(1)).compareTo(instant) >= 0
              && calendar.getTimeInMillis() >= millis
              && last % 1000 == 0
              && last >= millis - 1000;
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class NothingPasses {
    @Actor
    public void a(Z_Result r) {
      r.r1 = Instant.now().equals(Instant.now());
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class ItIsTheSameHour {
    @Actor
    public void a(Z_Result r) {
      r.r1 = LocalTime.now().getHour() == LocalTime.now().getHour();
    }
  }

  /** A clock that is the program's own. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OwnClock {
    static final class Counting extends Clock {
      volatile long ticks;

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(ticks);
      }
    }

    final Counting clock = new Counting();

    @Actor
    public void a() {
      clock.ticks = 1;
      clock.ticks = 2;
    }

    @Actor
    public void b(Z_Result r) {
      long first = clock.millis();
      r.r1 = Instant.now(clock).toEpochMilli() >= first;
    }
  }

  /** A date that two threads have is not theirs alone. */
  @JCStressTest
  @Outcome(id = "true", expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class SharedDate {
    final Date date = new Date();

    @Actor
    public void a() {
      date.setTime(1);
    }

    @Actor
    public void b(Z_Result r) {
      r.r1 = date.getTime() >= 0;
    }
  }
}
