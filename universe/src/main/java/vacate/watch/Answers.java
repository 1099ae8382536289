// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vacate.scene.Scenario;
import vacate.spec.Answer;

/**
 * What each operation of a scenario has answered, read off an outcome.
 *
 * @param cpus of each CPU that does something
 * @param slab whether the contested page is a slab in the end
 */
record Answers(List<OfCpu> cpus, boolean slab) {
  private static final String COLUMN = ", ";
  private static final String NEXT = "; ";
  private static final String BETWEEN = "[";

  private static final String NO_MEMORY = "NO_MEMORY";

  /** Where a CPU is told to have died when another called it. */
  private static final String FELL = "[ipi ";

  /**
   * @param cpu its number
   * @param main of its operations
   * @param between of what came between; null if nothing did
   */
  record OfCpu(int cpu, List<Answer> main, Answer between) {}

  /**
   * Null if some allocation found no memory, of which nothing is specified; if some operation did
   * not come to its end, or left the machine damaged.
   *
   * @param scenario in which each CPU that is interrupted does something itself
   */
  static Answers of(Scenario scenario, String outcome) {
    List<String> columns = List.of(outcome.split(COLUMN));
    String machine = columns.get(columns.size() - 1);
    if (!machine.equals("SLAB") && !machine.equals("FREE")) {
      return null;
    }
    List<OfCpu> cpus = new ArrayList<>();
    for (int cpu = 0; cpu < scenario.cpus().size(); cpu++) {
      if (scenario.acts(cpu)) {
        OfCpu answers = ofCpu(scenario, cpu, columns.get(cpus.size()));
        if (answers == null) {
          return null;
        }
        cpus.add(answers);
      }
    }
    return new Answers(cpus, machine.equals("SLAB"));
  }

  private static OfCpu ofCpu(Scenario scenario, int cpu, String told) {
    if (told.contains(FELL)) {
      return null;
    }
    int bracket = told.indexOf(BETWEEN);
    String main = (bracket < 0 ? told : told.substring(0, bracket)).strip();
    List<Answer> answers = Arrays.stream(main.split(NEXT)).map(Answer::new).toList();
    Answer between = null;
    if (bracket >= 0) {
      int word = told.indexOf(' ', bracket) + 1;
      between = new Answer(told.substring(word, told.indexOf(']', word)));
    }
    if (told.contains(NO_MEMORY)) {
      return null;
    }
    boolean died = answers.stream().anyMatch(Answer::died) || between != null && between.died();
    boolean all = answers.size() == scenario.cpus().get(cpu).size();
    return died || !all ? null : new OfCpu(cpu, answers, between);
  }
}
