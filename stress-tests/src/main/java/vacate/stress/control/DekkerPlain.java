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
import vacate.explorer.model.MemoryModel;

/**
 * Dekker on plain fields. Each store may stay in a buffer while the other field is read.
 *
 * <pre>
 *   x86-64, 2 cores, JDK 17      samples        0, 0
 *   DekkerPlain               44,781,644  24,576,872
 * </pre>
 */
@JCStressTest
@State
@Control("this machine races: two threads run at the same time and reorder")
@Expects(Verdict.OBSERVED)
@Expects(
    value = Verdict.PROVED,
    of = Judge.EXPLORER,
    under = {MemoryModel.SC})
@Expects(
    value = Verdict.REFUTED,
    of = Judge.EXPLORER,
    under = {MemoryModel.TSO, MemoryModel.PSO, MemoryModel.JMM})
// spotless:off
@Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = Expect.ACCEPTABLE,             desc = "some order of the four accesses")
@Outcome(id = "0, 0",                   expect = Expect.ACCEPTABLE_INTERESTING, desc = "both loads overtook a store")
// spotless:on
public class DekkerPlain {
  int x;
  int y;

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
