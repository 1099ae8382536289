// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Graph;
import vacate.explorer.monitor.Observed;
import vacate.history.Approach;
import vacate.mm.PageFlag;
import vacate.scene.Scenario;

/**
 * An execution of a scenario in the kernel's words: who holds the contested page's lock, who
 * vacates, makes or discards the slab, and what is while something else is. Events are numbers of
 * the graph.
 */
final class Trace {
  private static final long INTERRUPTS = interrupts();

  /** No event. */
  static final int NONE = -1;

  /** Where nothing is. */
  private static final int NO_CELL = -2;

  final Graph g;
  final Scenario scenario;
  final List<Hold> holds = new ArrayList<>();
  final List<VacateCall> vacates;
  final List<NewSlab> newSlabs;
  final List<Discard> discards;
  final Frozen frozen;

  private final Observed observed;
  private final Approach approach;
  private final Sequence sequence;
  private final int[] cells = new int[PageCell.values().length];
  private final long[][] calls;
  private final List<int[]> strands = new ArrayList<>();

  /**
   * @param approach how the version comes to a slab
   * @param functions which run in a stack
   */
  Trace(
      Observed observed,
      Scenario scenario,
      Approach approach,
      ToLongFunction<List<Frame>> functions) {
    this.observed = observed;
    this.approach = approach;
    this.scenario = scenario;
    g = observed.graph();
    sequence = new Sequence(g);
    frozen = new Frozen(this, approach);
    for (PageCell cell : PageCell.values()) {
      cells[cell.ordinal()] = cell.isOf(approach) ? observed.cell(cell.path()) : NO_CELL;
    }
    calls = new long[g.threads()][];
    for (int t = 0; t < g.threads(); t++) {
      calls[t] = new long[g.length(t)];
      for (int i = 0; i < g.length(t); i++) {
        calls[t][i] = functions.applyAsLong(observed.stack(g.event(t, i)));
      }
      addStrands(t);
    }
    strands.forEach(strand -> Hold.of(this, strand, holds));
    vacates =
        switch (approach) {
          case BY_PAGE -> VacateCall.all(this);
          case ISOLATED, BY_LIST -> Collected.all(this);
          case BY_COUNTERS -> Moved.all(this);
        };
    newSlabs = NewSlab.all(this);
    discards = Discard.all(this);
  }

  /** One for what the thread does itself, and one for each way in which that is interrupted. */
  private void addStrands(int thread) {
    int length = g.length(thread);
    for (long way = 0, left = length; left > 0; way = next(thread, way)) {
      int[] strand = new int[length];
      int size = 0;
      for (int i = 0; i < length; i++) {
        if ((calls[thread][i] & INTERRUPTS) == way) {
          strand[size++] = g.event(thread, i);
        }
      }
      strands.add(size == length ? strand : Arrays.copyOf(strand, size));
      left -= size;
    }
  }

  /** The way in which it is interrupted that is next by its bits. */
  private long next(int thread, long way) {
    long next = Long.MAX_VALUE;
    for (long in : calls[thread]) {
      long other = in & INTERRUPTS;
      next = other > way && other < next ? other : next;
    }
    return next;
  }

  private static long interrupts() {
    long all = 0;
    for (KernelCall call : KernelCall.values()) {
      all |= call.interrupts() ? call.bit() : 0;
    }
    return all;
  }

  // ---- events

  /** Whether a function runs. */
  boolean in(int event, KernelCall call) {
    return (calls[g.thread(event)][g.index(event)] & call.bit()) != 0;
  }

  /** Whether freelist and counters are one word, and a free is one change of it. */
  boolean isByCounters() {
    return approach == Approach.BY_COUNTERS;
  }

  /** Whether it accesses a cell of the page. */
  boolean at(int event, PageCell cell) {
    return g.location(event) == cells[cell.ordinal()];
  }

  boolean reads(int event, PageCell cell) {
    return at(event, cell) && g.is(event, READ);
  }

  /** Whether it writes, the second half of a read-modify-write included. */
  boolean writes(int event, PageCell cell) {
    return at(event, cell) && g.is(event, WRITE);
  }

  /** Whether it is a store, and no read-modify-write. */
  boolean stores(int event, PageCell cell) {
    return writes(event, cell) && !g.is(event, UPDATE);
  }

  /** What it accesses; null for a fence. */
  Location location(int event) {
    return g.location(event) < 0 ? null : observed.location(g.location(event));
  }

  /** All writes to a cell in coherence order, but for the initial one. */
  int[] writes(PageCell cell) {
    int l = cells[cell.ordinal()];
    int[] all = new int[g.writes(l) - 1];
    for (int k = 0; k < all.length; k++) {
      all[k] = g.write(l, k + 1);
    }
    return all;
  }

  /**
   * What each thread does, in program order: what it has come to itself, and apart from that what
   * interrupts it.
   */
  List<int[]> strands() {
    return strands;
  }

  /** What is done in a strand from one event of it to another. */
  int[] strand(int from, int to) {
    int[] part = new int[to - from + 1];
    int size = 0;
    for (int e = from; e <= to; e++) {
      if (way(e) == way(from)) {
        part[size++] = e;
      }
    }
    return size == part.length ? part : Arrays.copyOf(part, size);
  }

  private long way(int event) {
    return calls[g.thread(event)][g.index(event)] & INTERRUPTS;
  }

  /** What was in the location that a write writes, right before it in coherence order. */
  long overwritten(int write) {
    int before = g.write(g.location(write), g.place(write) - 1);
    return before == Graph.INIT ? g.initial(g.location(write)) : g.value(before);
  }

