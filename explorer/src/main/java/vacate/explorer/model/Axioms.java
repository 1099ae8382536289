// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import vacate.explorer.graph.Graph;

/**
 * The axioms of one memory model, checked one event at a time.
 *
 * <p>Every model excludes cycles of po ∪ rf (the search never builds one) and keeps
 * read-modify-writes atomic (the search places their write right behind its source). A model must
 * be closed under prefixes (without an event that nothing follows by po ∪ rf, a consistent graph is
 * consistent) and extensible (a next event that reads the co-last write, or is co-last, is
 * consistent). TruSt needs both; each model says why it has them.
 *
 * <p>What final fields promise ({@link FinalFields}) is the language's, and every model keeps it: a
 * JVM keeps it on any processor.
 *
 * <p>Instances hold scratch memory: one for each search.
 */
public abstract class Axioms {
  /**
   * How many ints of clock this model keeps with each event of a graph of so many threads: clocks
   * with an int for each thread, and fewer others than there are threads.
   */
  public int clockWords(int threads) {
    return 0;
  }

  /**
   * Whether the graph is still consistent with {@code event}, which was added last and has nothing
   * behind it in po ∪ rf. Also sets the event's clocks.
   */
  public abstract boolean admits(Graph graph, int event);

  /**
   * Whether a graph is consistent that some weaker model has found to be: every read has a source
   * and every write its place.
   *
   * <p>A cycle of a model's order has an edge of co or fr, for po ∪ rf has none; so it is enough to
   * ask of each event with such an edge whether it leads back.
   */
  public boolean hold(Graph graph) {
    for (int t = 0; t < graph.threads(); t++) {
      for (int i = 0; i < graph.length(t); i++) {
        if (!admits(graph, graph.event(t, i))) {
          return false;
        }
      }
    }
    return true;
  }
}
