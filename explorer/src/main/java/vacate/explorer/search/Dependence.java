// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.CycleFinder;
import vacate.explorer.model.CycleFinder.Cycle;

/**
 * Whether a thread writes something because of what it has read. Its code is run with another value
 * for that read, and the same for all others; if it does not write the same, or not at all, that
 * comes of the read alone.
 */
public final class Dependence {
  private final Tape tape;
  private final Graph g;
  private final int read;
  private final int write;
  private final Map<Integer, Long> written = new HashMap<>();

  private Dependence(Tape tape, Graph g, int read, int write) {
    this.tape = tape;
    this.g = g;
    this.read = read;
    this.write = write;
  }

  /**
   * Stands for what it depends on whether a write depends on a read: the thread, and what it has
   * read before the write. Of two executions of one search both have the same, or each another.
   */
  public static Object of(Graph g, int read, int write) {
    record Key(Object read, Object write, int step) {}
    return new Key(
        g.continuations().node(read), g.continuations().node(write), g.continuations().step(write));
  }

  /**
   * Whether the write of a cycle certainly comes of its read, and would not be there if the read
   * saw what it sees in the cycle. If that is the same as without it the write would be there; but
   * if it comes of that value the two are in order, and nobody can tell the cycle from none.
   *
   * <p>It is not certain where the code goes another way, so that it reads something else.
   *
   * @param execution as replayed from {@code tape} just before
   * @param isNumber whether the read may see any number of which one bit is another
   */
  public static boolean isOutOfThinAir(Tape tape, Graph execution, Cycle cycle, boolean isNumber) {
    Graph g = execution;
    long seen = g.value(cycle.read());
    long value = g.value(cycle.source());
    if (g.is(cycle.read(), UPDATE)
        || !g.is(cycle.source(), WRITE)
        || value == seen && !isNumber
        || mayChangeWith(g, cycle.read(), cycle.write())) {
      return false;
    }
    try {
      synchronized (tape) {
        Dependence dependence = new Dependence(tape, g, cycle.read(), cycle.write());
        return !dependence.mayWrite(value == seen ? value ^ 1 : value);
      }
    } catch (Refused | NotDeterministic notUnderstood) {
      return false; // where no execution needs to come to
    }
  }

  /**
   * Whether another read before the write may see something else in the cycle, too: what looks as
   * if it came of both may come of neither, as with {@code if (a == b)} after two reads of one
   * variable, of which a compiler leaves one.
   */
  private static boolean mayChangeWith(Graph g, int read, int write) {
    CycleFinder order = new CycleFinder();
    int t = g.thread(write);
    for (int i = 0; i < g.index(write); i++) {
      int e = g.event(t, i);
      if (e != read && g.is(e, READ) && isWrittenByOthers(g, e) && !order.isKept(g, e, write)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrittenByOthers(Graph g, int read) {
    int l = g.location(read);
    return IntStream.range(1, g.writes(l)).anyMatch(k -> g.thread(g.write(l, k)) != g.thread(read));
  }

  private boolean mayWrite(long value) {
    int t = g.thread(read);
    for (int i = 0; i < g.index(read); i++) {
      int e = g.event(t, i);
      if (g.is(e, WRITE)) {
        written.put(g.location(e), g.value(e));
      }
    }
    Node at = behind((Node) g.continuations().node(read), value);
    for (int e = read; !writes(at); ) {
      switch (at.end) {
        case FINISHED, FAILED, BLOCKED -> {
          return false;
        }
        case READ -> {
          e = nextRead(e);
          if (e < 0 || g.location(e) != at.read.location()) {
            return true;
          }
          at = behind(at, value(e));
        }
        default -> {
          return true;
        }
      }
    }
    return true;
  }

  private Node behind(Node node, long value) {
    Node child = node.child(value);
    if (child == null) {
      child = node.addChild(value);
    }
    if (child.end == Node.End.UNKNOWN) {
      tape.fill(g.thread(read), child, g::last);
    }
    return child;
  }

  /** Whether the write is in a stretch. */
  private boolean writes(Node stretch) {
    for (int i = 0; i < stretch.count; i++) {
      Op op = stretch.ops[i];
      if ((op.access() & WRITE) != 0) {
        if (op.same(g.location(write), g.value(write))) {
          return true;
        }
        written.put(op.location(), op.value());
      }
    }
    return false;
  }

  /** The next read or choice of the thread; -1 if there is none. */
  private int nextRead(int event) {
    int t = g.thread(event);
    for (int i = g.index(event) + 1; i < g.length(t); i++) {
      if ((g.access(g.event(t, i)) & (READ | CHOICE)) != 0) {
        return g.event(t, i);
      }
    }
    return -1;
  }

  /** What the thread reads that another wrote; or what it wrote itself, now. */
  private long value(int event) {
    boolean own =
        g.is(event, READ)
            && g.source(event) != Graph.INIT
            && g.thread(g.source(event)) == g.thread(event);
    Long now = own ? written.get(g.location(event)) : null;
    return now != null ? now : g.value(event);
  }
}
