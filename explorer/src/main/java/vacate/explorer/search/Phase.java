// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * What becomes of what a thread's code does, at the place on its tape where it is: before the last
 * stretch it is held against what was recorded and goes on, see {@link Playback}; in the last it is
 * recorded, see {@link Recording}, or only held against the record, see {@link Verification}.
 */
sealed interface Phase permits Playback, Recording, Verification {
  /** The stretch that the code is in. */
  Node at();

  long read(int location, int access) throws Stop;

  /** A write or a fence. */
  void step(int access, int location, long value);

  /** The thread reads what is no event. */
  default void readsAside() {}

  /** The fence that the modes put before an access. */
  void fenceBefore(int access);

  /** The thread waits; returns if it goes on all the same. */
  void await() throws Stop;

  /**
   * The thread is at its end.
   *
   * @param outcome what goes with that, or null
   */
  void end(Node.End how, Object outcome);
}