  /** What a cell held before the actors started. */
  long initially(PageCell cell) {
    return g.initial(cells[cell.ordinal()]);
  }

  static boolean has(long flags, int bit) {
    return (flags >>> bit & 1) != 0;
  }

  /** Whether it takes the slab lock: the write that does. */
  boolean takesLock(int event) {
    return writes(event, PageCell.FLAGS)
        && g.is(event, UPDATE)
        && has(g.value(event), PageFlag.PG_LOCKED)
        && !has(g.value(event - 1), PageFlag.PG_LOCKED);
  }

  /** Whether it is the write that gives the slab lock back, held or not. */
  boolean dropsLock(int event) {
    return writes(event, PageCell.FLAGS)
        && in(event, KernelCall.SLAB_UNLOCK)
        && !has(g.value(event), PageFlag.PG_LOCKED);
  }

  /** Whether it is the write that sets FROZEN. */
  boolean freezes(int event) {
    return frozen.isSetBy(event);
  }

  /** Whether it is the write that clears FROZEN. */
  boolean thaws(int event) {
    return frozen.isClearedBy(event);
  }

  /** Whether two events are not of one strand. */
  boolean isAnothers(int event, int than) {
    return g.thread(event) != g.thread(than) || way(event) != way(than);
  }

  // ---- order

  /** See {@link Sequence}; false if either is {@link #NONE}. */
  boolean before(int a, int b) {
    return a != NONE && b != NONE && sequence.before(a, b);
  }

  /**
   * Whether a write of one thread is while another is between two of its events: in some order that
   * tells the execution. Of a weak execution also if the other has read from the location, in
   * between, what the write overwrote.
   *
   * @param to {@link #NONE} if that never comes
   */
  boolean isWhile(int write, int from, int to) {
    if (before(to, write)) {
      return false;
    }
    return !before(write, from) || !sequence.isOne() && isMissed(write, from, to);
  }

  private boolean isMissed(int write, int from, int to) {
    int thread = g.thread(from);
    int end = to == NONE ? g.length(thread) : g.index(to);
    for (int i = g.index(from); i < end; i++) {
      int read = g.event(thread, i);
      if (g.location(read) == g.location(write)
          && g.is(read, READ)
          && g.placeOf(read) < g.place(write)) {
        return true;
      }
    }
    return false;
  }

  /** The hold of the slab lock in which its thread is at an event; null for none. */
  Hold holdAt(int event) {
    for (Hold hold : holds) {
      if (hold.includes(this, event)) {
        return hold;
      }
    }
    return null;
  }

  /**
   * Whether the slab lock excludes: nobody writes the word in which it is, but by an atomic update,
   * while another has it.
   */
  boolean lockExcludes() {
    for (Hold hold : holds) {
      int l = cells[PageCell.FLAGS.ordinal()];
      int end = hold.drop() == NONE ? g.writes(l) : g.place(hold.drop());
      for (int k = g.place(hold.take()) + 1; k < end; k++) {
        int write = g.write(l, k);
        if (isAnothers(write, hold.take()) && (!g.is(write, UPDATE) || takesLock(write))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the slab that a vacate has locked is not being discarded by another. */
  boolean isLive(VacateCall v) {
    return discards.stream()
        .noneMatch(
            d ->
                isAnothers(d.start(), v.first())
                    && !before(v.last(), d.start())
                    && !before(d.end(), v.lock()));
  }

  /**
   * Whether the cache is still there while a vacate works: {@code kmem_cache_destroy} does not free
   * it before the end.
   */
  boolean cacheOutlives(VacateCall v) {
    for (int[] strand : strands) {
      for (int e : strand) {
        if (in(e, KernelCall.DESTROY)
            && in(e, KernelCall.KFREE)
            && g.is(e, WRITE)
            && !before(v.last(), e)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the slab may be on its way to the page allocator, and not be made anew yet. */
  boolean isDying(int event) {
    return discards.stream()
        .anyMatch(
            d ->
                !before(event, d.start())
                    && newSlabs.stream()
                        .noneMatch(
                            n -> before(d.start(), n.pageSlab()) && !before(event, n.pageSlab())));
  }

  /** Whether an event puts the page on a list, moves it there, or takes it off one. */
  boolean changesList(int event) {
    return linksPage(event) && !isOfCollected(event);
  }

  /** Whether that is the list of what was collected, which only its collector knows. */
  private boolean isOfCollected(int event) {
    return approach != Approach.BY_PAGE
        && (in(event, KernelCall.RECLAIM)
            || in(event, KernelCall.VACATE) && !in(event, KernelCall.ISOLATE))
        && !in(event, KernelCall.DISCARD_SLAB)
        && !in(event, KernelCall.PUT_PAGE)
        && holdAt(event) == null;
  }

  private boolean linksPage(int event) {
    return writes(event, PageCell.LRU_NEXT)
            && (isNextTo(event, 1, PageCell.LRU_PREV) || isNextTo(event, -1, PageCell.LRU_PREV))
        || writes(event, PageCell.LRU_PREV)
            && (isNextTo(event, 1, PageCell.LRU_NEXT) || isNextTo(event, -1, PageCell.LRU_NEXT));
  }

  private boolean isNextTo(int event, int distance, PageCell cell) {
    int at = g.index(event) + distance;
    return at >= 0 && at < g.length(g.thread(event)) && writes(event + distance, cell);
  }
}
