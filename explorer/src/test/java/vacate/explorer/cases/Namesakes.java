// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Methods that share their name with an actor. */
public final class Namesakes {
  private Namesakes() {}

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class TwoActors {
    volatile int x;

    @Actor
    public void actor(I_Result r) {
      r.r1 = x;
    }

    @Actor
    public void actor(TwoActors state, I_Result r) {
      state.x = 1;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Overload {
    volatile int x;

    public void writer() {}

    @Actor
    public void reader(I_Result r) {
      r.r1 = x;
    }

    @Actor
    public void writer(Overload state) {
      state.x = 1;
    }

    public void reader() {}
  }

  static class Base {
    volatile int x;

    @Actor
    public void inherited() {
      x = 1;
    }
  }

  /** Has a bridge to the actor of its base, annotated by the compiler; jcstress sees none of it. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Bridge extends Base {
    @Actor
    public void own(I_Result r) {
      r.r1 = x;
    }
  }
}
