// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FULL_FENCE;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.VOLATILE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What the running thread does that is no event: it accesses what is not shared, or executes a
 * fence next to another. The next event says how much of that came before it.
 *
 * <p>Fences between which nothing happens are one that has the effect of all. A release fence and
 * then an acquire fence stay two: what the second takes in the first does not pass on.
 */
final class Asides {
  private static final int NONE = 0;

  /** What the thread wrote last, by location; only of those that it has written in this run. */
  private long[] own = new long[64];

  private final BitSet written = new BitSet();
  private int fence;
  private int count;
  private boolean accessed;
  private int reads;
  private long sum;
  private final BitSet recent = new BitSet();

  /** A thread starts from its beginning. */
  void startRun() {
    written.clear();
    fence = NONE;
    count = 0;
    accessed = false;
    reads = 0;
    sum = 0;
    recent.clear();
  }

  /**
   * The thread reads what nobody else writes.
   *
   * @param initial what it reads if it has not written there
   */
  long read(int location, long initial) {
    reads++;
    accessed(location, 0);
    return written.get(location) ? own[location] : initial;
  }

  void write(int location, long value) {
    accessed(location, value);
    if (location >= own.length) {
      own = Arrays.copyOf(own, 2 * location);
    }
    own[location] = value;
    written.set(location);
  }

  private void accessed(int location, long value) {
    count++;
    accessed = true;
    recent.set(location);
    sum = (sum * 31 + location) * 31 + value;
  }

  /** Announces an access that is no event either, or does not ask whether an interrupt comes. */
  void passed(int steps) {
    count += steps;
  }

  /** How many reads of this run were no events. */
  int reads() {
    return reads;
  }

  // ---- fences

  /**
   * The thread executes a fence, which is kept until something happens behind it.
   *
   * @return a fence that was kept and comes before it, or 0
   */
  int fence(int access) {
    int before = fence;
    if (before != NONE && !merge(access)) {
      fence = access;
      return before;
    }
    if (before == NONE) {
      fence = access;
    } else {
      count++;
    }
    return NONE;
  }

  private boolean merge(int access) {
    if (((fence | access) & VOLATILE) != 0) {
      fence = FULL_FENCE; // it does all that the others do
      return true;
    }
    if ((fence & (ACQUIRE | RELEASE)) == RELEASE && (access & (ACQUIRE | RELEASE)) == ACQUIRE) {
      return false;
    }
    fence |= access;
    return true;
  }

  /** The fence that comes before what happens now, or 0. */
  int dueFence() {
    int due = fence;
    fence = NONE;
    return due;
  }

  // ---- for the events

  /** How many accesses and fences came since the last event. */
  int takeCount() {
    int taken = count;
    count = 0;
    accessed = false;
    recent.clear();
    return taken;
  }

  /** What was accessed since the last event. */
  BitSet recent() {
    return recent;
  }

  /** Whether an access was among them. */
  boolean hasAccess() {
    return accessed;
  }

  /** Stands for all that was no event in this run. */
  long sum() {
    return sum;
  }

  /** What the thread wrote last where nobody else does, in a new map. */
  Map<Integer, Long> written() {
    Map<Integer, Long> last = new HashMap<>();
    written.stream().forEach(l -> last.put(l, own[l]));
    return last;
  }
}
