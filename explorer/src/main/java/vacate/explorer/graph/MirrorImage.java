// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;

/** An execution in which each of two twins does what the other did in another. */
public final class MirrorImage {
  /** What the steps of threads are in the image; the search owns what {@code node} means. */
  public interface Steps {
    /** The image of where the search found an event, see {@link Continuations#node}. */
    Object image(Object node);

    /** Which location an event has. */
    int location(Object image, int access, int step);

    /** Which value it has. */
    long value(Object image, int access, int step);
  }

  private final Twins twins;
  private final Steps steps;

  public MirrorImage(Twins twins, Steps steps) {
    this.twins = twins;
    this.steps = steps;
  }

  /** Lets {@code image}, which has as much room, become the image. */
  public void draw(Graph g, Graph image) {
    image.clear();
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        draw(g, g.event(t, i), image);
      }
    }
    for (int l = 0; l < g.locations(); l++) {
      for (int k = 1; k < g.writes(l); k++) {
        image.insert(mirrored(g, g.write(l, k)), k);
      }
    }
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        if (g.is(e, READ)) {
          image.readFrom(mirrored(g, e), mirrored(g, g.source(e)));
        }
      }
    }
  }

  private void draw(Graph g, int e, Graph image) {
    int access = g.access(e);
    int step = g.continuations().step(e);
    Object node = steps.image(g.continuations().node(e));
    int at =
        image.reappend(
            twins.mirrored(g.thread(e)), access, steps.location(node, access, step), g.stamp(e));
    if ((access & CHOICE) != 0) {
      image.choose(at, g.value(e));
    } else {
      image.put(at, steps.value(node, access, step));
    }
    image.prefixes().mirror(g.prefixes(), e, at, twins);
    mirrorClocks(g, e, image, at);
    image.continuations().set(at, node, step);
  }

  /** Each clock says of one twin now what it said of the other. */
  private void mirrorClocks(Graph g, int e, Graph image, int at) {
    int threads = g.threads();
    int words = g.words();
    int[] clocks = image.clocks();
    int base = at * words;
    System.arraycopy(g.clocks(), e * words, clocks, base, words);
    for (int clock = base; clock + threads <= base + words; clock += threads) {
      int first = clocks[clock + twins.first()];
      clocks[clock + twins.first()] = clocks[clock + twins.second()];
      clocks[clock + twins.second()] = first;
    }
  }

  private int mirrored(Graph g, int event) {
    return event == Graph.INIT
        ? Graph.INIT
        : g.event(twins.mirrored(g.thread(event)), g.index(event));
  }
}
