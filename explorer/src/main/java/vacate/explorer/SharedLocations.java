// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Arrays;
import vacate.explorer.graph.Graph;

/**
 * The locations that more than one thread of an execution touches. Looked for when first asked:
 * most orders are done without.
 */
final class SharedLocations {
  private static final int NOBODY = -1;
  private static final int MANY = -2;

  private Graph graph;
  private boolean looked;

  /** Which thread alone touches a location, {@link #NOBODY}, or {@link #MANY}. */
  private int[] who = new int[0];

  /** From here on, those of an execution. */
  void of(Graph execution) {
    graph = execution;
    looked = false;
  }

  boolean contains(int location) {
    if (!looked) {
      look();
    }
    return who[location] == MANY;
  }

  private void look() {
    looked = true;
    Arrays.fill(who, NOBODY);
    for (int t = 0; t < graph.threads(); t++) {
      for (int i = 0; i < graph.length(t); i++) {
        int location = graph.location(graph.event(t, i));
        if (location >= who.length) {
          int before = who.length;
          who = Arrays.copyOf(who, 2 * location + 1);
          Arrays.fill(who, before, who.length, NOBODY);
        }
        if (location >= 0) {
          who[location] = who[location] == NOBODY || who[location] == t ? t : MANY;
        }
      }
    }
  }
}
