// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import vacate.explorer.graph.Twins;

/**
 * Which locations no two threads can race for: one thread alone touches them, or nobody writes
 * them. An access of one reads what the same thread wrote last, or the initial value, in every
 * execution of every model; and as no other thread has an rf, co or fr edge to it, all that goes
 * through it is program order. So it need not be an event.
 *
 * <p>Volatile accesses and read-modify-writes order what is around them, and always are events; and
 * so is each access of a location that has one of those.
 *
 * <p>A location is taken for such a one until the code shows otherwise. What was recorded is then
 * wrong, and the search has to start again: {@link #isSurprised}.
 */
final class Sharing {
  private static final int NOBODY = -1;
  private static final int SEVERAL = -2;

  /** What a location is called whichever object it is of, see {@link Program#variable}. */
  private final IntFunction<String> variables;

  private Twins twins = Twins.NONE;

  /** What is the own of one twin, and turned out to be shared, is an event of each. */
  private final Set<String> sharedByTwins = new HashSet<>();

  private int[] toucher = new int[0];
  private final BitSet written = new BitSet();
  private final BitSet shared = new BitSet();
  private final BitSet waitedOn = new BitSet();

  /** What the code accesses, what its handler does, and what does that comes while it runs. */
  private final BitSet[] accessed = {new BitSet(), new BitSet(), new BitSet()};

  private final BitSet contested = new BitSet();
  private boolean interruptible;
  private int handling;
  private boolean newlyContested;
  private boolean surprised;
  private boolean startled;
  private long known;

  Sharing(IntFunction<String> variables) {
    this.variables = variables;
  }

  /**
   * From now on these are taken for twins: if one's own location turns out to be shared, so is the
   * other's. They would seem to be unlike until somebody comes there, too.
   */
  void pair(Twins pair) {
    twins = pair;
  }

  /**
   * A thread accesses a location.
   *
   * @return whether that is an event
   */
  boolean isEvent(int thread, int location, int access) {
    if (shared.get(location)) {
      return true;
    }
    boolean writes = (access & WRITE) != 0;
    int before = toucher(location);
    if ((access & (UPDATE | VOLATILE)) != 0) {
      share(location, before);
      return true;
    }
    if (before == NOBODY) {
      if (isTwin(thread) && sharedByTwins.contains(nameOf(location))) {
        share(location, before);
        return true;
      }
      toucher[location] = thread;
      known++;
    } else if (before != thread) {
      if (writes || written.get(location)) {
        share(location, before);
        return true;
      }
      if (before != SEVERAL) {
        toucher[location] = SEVERAL;
        known++;
      }
    }
    if (writes && !written.get(location)) {
      written.set(location);
      known++;
    }
    if (interruptible) {
      contest(location);
    }
    return false;
  }

  // ---- interrupts

  /** A thread starts from its beginning. */
  void startRun() {
    interruptible = false;
    handling = 0;
  }

  /** From now on an interrupt may come. */
  void mayBeInterrupted() {
    interruptible = true;
  }

  /** The interrupt is there; or its handler is at its end, and no other comes. */
  void isHandling(boolean handles) {
    handling += handles ? 1 : -1;
    interruptible = handling > 0;
  }

  /**
   * A location that is no event of the thread is accessed by its handler, or where that may still
   * come. If by both, and it is written, it matters on which side of the access the interrupt is:
   * the answers to more questions are part of the executions.
   */
  private void contest(int location) {
    if (!accessed[handling].get(location)) {
      accessed[handling].set(location);
      known++;
    }
    if (written.get(location) && accessors(location) > 1 && !contested.get(location)) {
      contested.set(location);
      known++;
      newlyContested = true;
      surprised = true;
    }
  }

  private int accessors(int location) {
    int accessors = 0;
    for (BitSet by : accessed) {
      accessors += by.get(location) ? 1 : 0;
    }
    return accessors;
  }

  /** Whether it matters if an interrupt comes before or after an access that is no event. */
  boolean isContested(int location) {
    return contested.get(location);
  }

  /**
   * Whether the surprise is that there are more places where an interrupt may come than was
   * thought; says it once.
   */
  boolean isNewlyContested() {
    boolean was = newlyContested;
    newlyContested = false;
    return was;
  }

  /** Each access of these is an event, whoever else touches them. */
  void show(BitSet locations) {
    shared.or(locations);
  }

  private void share(int location, int before) {
    shareAlone(location, before);
    if (isTwin(before)) {
      String variable = nameOf(location);
      sharedByTwins.add(variable);
      for (int other = 0; other < toucher.length; other++) {
        if (isTwin(toucher[other]) && !shared.get(other) && nameOf(other).equals(variable)) {
          shareAlone(other, toucher[other]);
        }
      }
    }
  }

  private boolean isTwin(int thread) {
    return twins.exist() && (thread == twins.first() || thread == twins.second());
  }

  /** By another name than any other if its program gives none. */
  private String nameOf(int location) {
    String variable = variables.apply(location);
    return variable.isEmpty() ? Integer.toString(location) : variable;
  }

  private void shareAlone(int location, int before) {
    shared.set(location);
    known++;
    if (before != NOBODY) {
      surprised = true;
      startled |= waitedOn.get(location);
    }
  }

  /** A thread waits after accesses of these, which are no events. */
  void waitedOn(BitSet locations) {
    int before = waitedOn.cardinality();
    waitedOn.or(locations);
    known += waitedOn.cardinality() - before;
  }

  /**
   * Whether the surprise is one of which the order of the search depended: with these accesses a
   * thread that waits does something before it; says it once.
   */
  boolean isStartled() {
    boolean was = startled;
    startled = false;
    return was;
  }

  private int toucher(int location) {
    if (location >= toucher.length) {
      int old = toucher.length;
      toucher = Arrays.copyOf(toucher, location + location / 2 + 8);
      Arrays.fill(toucher, old, toucher.length, NOBODY);
    }
    return toucher[location];
  }

  /** How much is known: more whenever something is learnt of a location. */
  long known() {
    return known;
  }

  /** Whether accesses that were no events should have been; says it once. */
  boolean isSurprised() {
    boolean was = surprised;
    surprised = false;
    return was;
  }
}
