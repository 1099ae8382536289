// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;
import vacate.explorer.heap.Site;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.CycleFinder;
import vacate.explorer.model.CycleFinder.Cycle;
import vacate.explorer.search.Decisions;
import vacate.explorer.search.Replay;

/** Looks in executions for what a cycle of program order and reads-from may come of. */
final class LoadBufferingTally {
  /**
   * What was found.
   *
   * @param read number of the step of its thread
   * @param write likewise
   */
  private record Found(int[][] choices, int thread, int read, int write) {}

  private final CycleFinder finder = new CycleFinder();
  private Found found;
  private Found earlier;

  /** Looks at an execution, unless one was found before. */
  void watch(Graph g) {
    Cycle cycle = found == null ? finder.find(g) : null;
    if (cycle != null) {
      found =
          new Found(
              Decisions.of(g),
              g.thread(cycle.read()),
              Decisions.step(g, cycle.read()),
              Decisions.step(g, cycle.write()));
    }
  }

  /** Takes over what was found in executions that come later. */
  void add(LoadBufferingTally later) {
    found = found == null ? later.found : found;
  }

  /** Forgets what was found, but not what is set aside. */
  void clear() {
    found = null;
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    earlier = earlier == null ? found : earlier;
  }

  /** Takes what was set aside if nothing was found again. */
  void recall() {
    found = found == null ? earlier : found;
  }

  /**
   * What that comes to.
   *
   * @param exhausted whether every execution was looked at
   */
  LoadBuffering conclude(WovenTest program, boolean exhausted) {
    if (found == null) {
      return exhausted ? new LoadBuffering.Impossible() : new LoadBuffering.Undecided();
    }
    Graph g = Replay.of(program.tape(), found.choices).execution();
    return new LoadBuffering.Possible(
        program.threadName(found.thread),
        place(program, g, g.event(found.thread, found.read)),
        place(program, g, g.event(found.thread, found.write)));
  }

  private static LoadBuffering.Place place(WovenTest program, Graph g, int event) {
    Frame line = Decisions.site(g, event) instanceof Site site ? site.stack().get(0) : null;
    return new LoadBuffering.Place(program.location(g.location(event)), line);
  }
}
