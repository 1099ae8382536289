// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.Predicate;
import vacate.explorer.graph.Graph;

/**
 * Finds out from the executions without a cycle of po ∪ rf, which are all that the search visits,
 * whether Java allows any that has one: load buffering.
 *
 * <p>In what Java allows things take effect in some order in which a read comes after the write of
 * another thread that it sees, and before a later write of its own thread unless these two may
 * change places. They may not
 *
 * <pre>
 * [Acq];po;[W]   [R];po;[Rel]   [R];po;[Facq ∪ Frel];po;[W]    the Javadoc's "not reordered"
 * the two halves of a read-modify-write
 * a read and a write that is done or not, or writes this or that, according to what was read
 * </pre>
 *
 * <p>A cycle of nothing but that would be out of thin air. So in a cycle of po ∪ rf some read has
 * changed places with a later write. Let r be the first in that order of effects that closes a
 * cycle with what took effect before it, and w the write that it sees. All that took effect before
 * r is on no cycle, and did not depend on r, nor on other reads that have not taken effect yet. So
 * it is in an execution without a cycle as well, one in which r, and these others, see older
 * writes. The search visits that, and there r comes before w by po ∪ rf, leaves its thread by a
 * write that it may change places with, and by no way that keeps its order comes before w. If no
 * execution has such r and w there is no cycle.
 *
 * <p>Nor do they count where w would be overwritten by what r's thread writes there later and reads
 * coherently (J2, J3), unless by an update, which would be elsewhere. What another thread reads of
 * r's own atomic write does not count as a way that keeps its order, for that write comes after r,
 * and would be elsewhere in co; and as an update that fails because of it might succeed, that
 * counts as a w.
 *
 * <p>Accesses that are no events matter to none of this: nobody else reads or writes there. Nor do
 * turns of a waiting loop that had no effect, which are visited once: no outcome tells what they
 * have read.
 *
 * <p>Instances hold scratch memory: one for each search.
 */
public final class CycleFinder {
  private final BitSet seen = new BitSet();
  private final Deque<Integer> left = new ArrayDeque<>();

  private Graph g;
  private Predicate<Cycle> enough;

  /**
   * What a cycle may come of.
   *
   * @param read r
   * @param write the later write of its thread with which it changes places
   * @param source w, or an update that fails
   */
  public record Cycle(int read, int write, int source) {}

