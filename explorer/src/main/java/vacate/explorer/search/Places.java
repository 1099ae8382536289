// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.UPDATE;

import vacate.explorer.graph.Graph;

/**
 * The places in the coherence order that are tried for a write: any behind the newest write of its
 * own thread, but of a read-modify-write only the one right behind its source. No model lets writes
 * of one thread to one location change places.
 */
final class Places {
  private Places() {}

  static int first(Graph g, int write) {
    if (g.is(write, UPDATE)) {
      return last(g, write);
    }
    int location = g.location(write);
    int place = g.writes(location);
    while (place > 1 && g.thread(g.write(location, place - 1)) != g.thread(write)) {
      place--;
    }
    return place;
  }

  static int last(Graph g, int write) {
    return g.is(write, UPDATE) ? g.place(g.source(write - 1)) + 1 : g.writes(g.location(write));
  }
}
