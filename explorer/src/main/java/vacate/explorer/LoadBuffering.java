// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;

/**
 * Whether a test has executions with a cycle of program order and reads-from. Under {@code jmm}
 * Java allows some of them, and the explorer shows none; the other models have none.
 */
public sealed interface LoadBuffering {
  /** {@code impossible}, {@code undecided} or {@code possible}. */
  String word();

  /** No execution that the model allows has such a cycle: nothing was left out. */
  record Impossible() implements LoadBuffering {
    @Override
    public String word() {
      return "impossible";
    }

    @Override
    public String toString() {
      return "impossible here";
    }
  }

  /** None was found, and not every execution without a cycle was visited. */
  record Undecided() implements LoadBuffering {
    @Override
    public String word() {
      return "undecided";
    }

    @Override
    public String toString() {
      return "not ruled out, as not everything was visited";
    }
  }

  /**
   * There may be one.
   *
   * @param actor who may write before it reads
   * @param read what comes first in its code
   * @param write what may take effect before that, so that the read sees what comes of it
   */
  record Possible(String actor, Place read, Place write) implements LoadBuffering {
    @Override
    public String word() {
      return "possible";
    }

    @Override
    public String toString() {
      return "possible, not explored: "
          + actor
          + " may write "
          + write
          + " before it reads "
          + read;
    }
  }

  /**
   * An access.
   *
   * @param line of the test's code, the innermost; null if it has none
   */
  record Place(Location location, Frame line) {
    /** {@code Dekker#1.x (Dekker.java:12)}. */
    @Override
    public String toString() {
      return line == null ? location.toString() : location + " (" + at() + ")";
    }

    /** {@code Dekker.java:12}, or null. */
    public String at() {
      return line == null ? null : line.place();
    }
  }
}
