// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;

import vacate.explorer.graph.Graph;

/**
 * All that the search decided in an execution: where each read reads from and at which place in co
 * each write is, one number for each step, thread by thread. Steps that are no events of the search
 * have their numbers too, so that {@link Replay} can show them.
 *
 * <pre>
 * read      0 for the initial write, else 1 + thread + threads * index of the source
 * write     its place
 * choice    the answer
 * {@value #ASIDE}        not shared, or a fence: there is nothing to decide
 * {@value #TO_THE_END}        in the last place: nothing is decided any more, up to the end
 * </pre>
 */
public final class Decisions {
  static final int ASIDE = -1;
  static final int TO_THE_END = -2;

  private final Graph g;
  private final int[][] steps;

  private Decisions(Graph g) {
    this.g = g;
    steps = new int[g.threads()][];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = new int[g.length(t)];
      int step = 0;
      for (int i = 0; i < steps[t].length; i++) {
        step += op(g, g.event(t, i)).skipped();
        steps[t][i] = step++;
      }
    }
  }

  /** Of an execution that the search has just found. */
  public static int[][] of(Graph g) {
    return new Decisions(g).all(ASIDE, 1);
  }

  /** Of an execution in which every step is an event; a fence has 0. */
  static int[][] exactly(Graph g) {
    return new Decisions(g).all(0, 0);
  }

  private int[][] all(int fence, int more) {
    int[][] all = new int[steps.length][];
    for (int t = 0; t < all.length; t++) {
      int n = steps[t].length;
      all[t] = new int[(n == 0 ? 0 : steps[t][n - 1] + 1) + more];
      java.util.Arrays.fill(all[t], ASIDE);
      for (int i = 0; i < n; i++) {
        all[t][steps[t][i]] = number(g.event(t, i), fence);
      }
      if (more > 0) {
        all[t][all[t].length - 1] = TO_THE_END;
      }
    }
    return all;
  }

  private int number(int event, int fence) {
    int access = g.access(event);
    if ((access & READ) != 0) {
      int s = g.source(event);
      return s == Graph.INIT ? 0 : 1 + g.thread(s) + steps.length * steps[g.thread(s)][g.index(s)];
    }
    return (access & WRITE) != 0
        ? g.place(event)
        : (access & CHOICE) != 0 ? (int) g.value(event) : fence;
  }

  /** The number of the step of its thread that an event is. */
  public static int step(Graph g, int event) {
    return new Decisions(g).steps[g.thread(event)][g.index(event)];
  }

  /** Where in the source an event is, if its tape was to {@link Tape#locate}; else null. */
  public static Object site(Graph g, int event) {
    return op(g, event).site();
  }

  /** The step that an event is. */
  static Op op(Graph g, int event) {
    Node node = (Node) g.continuations().node(event);
    return (g.access(event) & (READ | CHOICE)) != 0
        ? node.read
        : node.ops[g.continuations().step(event) - 1];
  }
}
