// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphTest {
  private final Graph g = new Graph(2, 4, 0, location -> 0);

  @Test
  void stampsDoNotRunOutHoweverOftenTheLastEventIsTakenBack() {
    int first = g.append(0, Access.WRITE, 0, 1);
    int second = g.append(1, Access.WRITE, 0, 2);
    int stamp = g.stamp(second);
    g.removeLast(second);
    assertThat(g.stamp(g.append(1, Access.WRITE, 0, 3))).isEqualTo(stamp).isGreaterThan(first);
  }

  @Test
  void takingBackARevisitedReadLeavesTheStampOfTheWriteThatRevisitsIt() {
    g.append(0, Access.WRITE, 0, 1);
    int write = g.append(1, Access.WRITE, 0, 2);
    int read = g.reappend(0, Access.READ, 0, 0);
    g.removeLast(read);
    assertThat(g.stamp(g.append(1, Access.WRITE, 0, 3))).isGreaterThan(g.stamp(write));
  }
}
