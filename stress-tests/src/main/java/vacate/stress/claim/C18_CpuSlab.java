// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Refutes;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Shape;

/**
 * {@link Claim#C18}, alloc ‖ look: CPU 0 takes an object off its own slab while another CPU holds
 * the slab's lock.
 */
public class C18_CpuSlab {
  private C18_CpuSlab() {}

  /** A slab from which CPU 0 is allocating. */
  abstract static class CpuSlab extends Look {
    CpuSlab(Revision revision) {
      super(revision, 0, Shape.CPU_SLAB);
    }

    @Override
    Held seen() {
      long next = page.locklessFreelist;
      return Held.when(page.locklessFreelist == next);
    }
  }

  /** Broken: the lockless_freelist came later than the sentence. */
  @JCStressTest
  @Refutes(Claim.C18)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",  expect = ACCEPTABLE,             desc = "nothing is allocated")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "allocated under the lock")
  // spotless:on
  @State
  public static class Posted extends CpuSlab {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken all the same: it is the wording. */
  @JCStressTest
  @Refutes(Claim.C18)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",  expect = ACCEPTABLE,             desc = "nothing is allocated")
  @Outcome(id = "BROKEN", expect = ACCEPTABLE_INTERESTING, desc = "allocated under the lock")
  // spotless:on
  @State
  public static class Corrected extends CpuSlab {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      scene.alloc(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
