// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit.cases;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** No test itself: two are in it. */
public class Mailbox {
  /** Right but for weak memory. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "an empty letter")
  @State
  public static class Plain {
    int full;
    int letter;

    @Actor
    public void send() {
      letter = 42;
      full = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = full;
      r.r2 = r.r1 == 1 ? letter : 0;
    }
  }

  /** Right. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 42"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "an empty letter")
  @State
  public static class Volatile {
    volatile int full;
    int letter;

    @Actor
    public void send() {
      letter = 42;
      full = 1;
    }

    @Actor
    public void receive(II_Result r) {
      r.r1 = full;
      r.r2 = r.r1 == 1 ? letter : 0;
    }
  }
}
