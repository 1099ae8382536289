// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.FINAL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.graph.Graph;
import vacate.explorer.model.Axioms;

/**
 * Backward revisits: a write that was just added, and reads from it that were there before. What
 * was added since such a read and is not before the write is deleted, in a copy of the graph.
 */
final class Revisits {
  private final Axioms axioms;
  private final Rules rules;
  private final Supplier<Graph> graphs;

  /** The copies, by the number of revisits that they are in the middle of. */
  private final List<Cut> cuts = new ArrayList<>();

  private int depth;

  private record Cut(Graph graph, int[] keep) {}

  Revisits(Axioms axioms, Rules rules, Supplier<Graph> graphs) {
    this.axioms = axioms;
    this.rules = rules;
    this.graphs = graphs;
  }

  /** {@code a} is the last event of its thread, and in no co. */
  void children(Graph g, int a, ChoiceTree.Children children) {
    int location = g.location(a);
    for (int k = g.writes(location) - 1; k >= 0; k--) {
      for (int r = g.firstReader(location, k); r != Graph.INIT; r = g.nextReader(r)) {
        if (rules.mayRevisit(g, a, r) && !g.is(r, FINAL)) {
          revisit(g, a, r, children);
        }
      }
    }
  }

  private void revisit(Graph g, int a, int r, ChoiceTree.Children children) {
    if (!rules.isMaximal(g, r, a)) {
      return;
    }
    if (depth == cuts.size()) {
      cuts.add(new Cut(graphs.get(), new int[g.threads()]));
    }
    Cut free = cuts.get(depth);
    if (!keep(g, a, r, free.keep)) {
      return;
    }
    depth++;
    Graph cut = free.graph;
    cut.cut(g, free.keep);
    int write = cut.append(g.thread(a), g.access(a), g.location(a), g.value(a));
    cut.continuations().set(write, g.continuations(), a);
    cut.computePrefix(write);
    int first = Places.first(cut, write);
    for (int place = Places.last(cut, write); place >= first; place--) {
      if (rules.isFree(cut, cut.location(write), place)) {
        cut.insert(write, place);
        if (rules.isFirstOfTwo(cut, write) && axioms.admits(cut, write)) {
          reread(cut, write, g, r, children);
        }
        cut.extract(write);
      }
    }
    depth--;
  }

  /**
   * Finds how many events of each thread stay.
   *
   * @return whether all others may be deleted
   */
  private boolean keep(Graph g, int a, int r, int[] keep) {
    int stamp = g.stamp(r);
    for (int t = 0; t < keep.length; t++) {
      int n = t == g.thread(a) ? g.length(t) - 1 : g.length(t);
      int kept = Math.min(g.priors(a, t), n);
      for (int i = n - 1; i >= kept; i--) {
        int e = g.event(t, i);
        if (g.stamp(e) < stamp) {
          kept = i + 1;
          break;
        }
        if (e != r && !rules.isMaximal(g, e, a)) {
          return false;
        }
      }
      keep[t] = kept;
    }
    return true;
  }

  /** Lets {@code r} of the uncut graph read from the revisiting write. */
  private void reread(Graph cut, int write, Graph g, int r, ChoiceTree.Children children) {
    int t = g.thread(r);
    int read = cut.reappend(t, g.access(r), g.location(r), g.stamp(r));
    cut.continuations().set(read, g.continuations(), r);
    cut.readFrom(read, write);
    cut.computePrefix(read);
    if (rules.isFirstOfTwo(cut, read) && axioms.admits(cut, read)) {
      children.child(cut, t);
    }
    cut.unread(read);
    cut.removeLast(read);
  }
}
