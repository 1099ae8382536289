// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.explorer.Explorer;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.kernel.Cpu;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.slub.SlabFlag;

/**
 * What a grace period promises, discard ‖ reader: who finds a slab with interrupts off finds its
 * cache, too, until he has them on again.
 */
class GracePeriodTest {
  private static Scene scene() {
    return new Scene(Revision.CORRECTED, SlabFlag.SLAB_DESTROY_BY_RCU, Shape.PARTIAL, 2);
  }

  private static String read(Scene scene) {
    Cpu cpu = scene.cpu(1);
    boolean flags = cpu.localIrqSave();
    boolean slab = scene.page.isSlab();
    boolean cache = scene.page.slab != null;
    cpu.localIrqRestore(flags);
    cpu.goIdle();
    return slab && !cache ? "gone" : "fine";
  }

  /** The slab is discarded, and freed when the reader is through. */
  @JCStressTest
  @Outcome(id = "fine", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Waiting {
    private final Scene scene = scene();

    @Actor
    public void discard() {
      scene.free(0, 0);
      scene.gracePeriod(0);
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = read(scene);
    }
  }

  /** Nobody waits for the reader. */
  @JCStressTest
  @Outcome(id = "fine", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class NotWaiting {
    private final Scene scene = scene();

    @Actor
    public void discard() {
      scene.free(0, 0);
      scene.slub.rcuGracePeriodEnds(scene.cpu(0));
    }

    @Actor
    public void reader(L_Result r) {
      r.r1 = read(scene);
    }
  }

  /** What was done before on a CPU is seen when its grace period is over. */
  @JCStressTest
  @Outcome(id = "seen", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Seeing {
    private final Scene scene = scene();
    private boolean done;

    @Actor
    public void discard(L_Result r) {
      scene.free(0, 0);
      scene.gracePeriod(0);
      r.r1 = done ? "seen" : "lost";
    }

    @Actor
    public void other() {
      done = true;
      scene.gracePeriod(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGracePeriodEndsWhenEachReaderIsThroughAndNotBefore(MemoryModel model) {
    assertThat(Explorer.explore(Waiting.class, model).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(Explorer.explore(NotWaiting.class, model).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDoneBeforeAGracePeriodIsSeenAfterIt(MemoryModel model) {
    assertThat(Explorer.explore(Seeing.class, model).verdict()).isEqualTo(Verdict.PROVED);
  }
}
