// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vacate.explorer.graph.Graph;
import vacate.explorer.graph.GraphFull;
import vacate.explorer.model.Axioms;

/**
 * Visits every consistent execution graph of a program exactly once: TruSt (Kokologiannakis,
 * Marmanis, Gladstein, Vafeiadis, POPL 2022).
 *
 * <pre>
 * visit(G):
 *   a = the next event of the first thread that can go on
 *   a is a read:   for each write w of its location:             visit(G + a reading from w)
 *   a is a write:  for each place of a in co:                    visit(G + a at that place)
 *                  for each read r of its location that is not before a, if r and all that would be
 *                  deleted were maximally added:  for each place: visit(G - deleted + a, r reading a)
 * </pre>
 *
 * <p>A read-modify-write is its read and, as the very next step, its write right behind its source.
 * Another may sit there already: then no place is left, but the revisits are tried all the same,
 * they are how the other order is reached. A revisited read keeps its stamp.
 */
public class Search {
  private static final int LOG_CAPACITY = 6;
  private static final int MAX_LOG_CAPACITY = 16;

  private final Program program;
  private final Axioms axioms;
  private final Executions executions;
  private final Recorder recorder;
  private Threads code;
  private final int threads;
  private int logCapacity = LOG_CAPACITY;
  private final List<Graph> cuts = new ArrayList<>();
  private final List<int[]> keeps = new ArrayList<>();
  private int depth;

  public Search(Program program, Recorder recorder, Axioms axioms, Executions executions) {
    this.program = program;
    this.axioms = axioms;
    this.executions = executions;
    this.threads = program.threads();
    this.recorder = recorder;
    this.code = new Threads(program, recorder);
  }

  /**
   * Visits all executions.
   *
   * <p>It may have to start again: with more room, or because an update must not be taken back.
   * Then {@link Executions#restart} is called, and what was reported is void.
   *
   * @throws TooLong if a thread has more events than there may be
   */
  public final void run() {
    while (!attempt()) {
      executions.restart();
    }
  }

  private boolean attempt() {
    cuts.clear();
    keeps.clear();
    depth = 0;
    try {
      visit(newGraph(), -1);
    } catch (GraphFull full) {
      if (++logCapacity > MAX_LOG_CAPACITY) {
        throw new TooLong(1 << MAX_LOG_CAPACITY);
      }
      return false;
    }
    BitSet doubts = recorder.waits().doubts();
    if (!doubts.isEmpty()) {
      recorder.waits().keep(doubts);
      code = new Threads(program, recorder);
    }
    return doubts.isEmpty();
  }

  private Graph newGraph() {
    return new Graph(threads, logCapacity, axioms.clockWords(threads), program);
  }

  /**
   * Goes on from a consistent graph.
   *
   * @param hint a thread whose read was just given a source: if that makes it a read-modify-write,
   *     its write is next
   */
  void visit(Graph g, int hint) {
    int t = code.next(g, hint);
    if (t < 0) {
      report(g);
      return;
    }
    Op op = code.op();
    Node node = code.node();
    int step = code.step();
    int access = op.access();
    int e = g.append(t, access, op.location(), op.value());
    g.continueAt(e, node, step + 1);
    if ((access & READ) != 0) {
      read(g, e);
    } else if ((access & WRITE) != 0) {
      g.computePrefix(e);
      write(g, e);
      revisits(g, e);
    } else if ((access & FENCE) != 0) {
      g.computePrefix(e);
      if (axioms.admits(g, e)) {
        visit(g, -1);
      }
    } else {
      choice(g, e);
    }
    g.removeLast(e);
  }

  private void read(Graph g, int e) {
    int location = g.location(e);
    int t = g.thread(e);
    int newest = g.writes(location) - 1;
    int oldest = g.is(e, FINAL) ? newest : 0;
    boolean ownSeen = false;
    for (int k = newest; k >= oldest; k--) {
      int w = g.write(location, k);
      boolean before = w == Graph.INIT || g.thread(w) == t;
      if (before && ownSeen) {
        continue; // overwritten in its own thread: no model lets it be read
      }
      ownSeen |= before;
      g.readFrom(e, w);
      g.computePrefix(e);
      if (axioms.admits(g, e)) {
        visit(g, t);
      }
      g.unread(e);
    }
  }

  private void choice(Graph g, int e) {
    for (int answer = 0; answer < 2; answer++) {
      g.choose(e, answer);
      g.computePrefix(e);
      if (axioms.admits(g, e)) {
        visit(g, -1);
      }
    }
  }

  /** Tries every place in co for a write that is there already but for that. */
  private void write(Graph g, int e) {
    int location = g.location(e);
    int n = g.writes(location);
    if (g.is(e, UPDATE)) {
      int place = g.place(g.source(e - 1)) + 1;
      if (free(g, location, place, n)) {
        place(g, e, place);
      }
      return;
    }
    int first = first(g, e);
    for (int place = n; place >= first; place--) {
      if (free(g, location, place, n)) {
        place(g, e, place);
      }
    }
  }

