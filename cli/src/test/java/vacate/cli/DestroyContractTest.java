// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.KernelBug;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * What the contract of {@code kmem_cache_destroy} is for: the last object is freed while the cache
 * is destroyed, free ‖ destroy, which no caller may let happen.
 */
class DestroyContractTest {
  /** Does not wait for who frees. */
  private static String destroyCache(Scene scene) {
    try {
      scene.slub.kmemCacheDestroy(scene.cpu(1), scene.cache);
      return "destroyed";
    } catch (KernelBug bug) {
      return bug.function;
    }
  }

  /** Both take the slab off its list, or one destroys what the other is in. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Posted {
    private final Scene scene = new Scene(Revision.POSTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void destroy(L_Result r) {
      r.r1 = destroyCache(scene);
    }
  }

  /** The one has list_lock and wants the slab lock, the other the other way round. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Corrected {
    private final Scene scene = new Scene(Revision.CORRECTED, 0, Shape.PARTIAL, 2);

    @Actor
    public void free() {
      scene.free(0, 0);
    }

    @Actor
    public void destroy(L_Result r) {
      r.r1 = destroyCache(scene);
    }
  }

  @Test
  void theCorrectedCodeDeadlocksWhereThePostedGoesOn() {
    Result corrected = Explorer.explore(Corrected.class, MemoryModel.SC);
    Result posted = Explorer.explore(Posted.class, MemoryModel.SC);

    assertThat(corrected.outcomeIds()).contains("deadlock", "destroyed");
    assertThat(posted.outcomeIds()).contains("destroyed").doesNotContain("deadlock");
  }
}
