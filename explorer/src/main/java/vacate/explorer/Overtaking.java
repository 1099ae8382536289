// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.LINK;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Access;
import vacate.explorer.model.MemoryModel;

/**
 * Which accesses of a thread may overtake earlier ones that have not taken effect: under JMM by
 * what the Javadoc of {@code VarHandle} promises of their modes and of the fences in between; under
 * TSO reads overtake writes, and under PSO writes do, too. Of a read-modify-write that waits its
 * write waits: what comes later may overtake that under JMM, not its read.
 *
 * <p>An execution that no such order explains still is one: it is said of pairs of accesses, and a
 * weak model allows more, as writes that reach one thread before the other.
 */
final class Overtaking {
  private static final int NOT_SAID = FINAL | DEREF | LINK;

  /** What never overtakes anything, and what is never overtaken. */
  private final int patient;

  private final int firm;

  /** What waits: {@link Access#READ}, {@link Access#WRITE}. */
  private int waiting;

  private boolean volatileWrite;

  /** What of the rest of the thread must wait, too. */
  private int held;

  Overtaking(MemoryModel model) {
    patient =
        switch (model) {
          case SC -> READ | WRITE;
          case TSO -> WRITE;
          case PSO, JMM -> 0;
        };
    firm = model == MemoryModel.JMM ? 0 : READ;
  }

  /** From here on along a thread. */
  void begin() {
    waiting = 0;
    volatileWrite = false;
    held = 0;
  }

  /**
   * An access has not taken effect.
   *
   * @param access of both halves of a read-modify-write
   * @param forwarded whether it is a read of a write of its own thread: under TSO and PSO it has
   *     its value from the store buffer, and nothing waits for it
   */
  void waits(int access, boolean forwarded) {
    waiting |= access & (forwarded ? READ & ~firm : READ | WRITE);
    boolean writes = (access & WRITE) != 0;
    volatileWrite |= writes && (access & VOLATILE) != 0;
    if (!writes && (access & ACQUIRE) != 0) {
      held = READ | WRITE;
    }
  }

  /** Whether nothing overtakes an access. */
  boolean isFirm(int access) {
    return (access & firm) != 0;
  }

  /** The thread has a fence. */
  void fence(int access) {
    if ((access & FENCE) == 0 || (access & NOT_SAID) != 0) {
      return;
    }
    boolean reads = (waiting & READ) != 0;
    if (Access.is(access, VOLATILE) && waiting != 0 || (access & ACQUIRE) != 0 && reads) {
      held = READ | WRITE;
    }
    if ((access & RELEASE) != 0 && waiting != 0
        || (access & STORE_STORE) != 0 && (waiting & WRITE) != 0) {
      held |= WRITE;
    }
    if ((access & LOAD_LOAD) != 0 && reads) {
      held |= READ;
    }
  }

  /** Whether an access, of both halves, may take effect before all that waits. */
  boolean isAllowed(int access) {
    boolean releases = (access & WRITE) != 0 && (access & RELEASE) != 0;
    boolean reads = (access & READ) != 0;
    if (waiting == 0) {
      return true;
    }
    return (access & (held | patient)) == 0
        && (waiting & firm) == 0
        && !releases
        && !(reads && (access & VOLATILE) != 0 && volatileWrite);
  }
}
