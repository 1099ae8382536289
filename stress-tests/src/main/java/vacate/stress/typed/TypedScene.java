// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.typed;

import java.util.List;
import java.util.stream.IntStream;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Play;
import vacate.universe.Told;

/** What this JVM is told to play, set anew for each sample. */
public final class TypedScene {
  private static final String SCENARIO = "vacate.stress.scenario";
  private static final String REVISION = "vacate.stress.revision";

  private static final String REVISION_HERE =
      System.getProperty(REVISION, Revision.CORRECTED.label);

  private final Play play;
  private final int[] cpus;

  /**
   * @param usual played where nothing is told
   */
  TypedScene(String usual) {
    String scenario = System.getProperty(SCENARIO, usual);
    play = new Play(REVISION_HERE, scenario);
    cpus = acting(Scenario.parse(scenario));
  }

  /**
   * The test that plays a scenario.
   *
   * @throws IllegalArgumentException if on a JVM it cannot be played: nothing interrupts a thread
   *     to do something else on it, and no sample waits for a CPU that does nothing
   */
  public static Class<?> test(Scenario scenario) {
    if (!scenario.intrusions().isEmpty()) {
      throw new IllegalArgumentException("no JVM interrupts a thread for irq: or proc:");
    }
    return switch (acting(scenario).length) {
      case 1 -> Typed1.class;
      case 2 -> Typed2.class;
      case 3 -> Typed3.class;
      default -> Typed4.class;
    };
  }

  /** What a JVM is told, as flags. */
  public static List<String> flags(Revision revision, Scenario scenario) {
    return List.of("-D" + REVISION + "=" + revision.label, "-D" + SCENARIO + "=" + scenario);
  }

  private static int[] acting(Scenario scenario) {
    return IntStream.range(0, scenario.cpus().size()).filter(scenario::acts).toArray();
  }

  /** What the n-th of the CPUs that do something comes to. */
  String play(int n) {
    Told told = new Told();
    switch (cpus[n]) {
      case 0 -> play.cpu0(told);
      case 1 -> play.cpu1(told);
      case 2 -> play.cpu2(told);
      default -> play.cpu3(told);
    }
    return switch (cpus[n]) {
      case 0 -> told.cpu0;
      case 1 -> told.cpu1;
      case 2 -> told.cpu2;
      default -> told.cpu3;
    };
  }

  /** What the machine comes to. */
  String end() {
    Told told = new Told();
    play.after(told);
    return told.machine;
  }
}
