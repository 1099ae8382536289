// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static vacate.explorer.graph.Access.DEPENDENT;
import static vacate.explorer.graph.Access.LINK;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.THROUGH;

import vacate.explorer.graph.Graph;

/**
 * What a read knows that goes through a reference, where whoever compiles the program keeps its
 * data dependencies, which Java does not ask for: what the write has published that the reference
 * was read from. Only that read knows it, and its thread does not.
 *
 * <pre>
 * addr(r', r)   r reads through a reference that r' has returned
 * dep(w', r)    for each r' with addr(r', r), and there is one: (K; rel; rf)(w', r') or dep(w', r')
 * </pre>
 *
 * <p>Each: where a thread has read a reference to one object more than once, nobody knows which of
 * them it uses. All lies inside po ∪ rf, and before the read.
 */
final class AddressDependencies {
  private AddressDependencies() {}

  /** dep: whether what a read goes through shows the event to it. */
  static boolean show(Graph g, JavaClocks clocks, int event, int read) {
    if (!g.is(read, DEPENDENT)) {
      return false;
    }
    int announced = read - 1;
    while (!g.is(announced, THROUGH)) {
      announced--;
    }
    long object = g.value(announced);
    boolean any = false;
    for (int i = 0, end = g.index(announced); i < end; i++) {
      int link = g.event(g.thread(read), i);
      if (g.is(link, READ | LINK) && g.value(link) == object) {
        if (!clocks.isPublished(g, event, g.source(link)) && !show(g, clocks, event, link)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
