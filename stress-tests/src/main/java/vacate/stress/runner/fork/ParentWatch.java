// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.io.IOException;

/**
 * Ends a JVM that another one started for its own ends as soon as that one is gone, also where it
 * was killed and could tell nobody: a fork that spins would burn a processor for ever. The parent
 * holds the other end of standard input and never writes to it.
 */
public final class ParentWatch {
  /** What the shell says of a process that was killed. */
  private static final int KILLED = 137;

  private ParentWatch() {}

  /**
   * Begins to watch; the JVM must have been started with a pipe for its standard input, and must
   * not read from it.
   */
  public static void begin() {
    Thread watch = new Thread(ParentWatch::await, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void await() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever said
      }
    } catch (IOException e) {
      // as good as its end
    }
    Runtime.getRuntime().halt(KILLED);
  }
}
