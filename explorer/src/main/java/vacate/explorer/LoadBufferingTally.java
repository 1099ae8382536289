// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.WRITE;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
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
import vacate.explorer.weave.Digest;

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

  /** What tells one from another in one search: where the code is, and what is read in a cycle. */
  private record Kind(Object code, boolean isWrite, long value) {}

  private final CycleFinder finder = new CycleFinder();

  /** Those of which there is one in what was found. */
  private final Set<Kind> met = new HashSet<>();

  /** By what tells one from another in any process that explores the test. */
  private final Map<String, Found> found = new LinkedHashMap<>();

  private final Map<String, Found> earlier = new LinkedHashMap<>();

  /** Looks at an execution, unless there is enough to look at more closely. */
  void watch(Graph g) {
    if (found.size() < MOST) {
      finder.find(g, cycle -> isEnoughWith(g, cycle));
    }
  }

  private boolean isEnoughWith(Graph g, Cycle c) {
    Object code = Dependence.of(g, c.read(), c.write());
    boolean isWrite = g.is(c.source(), WRITE);
    if (met.add(new Kind(code, isWrite, isWrite ? g.value(c.source()) : 0))) {
      found.computeIfAbsent(way(g, c), way -> Found.of(g, c));
    }
    return found.size() == MOST;
  }

  /** All that the thread does up to the write, and which of that it is about; then what is read. */
  private static String way(Graph g, Cycle c) {
    StringJoiner way = new StringJoiner(" ");
    int t = g.thread(c.write());
    way.add(t + " " + g.index(c.read()));
    for (int i = 0; i <= g.index(c.write()); i++) {
      int e = g.event(t, i);
      way.add(g.access(e) + " " + g.location(e) + " " + g.value(e));
    }
    way.add(g.is(c.source(), WRITE) ? "sees " + g.value(c.source()) : "");
    return Digest.of(way.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Takes over what was found in executions that come later. */
  void add(LoadBufferingTally later) {
    addAll(later.found);
  }

  private void addAll(Map<String, Found> others) {
    others.forEach(
        (way, other) -> {
          if (found.size() < MOST) {
            found.putIfAbsent(way, other);
          }
        });
  }

  /** Forgets what was found, but not what is set aside. */
  void clear() {
    found.clear();
    met.clear();
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    found.forEach(earlier::putIfAbsent);
  }

  /** Takes over what was set aside and was not found again. */
  void recall() {
    addAll(earlier);
  }

  /** Whether it takes the program to say what that comes to. */
  boolean needsProgram() {
    return !found.isEmpty() || !earlier.isEmpty();
  }

  // ---- how far it is

  void save(Lines state) {
    save(state, found);
    save(state, earlier);
  }

  private static void save(Lines state, Map<String, Found> all) {
    state.put("bufferings", all.size());
    all.forEach(
        (way, f) -> {
          String choices = Choices.text(f.choices);
          state.put("buffering", choices, f.actor, f.read, f.write, f.other, f.source, way);
        });
  }

  void restore(Lines state) {
    restore(state, found);
    restore(state, earlier);
  }

  private static void restore(Lines state, Map<String, Found> into) {
    for (long left = state.take("bufferings", 1).number(0); left > 0; left--) {
      Lines.Words kept = state.take("buffering", 7);
      int[] numbers = IntStream.range(1, 6).map(i -> (int) kept.number(i)).toArray();
      into.put(
          kept.text(6),
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
    boolean all = exhausted;
    for (Found f : found.values()) {
      Optional<Graph> g = rebuilt(program, f, exhausted);
      if (g.isPresent() && !isOutOfThinAir(program, g.get(), f)) {
        return possible(program, g.get(), f);
      }
      all &= g.isPresent();
    }
    if (found.size() == MOST) {
      Found f = found.values().iterator().next();
      Optional<Graph> g = rebuilt(program, f, exhausted);
      if (g.isPresent()) {
        return possible(program, g.get(), f);
      }
    }
    return all ? new LoadBuffering.Impossible() : new LoadBuffering.Undecided();
  }

  /**
   * An execution with the places in its source; empty if it was one that was cut off, and is cut
   * off elsewhere now, as more is known of what its calls come to.
   */
  private static Optional<Graph> rebuilt(WovenTest program, Found f, boolean exhausted) {
    try {
      return Optional.of(Replay.of(program.tape(), f.choices).execution());
    } catch (IllegalArgumentException e) {
      if (exhausted) {
        throw e;
      }
      return Optional.empty();
    }
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
