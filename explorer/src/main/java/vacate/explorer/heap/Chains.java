// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.HashMap;
import java.util.Map;
import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * Dereference chains (JLS 17.5.1): which references the running thread has only out of final
 * fields, or through what those refer to. A thread that has a reference from elsewhere too may be
 * using that one, so nothing is claimed for it.
 */
public final class Chains {
  private static final long ELSEWHERE = -1;

  private final Run run;
  private final Identity identity;
  private final Loops loops;

  /** The freeze on which a reference relies, by object. */
  private final Map<Integer, Long> freezes = new HashMap<>();

  private final Map<Class<?>, Integer> classes = new HashMap<>();

  public Chains(Run run, Identity identity, Loops loops) {
    this.run = run;
    this.identity = identity;
    this.loops = loops;
  }

  /** A thread starts from its beginning. */
  public void startRun() {
    freezes.clear();
  }

  /** A constructor of {@code by} ends, which wrote final fields of the object. */
  void freeze(int object, Class<?> by) throws Stop {
    run.memory().freeze(Access.FREEZE, key(object, by));
  }

  /** Reads a field or element of {@code owner}, or a static field if that is 0. */
  public long read(int owner, Slot slot, Class<?> type, int location, int access) throws Stop {
    boolean isFinal = (access & Access.FINAL) != 0;
    long freeze = freezes.getOrDefault(owner, ELSEWHERE);
    long bits;
    if (freeze == ELSEWHERE || isFinal) {
      bits = run.memory().read(location, access);
    } else {
      run.memory().freeze(Access.THAW, freeze);
      bits = run.memory().read(location, access | Access.DEREF);
    }
    if (!type.isPrimitive()) {
      came((int) bits, freeze == ELSEWHERE && isFinal ? key(owner, slot.owner) : freeze);
    }
    return bits;
  }

  /**
   * The thread has got a reference. What it knows of an object from now on a later turn of a loop
   * can tell, by what is guaranteed to it.
   */
  void came(int object, long freeze) {
    if (!identity.isInitial(object) && !identity.isMine(object)) {
      Long known = freezes.get(object);
      long now = known == null || known == freeze ? freeze : ELSEWHERE;
      if (known == null || known != now) {
        freezes.put(object, now);
        loops.effect();
      }
    }
  }

  /** The thread has got a reference that relies on nothing. */
  void cameFromElsewhere(int object) {
    came(object, ELSEWHERE);
  }

  private long key(int object, Class<?> by) {
    return (long) object << 32 | classes.computeIfAbsent(by, c -> classes.size());
  }
}
