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
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * {@link Claim#C13}, free ‖ vacate in a cache that has a full list: {@code list_del} finds the slab
 * on it.
 */
public class C13_OnTheList {
  private C13_OnTheList() {}

  /** The last object of a slab is freed. */
  abstract static class LastFree {
    final Scene scene;

    LastFree(Revision revision) {
      scene = new Scene(revision, SlabFlag.SLAB_STORE_USER, Shape.PARTIAL, 2);
    }

    final Held vacate(int cpu) {
      String end = scene.vacate(cpu);
      if (end.startsWith("EMPTIED") || end.startsWith("LEFTOVER")) {
        return Held.HOLDS;
      }
      return end.equals("list_del") ? Held.BROKEN : Held.UNTESTED;
    }
  }

  /** Broken: a dying slab is on no list. */
  @JCStressTest
  @Refutes(Claim.C13)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "it has to happen between two accesses")
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE,             desc = "it was on its list")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE,             desc = "gave up")
  @Outcome(id = "BROKEN",   expect = ACCEPTABLE_INTERESTING, desc = "list_del of a page on no list")
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
      r.r1 = vacate(1);
    }
  }

  /** Holds: a dying slab is not taken. */
  @JCStressTest
  @Verifies(Claim.C13)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "HOLDS",    expect = ACCEPTABLE, desc = "it was on its list")
  @Outcome(id = "UNTESTED", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(                 expect = FORBIDDEN,  desc = "list_del of a page on no list")
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
      r.r1 = vacate(1);
    }
  }
}