  /**
   * The first place in co that program order leaves to a write: the one behind the newest of its
   * own thread. No model lets writes of one thread to one location change places.
   */
  private static int first(Graph g, int write) {
    int location = g.location(write);
    int place = g.writes(location);
    while (place > 1 && g.thread(g.write(location, place - 1)) != g.thread(write)) {
      place--;
    }
    return place;
  }

  private void place(Graph g, int e, int place) {
    g.insert(e, place);
    if (axioms.admits(g, e)) {
      visit(g, -1);
    }
    g.extract(e);
  }

  /** A1, atomicity: nothing comes between a read-modify-write and its source. */
  boolean free(Graph g, int location, int place, int n) {
    return place == n || !g.is(g.write(location, place), UPDATE);
  }

  /** {@code a} is the last event of its thread, and in no co. */
  private void revisits(Graph g, int a) {
    int location = g.location(a);
    for (int k = g.writes(location) - 1; k >= 0; k--) {
      for (int r = g.firstReader(location, k); r != Graph.INIT; r = g.nextReader(r)) {
        if (mayRevisit(g, a, r) && !g.is(r, FINAL)) {
          revisit(g, a, r);
        }
      }
    }
  }

  /** A0, acyclic(po ∪ rf): no read reads from what comes after it. */
  boolean mayRevisit(Graph g, int a, int r) {
    return g.index(r) >= g.prefix(a, g.thread(r));
  }

  /** Optimality: of all graphs that differ in what is deleted one makes the revisit. */
  boolean isMaximal(Graph g, int e, int a) {
    return Maximality.of(g, e, a);
  }

  private void revisit(Graph g, int a, int r) {
    if (!isMaximal(g, r, a)) {
      return;
    }
    if (depth == cuts.size()) {
      cuts.add(newGraph());
      keeps.add(new int[threads]);
    }
    int[] keep = keeps.get(depth);
    int stamp = g.stamp(r);
    for (int t = 0; t < threads; t++) {
      int kept = g.prefix(a, t);
      int n = g.length(t);
      if (t == g.thread(a)) {
        n--;
      }
      kept = Math.min(kept, n);
      for (int i = n - 1; i >= kept; i--) {
        int e = g.event(t, i);
        if (g.stamp(e) < stamp) {
          kept = i + 1;
          break;
        }
        if (e != r && !isMaximal(g, e, a)) {
          return;
        }
      }
      keep[t] = kept;
    }
    Graph cut = cuts.get(depth++);
    cut.cut(g, keep);
    int write = cut.append(g.thread(a), g.access(a), g.location(a), g.value(a));
    cut.continueAt(write, g.continuation(a), g.step(a));
    cut.computePrefix(write);
    int location = g.location(a);
    int n = cut.writes(location);
    if (cut.is(write, UPDATE)) {
      int place = cut.place(cut.source(write - 1)) + 1;
      if (free(cut, location, place, n)) {
        reread(cut, write, place, g, r);
      }
    } else {
      int first = first(cut, write);
      for (int place = n; place >= first; place--) {
        if (free(cut, location, place, n)) {
          reread(cut, write, place, g, r);
        }
      }
    }
    depth--;
  }

  /** Places the revisiting write, and lets {@code r} of the uncut graph read from it. */
  private void reread(Graph cut, int write, int place, Graph g, int r) {
    cut.insert(write, place);
    if (axioms.admits(cut, write)) {
      int t = g.thread(r);
      int read = cut.reappend(t, g.access(r), g.location(r), g.stamp(r));
      cut.continueAt(read, g.continuation(r), g.step(r));
      cut.readFrom(read, write);
      cut.computePrefix(read);
      if (axioms.admits(cut, read)) {
        visit(cut, t);
      }
      cut.unread(read);
      cut.removeLast(read);
    }
    cut.extract(write);
  }

  private void finished(Graph g, Object outcome) {
    if (outcome instanceof Epilogue.CutOff cut) {
      executions.bounded("in the epilogue " + cut.why());
      executions.blocked(g, Wait.ENDS);
    } else {
      executions.complete(g, outcome);
    }
  }

  private void report(Graph g) {
    boolean cutOff = code.anyIs(g, Node.End.BOUNDED);
    if (cutOff) {
      boolean waits = code.anyIs(g, Node.End.BLOCKED);
      executions.bounded(
          code.reason() + (waits ? ", and a thread waits that it might have woken" : ""));
    }
    switch (code.state(g)) {
      case FINISHED -> finished(g, code.outcome(g));
      case FAILED -> {
        if (code.deadlocked(g)) {
          executions.complete(g, code.outcome(g));
        } else {
          executions.blocked(g, Wait.ENDS);
        }
      }
      default -> executions.blocked(g, cutOff ? Wait.ENDS : code.waits(g));
    }
  }
}
