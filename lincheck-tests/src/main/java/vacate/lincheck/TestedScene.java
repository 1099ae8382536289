// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import vacate.kernel.Unshared;
import vacate.scene.Scene;

/**
 * What Lincheck calls: a {@link Scene} that is arranged before the actors start, and looked over
 * after they are done. Lincheck makes one for each run.
 */
public final class TestedScene {
  private Scene scene;

  /** The part before the actors: sets the scene. */
  public void arrange(Experiment experiment) {
    scene = experiment.staging.setUp();
  }

  public String alloc(int cpu) {
    return scene().alloc(cpu);
  }

  public String free(int cpu, int slot) {
    return scene().free(cpu, slot);
  }

  public String vacate(int cpu) {
    return scene().vacate(cpu);
  }

  public String shrink(int cpu) {
    return scene().shrink(cpu);
  }

  public String destroy(int cpu, int slot) {
    return scene().destroy(cpu, slot);
  }

  /** The part after the actors: the state of the page, and what is wrong with the machine. */
  public String ended() {
    return FinalState.of(scene()).toString();
  }

  @Unshared(always = true, because = "Which scene it is is settled before the actors run.")
  private Scene scene() {
    return scene;
  }
}
