// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import vacate.revision.Revision;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Scene;

/**
 * A scenario that is played: a method for each CPU, and one for the machine in the end. It is woven
 * like a test, so its arguments are text.
 */
public final class Play {
  /** How many CPUs there may be. */
  public static final int CPUS = 4;

  private final Scene scene;
  private final Operation[][] operations = new Operation[CPUS][];

  /**
   * @param revision its label
   * @param scenario as {@link Scenario#toString} writes it
   */
  public Play(String revision, String scenario) {
    Scenario played = Scenario.parse(scenario);
    for (int cpu = 0; cpu < CPUS; cpu++) {
      List<Operation> does = cpu < played.cpus().size() ? played.cpus().get(cpu) : List.of();
      operations[cpu] = does.toArray(new Operation[0]);
    }
    scene = new Scene(labelled(revision), played);
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
    told.cpu0 = perform(0);
  }

  public void cpu1(Told told) {
    told.cpu1 = perform(1);
  }

  public void cpu2(Told told) {
    told.cpu2 = perform(2);
  }

  public void cpu3(Told told) {
    told.cpu3 = perform(3);
  }

  /** A CPU that has died does no more. */
  private String perform(int cpu) {
    String told = null;
    for (Operation operation : operations[cpu]) {
      String word = scene.perform(cpu, operation);
      told = told == null ? word : told + Told.NEXT + word;
      if (Character.isLowerCase(word.charAt(0))) {
        break;
      }
    }
    return told;
  }

  /** When all are done. */
  public void after(Told told) {
    told.machine = scene.outcome();
  }
}
