// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.claim;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Claim;
import vacate.claim.Expects;
import vacate.claim.Refutes;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C19}, free ‖ look, alloc ‖ look, vacate ‖ look: the lock bit, which is in the word
 * of the flags, is not undone by an update of them while the lock is held.
 */
public class C19_FlagUpdates {
  private C19_FlagUpdates() {}

  /** The lock bit, as its holder sees it. */
  abstract static class LockBit extends Look {
    LockBit(Revision revision, int flags, Shape shape) {
      super(revision, flags, shape);
    }

    @Override
    Held seen() {
      return Held.when(page.flags.testBit(PageFlag.PG_LOCKED));
    }
  }

  /** Broken: {@code discard_slab} clears PageSlab without the lock. */
  @JCStressTest
  @Refutes(Claim.C19)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "locked")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "the lock bit is undone")
  // spotless:on
  @State
  public static class Posted extends LockBit {
    public Posted() {
      super(Revision.POSTED, 0, Shape.PARTIAL);
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

  /** Broken: {@code new_slab} sets SlabDebug when the slab is found already. */
  @JCStressTest
  @Refutes(Claim.C19)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "locked")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "the lock bit is undone")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then the allocator waits for ever")
  // spotless:on
  @State
  public static class PostedStoreUser extends LockBit {
    public PostedStoreUser() {
      super(Revision.POSTED, SlabFlag.SLAB_STORE_USER, Shape.FRESH);
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

  /** Holds: the slab stays one, and who updates its flags has the lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C19)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "locked")
  @Outcome(              expect = FORBIDDEN,  desc = "the lock bit is undone")
  // spotless:on
  @State
  public static class PostedLive extends LockBit {
    public PostedLive() {
      super(Revision.POSTED, 0, Shape.FULL);
      scene.pin(0);
      scene.pin(1);
    }

    @Actor
    public void vacate() {
      scene.vacate(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds as it does in {@link PostedLive}: vacate and the look take turns by the lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C19)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS", expect = ACCEPTABLE, desc = "locked")
  @Outcome(              expect = FORBIDDEN,  desc = "the lock bit is undone")
  // spotless:on
  @State
  public static class CorrectedLive extends LockBit {
    public CorrectedLive() {
      super(Revision.CORRECTED, 0, Shape.FULL);
      scene.pin(0);
      scene.pin(1);
    }

    @Actor
    public void vacate() {
      scene.vacate(0);
    }

    @Actor
    public void look(L_Result r) {
      r.r1 = look(1);
    }
  }

  /** Holds: {@code discard_slab} unmakes the slab under its lock. */
  @JCStressTest
  @Verifies(Claim.C19)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "locked")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "the lock bit is undone")
  // spotless:on
  @State
  public static class Corrected extends LockBit {
    public Corrected() {
      super(Revision.CORRECTED, 0, Shape.PARTIAL);
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

  /** Holds: SlabDebug is set before PageSlab. */
  @JCStressTest
  @Verifies(Claim.C19)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "locked")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "the lock bit is undone")
  // spotless:on
  @State
  public static class CorrectedStoreUser extends LockBit {
    public CorrectedStoreUser() {
      super(Revision.CORRECTED, SlabFlag.SLAB_STORE_USER, Shape.FRESH);
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
