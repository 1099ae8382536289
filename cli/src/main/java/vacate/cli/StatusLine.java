// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.PrintStream;
import java.time.Duration;

/** Progress on stderr: one line that is written over in a terminal, else a line a minute. */
final class StatusLine {
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final PrintStream err;
  private final boolean live;
  private int drawn;
  private long last = System.nanoTime();

  StatusLine(PrintStream err, boolean live) {
    this.err = err;
    this.live = live;
  }

  /** On stderr, live if the launcher says that it is a terminal. */
  static StatusLine onStderr() {
    return new StatusLine(System.err, Boolean.getBoolean("vacate.live"));
  }

  synchronized void show(String text) {
    if (live) {
      draw(text.substring(0, Math.min(text.length(), Terminal.width() - 1)));
    } else if (System.nanoTime() - last >= QUIET_NANOS) {
      last = System.nanoTime();
      err.println(text);
    }
  }

  /** Removes the line, so that something else can be printed. */
  synchronized void clear() {
    if (live && drawn > 0) {
      draw("");
      err.print('\r');
      err.flush();
    }
  }

  private void draw(String text) {
    err.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
    err.flush();
    drawn = text.length();
  }
}
