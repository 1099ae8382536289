// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.control;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.explorer.Verdict;

/**
 * Dekker on volatile fields: the same stores and loads in one order that all agree on. A judge that
 * sees both loads overtake is broken, or the machine is.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples        0, 0
 *   DekkerVolatile             9,783,448           0
 * </pre>
 */
@JCStressTest
@State
@Control("volatile is what it says: nothing is seen that cannot be")
@Expects(Verdict.NOT_OBSERVED)
@Expects(value = Verdict.PROVED, of = Judge.EXPLORER)
// spotless:off
@Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "some order of the four accesses")
@Outcome(                               expect = Expect.FORBIDDEN,  desc = "both loads overtook a store")
// spotless:on
public class DekkerVolatile {
  volatile int x;
  volatile int y;

  @Actor
  public void left(II_Result r) {
    x = 1;
    r.r1 = y;
  }

  @Actor
  public void right(II_Result r) {
    y = 1;
    r.r2 = x;
  }
}
