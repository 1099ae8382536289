// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static vacate.explorer.model.MemoryModel.SC;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Want of memory is a reason to stop, and no outcome of anybody's. */
class OutOfMemoryTest {
  @JCStressTest
  @Outcome(expect = ACCEPTABLE)
  @State
  public static class WantsMore {
    int x;

    @Actor
    public void a() {
      x = 1;
    }

    @Actor
    public void b(I_Result r) {
      try {
        r.r1 = x == 0 ? 0 : new long[Integer.MAX_VALUE - 8].length;
      } catch (OutOfMemoryError e) {
        r.r1 = -1;
      }
    }
  }

  /** On a machine with so much for it that the array fits, nothing is wanting. */
  @Test
  void whatWantsMoreIsBounded() {
    assumeThat(Runtime.getRuntime().maxMemory()).isLessThan(1L << 34);
    Result r = Explorer.explore(WantsMore.class, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(r.reason())
        .startsWith("stopped early, ")
        .endsWith(" MB of memory are not enough (-Xmx)");
  }

  /** What the program itself has made, of its own class or in another thread. */
  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN)
  @State
  public static class OfItsOwn {
    static class Mine extends OutOfMemoryError {
      private static final long serialVersionUID = 1;
    }

    volatile OutOfMemoryError made;

    @Actor
    public void a() {
      try {
        throw new Mine();
      } catch (OutOfMemoryError e) {
        made = new OutOfMemoryError();
      }
    }

    @Actor
    public void b(I_Result r) {
      OutOfMemoryError seen = made;
      try {
        if (seen != null) {
          throw seen;
        }
      } catch (OutOfMemoryError e) {
        r.r1 = 1;
      }
    }
  }

  @Test
  void whatIsMadeIsNotWanted() {
    Result r = Explorer.explore(OfItsOwn.class, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("0", "1");
  }
}
