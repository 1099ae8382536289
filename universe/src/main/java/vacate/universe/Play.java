// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.function.BiPredicate;
import java.util.function.Function;
import vacate.mm.Machine;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.slub.Slub;

/**
 * A scenario that is played: a method for each CPU, and one for the machine in the end. It is woven
 * like a test, so its arguments are text.
 */
public class Play {
  /** How many CPUs there may be. */
  public static final int CPUS = 4;

  private final Scene scene;
  private final Player[] players = new Player[CPUS];

  /**
   * @param revision its label
   * @param scenario as {@link Scenario#toString} writes it
   */
  public Play(String revision, String scenario) {
    this(labelled(revision)::boot, Scenario.parse(scenario));
  }

  /** Of a version of the protocol that may be no {@link Revision}. */
  protected Play(Function<Machine, Slub> boot, Scenario played) {
    this(boot, played, Callees::answers);
  }

  /**
   * @param answers whether a CPU takes the calls of others itself
   */
  Play(Function<Machine, Slub> boot, Scenario played, BiPredicate<Scenario, Integer> answers) {
    scene = new Scene(boot, played);
    for (int cpu = 0; cpu < played.cpus().size(); cpu++) {
      players[cpu] =
          new Player(
              scene,
              cpu,
              played.cpus().get(cpu),
              played.intrusions().get(cpu),
              answers.test(played, cpu));
    }
  }

  private static Revision labelled(String label) {
    for (Revision revision : Revision.values()) {
      if (revision.label.equals(label)) {
        return revision;
      }
    }
    throw new IllegalArgumentException(label);
  }

  public void cpu0(Told told) {
    told.cpu0 = players[0].play();
  }

  public void cpu1(Told told) {
    told.cpu1 = players[1].play();
  }

  public void cpu2(Told told) {
    told.cpu2 = players[2].play();
  }

  public void cpu3(Told told) {
    told.cpu3 = players[3].play();
  }

  /** When all are done. */
  public void after(Told told) {
    told.machine = scene.outcome();
  }
}