  /**
   * Hands over all that an execution has.
   *
   * @param execution one that was found under {@link MemoryModel#JMM}
   * @param found says whether that was enough
   */
  public void find(Graph execution, Predicate<Cycle> found) {
    g = execution;
    enough = found;
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int read = g.event(t, i);
        if ((g.access(read) & (READ | ACQUIRE | FINAL)) == READ && closedBy(read)) {
          return;
        }
      }
    }
  }

  private boolean closedBy(int read) {
    int location = g.location(read);
    int own = ownWrite(read);
    if (g.writes(location) == 1 || !isOvertaken(read, own, Graph.INIT, any -> true)) {
      return false;
    }
    for (int place = 1; place < g.writes(location); place++) {
      int source = g.write(location, place);
      if (comesAfter(read, own, source)) {
        boolean isElsewhere = g.is(source, UPDATE); // if it reads something else, or fails
        if (!isElsewhere && (g.is(read, OPAQUE) || isKept(read, source))) {
          break; // what is later in co is overwritten, too
        }
      } else if (closedBy(read, own, source)) {
        return true;
      }
    }
    return own != Graph.INIT && closedByFailure(read, own);
  }

  private boolean closedByFailure(int read, int own) {
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        if (g.is(e, READ | UPDATE)
            && g.location(e) == g.location(read)
            && ownWrite(e) == Graph.INIT
            && closedBy(read, own, e)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * @param source a write, or an update that fails
   */
  private boolean closedBy(int read, int own, int source) {
    int t = g.thread(read);
    return g.thread(source) != t
        && g.prefix(source, t) > g.index(read)
        && isOvertaken(read, own, source, any -> true)
        && !takesEffectBefore(read, own, source)
        && isOvertaken(read, own, source, enough);
  }

  /** Whether a write happens after a read, and not only by way of the read's own atomic write. */
  private boolean comesAfter(int read, int own, int write) {
    if (g.thread(write) == g.thread(read)) {
      return write > Math.max(read, own);
    }
    return own == Graph.INIT
        && JavaClocks.happensBefore(g, write, g.thread(read)) > g.index(read)
        && !isFollowedByUpdate(read);
  }

  /** Whether one may come of what was read, see {@link #mayComeOf}. */
  private boolean isFollowedByUpdate(int read) {
    int end = g.event(g.thread(read), g.length(g.thread(read)));
    for (int e = read + 1; e < end; e++) {
      if (g.is(e, WRITE) && mayComeOf(read, e)) {
        return true;
      }
    }
    return false;
  }

  /** The write of a read-modify-write's read; {@link Graph#INIT} for any other. */
  private int ownWrite(int read) {
    boolean hasNext = g.index(read) + 1 < g.length(g.thread(read));
    return hasNext && g.is(read, UPDATE) && g.is(read + 1, UPDATE | WRITE) ? read + 1 : Graph.INIT;
  }

  /**
   * Whether writes of the read's thread may change places with it that another thread reads on the
   * way to a source; hands them over.
   *
   * @param source {@link Graph#INIT} for any
   */
  private boolean isOvertaken(int read, int own, int source, Predicate<Cycle> found) {
    int fences = 0;
    int end = g.event(g.thread(read), g.length(g.thread(read)));
    for (int e = read + 1; e < end && (fences & (ACQUIRE | RELEASE)) == 0; e++) {
      if (g.is(e, FENCE)) {
        fences |= g.access(e);
      } else if (g.is(e, WRITE)
          && e != own
          && g.firstReader(e) != Graph.INIT
          && !isKept(read, fences, e)
          && (source == Graph.INIT || isSeenBefore(e, source))
          && found.test(new Cycle(read, e, source))) {
        return true;
      }
    }
    return false;
  }

  /** Whether another thread reads from a write before an event. */
  private boolean isSeenBefore(int write, int event) {
    for (int r = g.firstReader(write); r != Graph.INIT; r = g.nextReader(r)) {
      if (g.thread(r) != g.thread(write) && g.prefix(event, g.thread(r)) > g.index(r)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a read and a later write of the same thread may not change places. */
  public boolean isKept(Graph execution, int read, int write) {
    g = execution;
    return isKept(read, write);
  }

  private boolean isKept(int read, int write) {
    int fences = 0;
    for (int e = read + 1; e < write; e++) {
      fences |= g.is(e, FENCE) ? g.access(e) : 0;
    }
    return g.thread(read) == g.thread(write) && isKept(read, fences, write);
  }

  /**
   * The same.
   *
   * @param fences the bits of all fences between the two
   * @param write or an update that fails
   */
  private boolean isKept(int read, int fences, int write) {
    int second = g.is(write, WRITE) ? g.access(write) : OPAQUE_WRITE;
    return write != Graph.INIT && ownWrite(read) == write
        || JavaMemory.ordered(g.access(read), fences, second);
  }

  /**
   * Whether a read takes effect before a write of another thread, from thread to thread by what is
   * read and in each by what is kept. Through its own atomic write no way leads.
   */
  private boolean takesEffectBefore(int read, int own, int write) {
    seen.clear();
    left.clear();
    if (own != Graph.INIT) {
      seen.set(own);
    }
    reach(write);
    while (!left.isEmpty()) {
      int w = left.pop();
      int fences = 0;
      for (int i = g.index(w); i >= 0; i--) {
        int e = g.event(g.thread(w), i);
        if (g.is(e, FENCE)) {
          fences |= g.access(e);
        } else if (g.is(e, READ) && (e == w || isKept(e, fences, w))) {
          if (e == read) {
            return true;
          }
          // where it is in co an update is behind its source, also in its own thread
          boolean isItsOwn = e == w || ownWrite(e) == w;
          int source = g.source(e);
          if (source != Graph.INIT
              && (isItsOwn ? !mayComeOf(read, source) : g.thread(source) != g.thread(e))) {
            reach(source);
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether an acquiring update after a read may be there because of what was read: without it
   * another update would read something else.
   */
  private boolean mayComeOf(int read, int write) {
    return g.thread(write) == g.thread(read)
        && write > read
        && g.is(write, UPDATE)
        && g.is(write - 1, ACQUIRE);
  }

  private void reach(int write) {
    if (!seen.get(write)) {
      seen.set(write);
      left.push(write);
    }
  }
}
