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
import vacate.kernel.BitSpinLock;
import vacate.kernel.Cpu;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;

/**
 * {@link Claim#C18}, free ‖ vacate, in whose get and kick a third CPU tries for the slab lock: a
 * vacate whose lock bit {@code discard_slab} has wiped puts the dying slab on the partial list,
 * whoever holds the lock then.
 */
public class C18_DyingSlab {
  private C18_DyingSlab() {}

  /** The last object of a slab is freed; the vacate moves nothing. */
  abstract static class LastFree {
    final Scene scene;
    private final Page page;
    private final Cpu third;
    private boolean locked;
    private boolean listed;
    private Held held = Held.UNTESTED;

    LastFree(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 3);
      page = scene.page;
      third = scene.cpu(2);
      scene.cache.ops = new KmemCacheOps(this::get, this::kick);
    }

    /** The vacate has the lock; if the third CPU gets it, too, it keeps it. */
    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      locked = tryLock();
      return null;
    }

    /** The vacate does not have the lock; if the third CPU gets it, it lets it go again. */
    private void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
      if (!locked && tryLock()) {
        held = Held.when(listed == isListed());
        BitSpinLock.unlock(third, PageFlag.PG_LOCKED, page.flags);
      }
    }

    private boolean tryLock() {
      boolean had = BitSpinLock.trylock(third, PageFlag.PG_LOCKED, page.flags);
      listed = isListed();
      return had;
    }

    private boolean isListed() {
      return page.lru.next == scene.cache.getNode().partial;
    }

    final Held vacate() {
      scene.vacate(1);
      return locked ? Held.when(listed == isListed()) : held;
    }
  }

  /** Broken: two hold the lock. */
  @JCStressTest
  @Refutes(Claim.C18)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "it stays where it is")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "locked, or gone")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "put on the list under the lock")
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
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }

  /** Holds: {@code discard_slab} writes the flags under the lock. */
  @JCStressTest
  @Verifies(qualified = Claim.C18)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "it stays where it is")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "locked, or gone")
  @Outcome(                 expect = FORBIDDEN,  desc = "put on the list under the lock")
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
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }
}
