// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/**
 * What one thread at a time can hold.
 *
 * @param object the id of the object that has a monitor, or is a lock
 */
record Mutex(Kind kind, int object) {
  /** An object that is a lock has a monitor besides. */
  enum Kind {
    /** Whoever enters it can see that others have it only by waiting for it. */
    MONITOR,
    /** Can be tried. */
    LOCK
  }

  static Mutex monitor(int object) {
    return new Mutex(Kind.MONITOR, object);
  }

  static Mutex lock(int object) {
    return new Mutex(Kind.LOCK, object);
  }
}
