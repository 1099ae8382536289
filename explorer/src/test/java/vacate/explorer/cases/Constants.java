// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Constants of enums that have fields and monitors, and are come to in more than one way. */
public final class Constants {
  private Constants() {}

  enum Cell {
    FIRST,
    SECOND;

    int x = 5;
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HaveTheirFirstValues {
    @Actor
    public void reader(I_Result r) {
      r.r1 = Cell.values()[0].x;
    }

    @Actor
    public void writer() {
      Cell.FIRST.x = 6;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class AreTheSameForBoth {
    @Actor
    public void writer() {
      Cell.values()[1].x = 6;
    }

    @Actor
    public void reader(II_Result r) {
      Cell second = Cell.values()[1];
      r.r1 = second.x;
      r.r2 = second == Cell.SECOND ? 1 : 0;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class AreLocks {
    final Cell mine = Cell.FIRST;

    @Actor
    public void left() {
      synchronized (Cell.values()[0]) {
        mine.x++;
      }
    }

    @Actor
    public void right() {
      synchronized (mine) {
        Cell.valueOf("FIRST").x++;
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = Cell.FIRST.x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class AreUsedBeforeTheyAreListed {
    @Actor
    public void writer() {
      Cell.FIRST.x = 1;
      for (Cell cell : Cell.values()) {
        cell.x++;
      }
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = Cell.FIRST.x;
    }
  }
}
