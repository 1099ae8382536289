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
import vacate.claim.Judge;
import vacate.claim.Refutes;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Shape;

/**
 * {@link Claim#C7}, free ‖ look with a lock that is no barrier, at a slab that is not new: does it
 * miss what the last owner of the lock did?
 */
public class C07_WithoutBarrier {
  private C07_WithoutBarrier() {}

  /** The last object of a slab is freed; inuse and freelist say so both, or both do not yet. */
  abstract static class LastFree extends Look {
    private final long firstFree;

    LastFree(Revision revision) {
      super(revision, 0, Shape.PARTIAL);
      firstFree = page.freelist;
    }

    @Override
    final void lock(Cpu cpu) {
      BitSpinLock.lockUnordered(cpu, PageFlag.PG_LOCKED, page.flags);
    }

    @Override
    Held seen() {
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      int inuse = page.inuse;
      return Held.when(inuse == (page.freelist == firstFree ? 1 : 0));
    }
  }

  /** Broken, with a barrier or without: inuse is 0xffff while PageSlab is on. */
  @JCStressTest
  @Refutes(Claim.C7)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "inuse is as the last owner left it")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "inuse is another")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then somebody waits for ever")
  // spotless:on
  @State
  public static class Posted extends LastFree {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Broken where loads may pass each other: the slab is old, and its inuse is stale. */
  @JCStressTest
  @Refutes(Claim.C7)
  @Expects(Verdict.NOT_OBSERVED)
  @Expects(
      value = Verdict.PROVED,
      of = Judge.EXPLORER,
      under = {MemoryModel.SC, MemoryModel.TSO, MemoryModel.PSO})
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "inuse is as the last owner left it")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "inuse is stale")
  // spotless:on
  @State
  public static class Corrected extends LastFree {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }
}
