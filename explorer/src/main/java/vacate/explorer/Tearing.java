// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Arrays;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.WovenTest;

/**
 * Watches for plain accesses of a long or double that race. JLS 17.7 lets such an access be two of
 * 32 bits; no 64-bit JVM does that, and neither does an execution here, so a verdict that rests on
 * it must say so.
 *
 * <p>Two accesses by different threads race in an execution if neither comes before the other by po
 * ∪ rf. That happens-before is less makes no difference over all executions: where two accesses
 * race at all, some execution has the one take place with nothing that follows it before the other.
 */
final class Tearing {
  private final WovenTest test;
  private int[] accesses = new int[16];

  /** A location that is accessed in a race, or null. */
  private String raced;

  Tearing(WovenTest test) {
    this.test = test;
  }

  /** Whether there may be a race that nobody has seen yet. */
  boolean isLooking() {
    return raced == null && test.hasWide();
  }

  /** Looks at an execution, unless a race was found before. */
  void watch(Graph g) {
    if (!isLooking()) {
      return;
    }
    int n = 0;
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int e = g.event(t, i);
        if (g.location(e) >= 0 && test.isWide(g.location(e)) && !g.is(e, FINAL)) {
          if (n == accesses.length) {
            accesses = Arrays.copyOf(accesses, 2 * n);
          }
          accesses[n++] = e;
        }
      }
    }
    for (int b = 1; b < n && raced == null; b++) {
      for (int a = 0; a < b; a++) {
        if (races(g, accesses[a], accesses[b])) {
          raced = test.location(g.location(accesses[a])).toString();
        }
      }
    }
  }

  /** Takes over what was seen in executions that come later. */
  void add(Tearing later) {
    raced = raced == null ? later.raced : raced;
  }

  private static boolean races(Graph g, int a, int b) {
    return g.location(a) == g.location(b)
        && g.thread(a) != g.thread(b)
        && (g.is(a, WRITE) || g.is(b, WRITE))
        && !(g.is(a, OPAQUE) && g.is(b, OPAQUE))
        && g.prefix(b, g.thread(a)) <= g.index(a)
        && g.prefix(a, g.thread(b)) <= g.index(b);
  }

  /** A location that is accessed in a race, or null. */
  String raced() {
    return raced;
  }

  /** A race was seen before, or none. */
  void knows(String location) {
    raced = location;
  }

  /** What the verdict assumes; null if nothing. */
  String assumption() {
    return raced == null ? null : "a 64-bit JVM: " + raced + " is accessed plainly in a race";
  }
}
