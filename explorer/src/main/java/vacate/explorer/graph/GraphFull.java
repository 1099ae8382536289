// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

/** A thread has more events than the graph has room for; the search starts again with more room. */
public final class GraphFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final GraphFull INSTANCE = new GraphFull();

  private GraphFull() {
    super("more events than the graph has room for", null, false, false);
  }
}
