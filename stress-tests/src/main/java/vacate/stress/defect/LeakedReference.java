// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.defect;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * Defect {@code reference-leaked-on-oom}: in the version of 18 May 2007 a vacate that has no memory
 * for the vector returns without dropping its page reference. vacate, alone; then the last object
 * is freed, and the page is not.
 */
public class LeakedReference {
  private LeakedReference() {}

  /** A slab with one object in use, and no memory. */
  abstract static class NoMemory {
    private final Scene scene;

    NoMemory(Revision revision) {
      scene = new Scene(revision, 0, Shape.PARTIAL, 1);
      scene.cpu(0).failKmalloc(1);
    }

    final void vacateAndFree() {
      scene.vacate(0);
      scene.free(0, 0);
    }

    final String after() {
      return scene.outcome();
    }
  }

  /** Broken: {@code if (!vector) return 0}. */
  @JCStressTest
  @Reproduces(Defect.REFERENCE_LEAKED_ON_OOM)
  @Expects(Verdict.OBSERVED)
  @Outcome(id = "REFERENCE_WRONG", expect = ACCEPTABLE_INTERESTING, desc = "m1: page lost")
  @State
  public static class Posted20070518 extends NoMemory {
    public Posted20070518() {
      super(Revision.POSTED_20070518);
    }

    @Actor
    public void vacate() {
      vacateAndFree();
    }

    @Arbiter
    public void look(L_Result r) {
      r.r1 = after();
    }
  }

  /** Fixed on 7 June by the label out2. */
  @JCStressTest
  @Verifies(cures = Defect.REFERENCE_LEAKED_ON_OOM)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "FREE", expect = ACCEPTABLE, desc = "page free")
  @Outcome(             expect = FORBIDDEN,  desc = "m1: page lost")
  // spotless:on
  @State
  public static class Posted extends NoMemory {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void vacate() {
      vacateAndFree();
    }

    @Arbiter
    public void look(L_Result r) {
      r.r1 = after();
    }
  }

  /** Fixed as posted. */
  @JCStressTest
  @Verifies(cures = Defect.REFERENCE_LEAKED_ON_OOM)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "FREE", expect = ACCEPTABLE, desc = "page free")
  @Outcome(             expect = FORBIDDEN,  desc = "m1: page lost")
  // spotless:on
  @State
  public static class Corrected extends NoMemory {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void vacate() {
      vacateAndFree();
    }

    @Arbiter
    public void look(L_Result r) {
      r.r1 = after();
    }
  }
}
