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
import vacate.kernel.ListHead;
import vacate.revision.Revision;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C12}, free ‖ look, alloc ‖ look: flags, inuse, freelist and list links stay as they
 * are while the lock is held.
 */
public class C12_LockBlocks {
  private C12_LockBlocks() {}

  /** Everything that the lock protects is loaded twice. */
  abstract static class Locked extends Look {
    Locked(Revision revision, int flags, Shape shape) {
      super(revision, flags, shape);
    }

    @Override
    Held seen() {
      if (!page.isSlab()) {
        return Held.UNTESTED;
      }
      int flags = page.flags.read();
      int inuse = page.inuse;
      long freelist = page.freelist;
      ListHead next = page.lru.next;
      return Held.when(
          page.flags.read() == flags
              && page.inuse == inuse
              && page.freelist == freelist
              && page.lru.next == next);
    }
  }

  /** Broken: {@code discard_slab} takes no lock. */
  @JCStressTest
  @Refutes(value = Claim.C12, qualified = Claim.C12)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "nothing moves")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "changed under the lock")
  // spotless:on
  @State
  public static class Posted extends Locked {
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

  /** Broken: SetSlabDebug comes after PageSlab. */
  @JCStressTest
  @Refutes(value = Claim.C12, qualified = Claim.C12)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "nothing moves")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "not yet")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "changed under the lock")
  @Outcome(id = "deadlock", expect = ACCEPTABLE,             desc = "and then the allocator waits for ever")
  // spotless:on
  @State
  public static class PostedStoreUser extends Locked {
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

  /** Holds: {@code discard_slab} unmakes the slab under its lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C12)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "nothing moves")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "changed under the lock")
  // spotless:on
  @State
  public static class Corrected extends Locked {
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
  @Verifies(qualified = Claim.C12)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "nothing moves")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(                 expect = FORBIDDEN,  desc = "changed under the lock")
  // spotless:on
  @State
  public static class CorrectedStoreUser extends Locked {
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
