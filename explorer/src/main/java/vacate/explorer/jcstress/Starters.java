// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

/** Who may start threads. Each that may be started is one of the program, so few are better. */
public enum Starters {
  NOBODY,
  /** Actors, setup and the arbiter. */
  THE_TEST,
  /** Those, threads that actors have started, and what those have started. */
  STARTED_THREADS,
  /** The same, and actors, setup and the arbiter may start more. */
  MANY;

  /** How many threads an actor may start. */
  private static final int STARTS = 2;

  /** How many all actors may start at least, or each. */
  private static final int FEWEST = 4;

  /** If more may start threads; null if all may. */
  public Starters more() {
    return this == MANY ? null : values()[ordinal() + 1];
  }

  /**
   * How many threads each may start: who is started by nobody, who is started by those, and so on.
   */
  int[] most(int actors) {
    return switch (this) {
      case NOBODY -> new int[] {0};
      case THE_TEST -> new int[] {Math.max(STARTS, FEWEST / actors)};
      case STARTED_THREADS -> new int[] {Math.max(STARTS, FEWEST / actors), STARTS, 1};
      case MANY -> new int[] {FEWEST, STARTS, 1};
    };
  }
}
