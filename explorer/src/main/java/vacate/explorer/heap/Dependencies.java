// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashSet;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;

/**
 * Address dependencies, where whoever compiles the program is taken to keep them: a read through a
 * reference does not come before the read that the reference came out of. Which reads those were
 * the events say; here is known that there were no others. Of an object that setup has made, or
 * that the thread has made itself or may have found in a function or a throwable, it is not.
 */
public final class Dependencies {
  private final Run run;
  private final Identity identity;
  private final Loops loops;
  private final boolean areKept;

  /** Objects that the running thread has got by reads that are events, or may have got so. */
  private final Set<Integer> read = new HashSet<>();

  /** Objects that it may have got by something else. */
  private final Set<Integer> elsewhere = new HashSet<>();

  public Dependencies(Run run, Identity identity, Loops loops, boolean areKept) {
    this.run = run;
    this.identity = identity;
    this.loops = loops;
    this.areKept = areKept;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    read.clear();
    elsewhere.clear();
  }

  /** The running thread is about to read what an object holds; 0 stands for none. */
  void through(int owner) {
    if (areKept && read.contains(owner) && !elsewhere.contains(owner)) {
      run.memory().through(owner);
    }
  }

  /** The same; null stands for none. */
  void through(Object owner) {
    if (areKept && owner != null) {
      through(identity.known(owner));
    }
  }

  /** The access of a read of a value of that type. */
  int access(Class<?> type, int access) {
    return areKept && !type.isPrimitive() ? access | Access.LINK : access;
  }

  /**
   * A read has returned a reference. To read it once more may be to know less of the object, so a
   * turn of a loop that does so is no wait.
   */
  void came(Class<?> type, int object) {
    if (areKept && !type.isPrimitive() && !identity.isInitial(object) && !identity.isMine(object)) {
      read.add(object);
      loops.effect();
      holds(object);
    }
  }

  private void holds(int object) {
    for (Object part : identity.captured(object)) {
      int id = identity.known(part);
      if (id > 0 && elsewhere.add(id)) {
        holds(id);
      }
    }
  }
}
