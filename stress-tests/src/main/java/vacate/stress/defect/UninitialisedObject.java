// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.defect;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Reproduces;
import vacate.claim.Verifies;
import vacate.explorer.Verdict;
import vacate.kernel.Cpu;
import vacate.mm.Gfp;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;

/**
 * Defect {@code uninitialised-object-kicked}: an object is allocated from the moment when {@code
 * kmem_cache_alloc} takes it, but its owner has not written it yet. In between the slab goes back
 * to the list, and a vacate calls get on whatever is there. alloc, flush, initialise ‖ vacate, in a
 * cache without a constructor.
 */
public class UninitialisedObject {
  private UninitialisedObject() {}

  /** The owner writes its object after all that. */
  abstract static class NoConstructor {
    private static final long READY = 1;

    private final Scene scene;
    private boolean garbage;

    NoConstructor(Revision revision) {
      scene = new Scene(revision, 0, Shape.FRESH, 2);
      scene.cache.ctor = null;
      scene.cache.ops = new KmemCacheOps(this::get, (cpu, s, nr, objects, pinned) -> {});
    }

    final void allocAndWrite() {
      Cpu cpu = scene.cpu(0);
      long object = scene.slub.kmemCacheAlloc(cpu, scene.cache, Gfp.KERNEL);
      scene.slub.flushAll(cpu, scene.cache);
      scene.slub.machine.memMap.store(object, READY);
    }

    private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
      for (int i = 0; i < nr; i++) {
        garbage |= scene.slub.machine.memMap.load(objects[i]) != READY;
      }
      return null;
    }

    final String vacate() {
      scene.vacate(1);
      return garbage ? "GARBAGE" : "FINE";
    }
  }

  /** Broken. */
  @JCStressTest
  @Reproduces(Defect.UNINITIALISED_OBJECT_KICKED)
  @Expects(
      value = {Verdict.OBSERVED, Verdict.NOT_OBSERVED},
      because = "the vacate has to come before the first write to the object")
  // spotless:off
  @Outcome(id = "FINE",    expect = ACCEPTABLE,             desc = "too early or too late")
  @Outcome(id = "GARBAGE", expect = ACCEPTABLE_INTERESTING, desc = "l: get of an object that nobody wrote")
  // spotless:on
  @State
  public static class Posted extends NoConstructor {
    public Posted() {
      super(Revision.POSTED);
    }

    @Actor
    public void alloc() {
      allocAndWrite();
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }

  /** Fixed: without a constructor nothing is kicked. */
  @JCStressTest
  @Verifies(cures = Defect.UNINITIALISED_OBJECT_KICKED)
  @Expects(Verdict.NOT_OBSERVED)
  // spotless:off
  @Outcome(id = "FINE", expect = ACCEPTABLE, desc = "gave up")
  @Outcome(             expect = FORBIDDEN,  desc = "l: get of an object that nobody wrote")
  // spotless:on
  @State
  public static class Corrected extends NoConstructor {
    public Corrected() {
      super(Revision.CORRECTED);
    }

    @Actor
    public void alloc() {
      allocAndWrite();
    }

    @Actor
    public void vacate(L_Result r) {
      r.r1 = vacate();
    }
  }
}
