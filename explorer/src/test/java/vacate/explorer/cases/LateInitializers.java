// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Class initialisers that an actor sets off. */
public final class LateInitializers {
  private LateInitializers() {}

  static class Pair {
    static int x;
    static int y;

    static {
      y = 0;
    }
  }

  /** Two fields, of which the second becomes known while the first does. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Dekker {
    @Actor
    public void left(II_Result r) {
      Pair.x = 1;
      r.r1 = Pair.y;
    }

    @Actor
    public void right(II_Result r) {
      Pair.y = 1;
      r.r2 = Pair.x;
    }
  }

  static class Own {
    static final int[] squares = new int[3];
    static int next;
    static int[] made;

    static {
      for (next = 0; next < squares.length; next++) {
        squares[next] = next * next;
      }
      made = squares;
    }
  }

  /** What is the class's own is the same whoever comes first. */
  @JCStressTest
  @State
  @Outcome(id = "4, 3", expect = Expect.ACCEPTABLE)
  @Outcome(id = "0, 3", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class UsesItsOwn {
    @Actor
    public void left(II_Result r) {
      r.r1 = Own.made[2];
      r.r2 = Own.next;
    }

    @Actor
    public void right() {
      Own.squares[2] = 0;
    }
  }
}
