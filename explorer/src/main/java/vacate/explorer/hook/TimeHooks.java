// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import vacate.explorer.heap.ProgramClock;

/**
 * What woven code calls to get to know the time of day. Public, as {@link Hooks}, only because
 * woven classes are the users'.
 */
public final class TimeHooks {
  private TimeHooks() {}

  private static Instant now() {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? Instant.now() : Unchecked.now(m);
  }

  /** For a date that is made without one. */
  public static long millis() {
    return now().toEpochMilli();
  }

  // ---- clocks

  public static Clock systemUTC() {
    return system(ZoneOffset.UTC);
  }

  public static Clock systemDefaultZone() {
    return system(ZoneId.systemDefault());
  }

  public static Clock system(ZoneId zone) {
    return new ProgramClock(zone, Duration.ofNanos(1), TimeHooks::now);
  }

  public static Clock tickMillis(ZoneId zone) {
    return new ProgramClock(zone, Duration.ofMillis(1), TimeHooks::now);
  }

  public static Clock tickSeconds(ZoneId zone) {
    return new ProgramClock(zone, Duration.ofSeconds(1), TimeHooks::now);
  }

  public static Clock tickMinutes(ZoneId zone) {
    return new ProgramClock(zone, Duration.ofMinutes(1), TimeHooks::now);
  }

  // ---- calendars

  public static Calendar getInstance() {
    return at(Calendar.getInstance());
  }

  public static Calendar getInstance(TimeZone zone) {
    return at(Calendar.getInstance(zone));
  }

  public static Calendar getInstance(Locale locale) {
    return at(Calendar.getInstance(locale));
  }

  public static Calendar getInstance(TimeZone zone, Locale locale) {
    return at(Calendar.getInstance(zone, locale));
  }

  private static Calendar at(Calendar calendar) {
    calendar.setTimeInMillis(millis());
    return calendar;
  }
}
