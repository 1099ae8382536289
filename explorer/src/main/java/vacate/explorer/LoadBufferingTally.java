// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Graph;
import vacate.explorer.heap.Site;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.CycleFinder;
import vacate.explorer.model.CycleFinder.Cycle;
import vacate.explorer.search.Decisions;
import vacate.explorer.search.Dependence;
import vacate.explorer.search.Replay;

/** Looks in executions for what a cycle of program order and reads-from may come of. */
final class LoadBufferingTally {
  /** How many are looked at more closely; if there are more, one of them is taken to be one. */
  private static final int MOST = 32;

  /**
   * The read, and the write of its thread, and what it would see, by the numbers of their steps.
   */
  private record Found(int[][] choices, int actor, int read, int write, int other, int source) {
    static Found of(Graph g, Cycle c) {
      return new Found(
          Decisions.of(g),
          g.thread(c.read()),
          Decisions.step(g, c.read()),
          Decisions.step(g, c.write()),
          g.thread(c.source()),
          Decisions.step(g, c.source()));
    }
  }

  /** What tells one from another: where the code is, and what is read in a cycle. */
  private record Kind(Object code, boolean isWrite, long value) {}

  private final CycleFinder finder = new CycleFinder();
  private final Map<Kind, Found> found = new LinkedHashMap<>();
  private final Map<Kind, Found> earlier = new LinkedHashMap<>();

  /** Found by an earlier run, whose code is not to be told from this one's. */
  private final List<Found> before = new ArrayList<>();

  private final List<Found> earlierBefore = new ArrayList<>();

  /** Looks at an execution, unless there is enough to look at more closely. */
  void watch(Graph g) {
    if (found.size() < MOST) {
      finder.find(g, cycle -> isEnoughWith(g, cycle));
    }
  }

  private boolean isEnoughWith(Graph g, Cycle c) {
    Object code = Dependence.of(g, c.read(), c.write());
    boolean isWrite = g.is(c.source(), WRITE);
    found.computeIfAbsent(
        new Kind(code, isWrite, isWrite ? g.value(c.source()) : 0), k -> Found.of(g, c));
    return found.size() == MOST;
  }

  /** Takes over what was found in executions that come later. */
  void add(LoadBufferingTally later) {
    before.addAll(later.before);
    addAll(later.found);
  }

  private void addAll(Map<Kind, Found> others) {
    others.forEach(
        (kind, other) -> {
          if (found.size() < MOST) {
            found.putIfAbsent(kind, other);
          }
        });
  }

  /** Forgets what was found, but not what is set aside. */
  void clear() {
    found.clear();
    before.clear();
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    found.forEach(earlier::putIfAbsent);
    earlierBefore.addAll(before);
  }

  /** Takes over what was set aside and was not found again. */
  void recall() {
    addAll(earlier);
    before.addAll(earlierBefore);
  }

  /** Whether it takes the program to say what that comes to. */
  boolean needsProgram() {
    return !found.isEmpty() || !earlier.isEmpty() || !before.isEmpty() || !earlierBefore.isEmpty();
  }

  // ---- how far it is

  void save(Lines state) {
    save(state, before, found);
    save(state, earlierBefore, earlier);
  }

  private static void save(Lines state, List<Found> first, Map<Kind, Found> then) {
    List<Found> all = new ArrayList<>(first);
    all.addAll(then.values());
    state.put("bufferings", all.size());
    for (Found f : all) {
      String choices = Choices.text(f.choices);
      state.put("buffering", choices, f.actor, f.read, f.write, f.other, f.source);
    }
  }

  void restore(Lines state) {
    restore(state, before);
    restore(state, earlierBefore);
  }

  private static void restore(Lines state, List<Found> into) {
    for (long left = state.take("bufferings", 1).number(0); left > 0; left--) {
      Lines.Words kept = state.take("buffering", 6);
      int[] numbers = IntStream.range(1, 6).map(i -> (int) kept.number(i)).toArray();
      into.add(
          new Found(
              Choices.parse(kept.text(0)),
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4]));
    }
  }

  // ---- what it comes to

  /**
   * What that comes to.
   *
   * @param exhausted whether every execution was looked at
   */
  LoadBuffering conclude(WovenTest program, boolean exhausted) {
    List<Found> all = new ArrayList<>(before);
    all.addAll(found.values());
    for (Found f : all) {
      Graph g = Replay.of(program.tape(), f.choices).execution();
      if (!isOutOfThinAir(program, g, f)) {
        return possible(program, g, f);
      }
    }
    if (found.size() == MOST || before.size() >= MOST) {
      Found f = all.get(0);
      return possible(program, Replay.of(program.tape(), f.choices).execution(), f);
    }
    return exhausted ? new LoadBuffering.Impossible() : new LoadBuffering.Undecided();
  }

  private static boolean isOutOfThinAir(WovenTest program, Graph g, Found f) {
    int read = g.event(f.actor, f.read);
    int source = g.event(f.other, f.source);
    boolean isNumber = program.value(g.location(read), g.value(read)) instanceof Value.Primitive;
    Cycle cycle = new Cycle(read, g.event(f.actor, f.write), source);
    return Dependence.isOutOfThinAir(program.tape(), g, cycle, isNumber);
  }

  private static LoadBuffering possible(WovenTest program, Graph g, Found f) {
    return new LoadBuffering.Possible(
        program.threadName(f.actor),
        place(program, g, g.event(f.actor, f.read)),
        place(program, g, g.event(f.actor, f.write)));
  }

  private static LoadBuffering.Place place(WovenTest program, Graph g, int event) {
    Frame line = Decisions.site(g, event) instanceof Site site ? site.stack().get(0) : null;
    return new LoadBuffering.Place(program.location(g.location(event)), line);
  }
}
