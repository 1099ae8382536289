// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.claim.Control;
import vacate.claim.Expects;
import vacate.claim.Judge;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/** What the barrier in {@code put_page_testzero} is for (claim C5). */
public class LastPut {
  private LastPut() {}

  /**
   * {@code C5-put+release}: whoever puts the last reference has not seen the other's last store.
   * Allowed by Java; an x86 locked instruction is a full barrier. Columns: what the last one reads,
   * -1 for who was not the last.
   */
  @JCStressTest
  @Control("a put that is a release only may free a page whose last store it has not seen")
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  @Expects(
      value = Verdict.REFUTED,
      of = Judge.EXPLORER,
      under = {MemoryModel.JMM})
  // spotless:off
  @Outcome(id = {"-1, 1", "1, -1"}, expect = ACCEPTABLE,             desc = "last one sees all")
  @Outcome(id = {"-1, 0", "0, -1"}, expect = ACCEPTABLE_INTERESTING, desc = "stale page freed")
  // spotless:on
  @State
  public static class ReleaseOnly {
    private static final VarHandle COUNT;

    static {
      try {
        COUNT = MethodHandles.lookup().findVarHandle(ReleaseOnly.class, "count", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private int count = 2;
    private int lru;
    private int slab;

    @Actor
    public void vacate(II_Result r) {
      lru = 1;
      r.r1 = (int) COUNT.getAndAddRelease(this, -1) == 1 ? slab : -1;
    }

    @Actor
    public void owner(II_Result r) {
      slab = 1;
      r.r2 = (int) COUNT.getAndAddRelease(this, -1) == 1 ? lru : -1;
    }
  }
}
