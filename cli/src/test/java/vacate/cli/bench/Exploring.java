// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.time.Duration;
import java.util.List;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/** What measurements inside one JVM have in common. */
final class Exploring {
  static final ClassLoader LOADER = Exploring.class.getClassLoader();

  /** No loop of what is measured waits longer than it should. */
  private static final int LOOP = 100_000;

  private Exploring() {}

  static StressTest test(Class<?> type, Object... arguments) {
    return new TestReader(LOADER).read(type.getName()).orElseThrow().of(List.of(arguments));
  }

  /** One thread, and no witnesses. */
  static Settings settings(long executions) {
    return Settings.of(new Bounds(LOOP, executions)).withWitnessesLater();
  }

  /** The same, to be over after so many seconds. */
  static Settings within(int seconds) {
    return settings(Long.MAX_VALUE)
        .by(Deadline.in(Duration.ofSeconds(seconds), System::nanoTime, seconds + " s"));
  }

  /** Gives a row to whoever started this JVM. */
  static void tell(Object... cells) {
    System.out.println(
        String.join("\t", java.util.Arrays.stream(cells).map(String::valueOf).toList()));
    System.out.flush();
  }
}
