// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.function.LongSupplier;
import picocli.CommandLine.Option;
import vacate.explorer.Deadline;

/** The options that say how long explorations may take. */
final class TimeLimits {
  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      description = {
        "Give up after so long, as " + GivenTime.EXAMPLES + ": what is at work is BOUNDED, and",
        "other tests are not begun; no limit if not given."
      })
  private String run;

  @Option(
      names = "--max-time-per-test",
      paramLabel = "TIME",
      description = "Give up each test after so long, under all its models.")
  private String test;

  /** For the run, which begins now. */
  Deadline run(LongSupplier nanoTime) {
    return in("--max-time", run, nanoTime, "run");
  }

  /** For a test that begins now. */
  Deadline test(LongSupplier nanoTime) {
    return in("--max-time-per-test", test, nanoTime, "test");
  }

  private static Deadline in(String option, String text, LongSupplier nanoTime, String what) {
    if (text == null) {
      return Deadline.NONE;
    }
    Duration time = GivenTime.parse(option, text);
    return Deadline.in(time, nanoTime, Elapsed.text(time) + " for the " + what);
  }
}
