// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/**
 * What the JVM keeps with an object, and no field has.
 *
 * @param object the id of the object
 */
record Hidden(Kind kind, int object) {
  enum Kind {
    /** Who waits at a monitor: a bit for each thread. */
    MONITOR_WAITERS("waiters at"),
    /** Who waits at a condition of a lock. */
    CONDITION_WAITERS("waiters at"),
    /** Whether a thread may pass its next {@code LockSupport.park}. */
    PERMIT("permit of"),
    /** Whether a thread is interrupted. */
    INTERRUPTED("interrupt of"),
    /** Whether a thread was started, and whether it has ended. */
    LIFE("life of"),
    /** What a thread is to run. */
    TARGET("target of"),
    /** What a thread is called. */
    NAME("name of"),
    /** Whether a thread is a daemon. */
    DAEMON("daemon of"),
    /** The priority of a thread. */
    PRIORITY("priority of"),
    /** Who is told what has ended a thread. */
    HANDLER("handler of"),
    /** Which thread is started as one that may be. */
    START("start of"),
    /** The object of the test's state that setup, as a thread, has made. */
    STATE("state made by"),
    /** The same of the object whose methods the actors are. */
    TEST("test made by"),
    /** Whether some thread is known to be the one that has run setup. */
    RAN_SETUP("thread that has run setup"),
    /** What time it is. */
    TIME("time"),
    /** What a throwable's constructor has put into it, as far as it is anybody's business. */
    THROWABLE("state of");

    final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}
