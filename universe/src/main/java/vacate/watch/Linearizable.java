// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;
import vacate.scene.Scenario;
import vacate.spec.History;
import vacate.spec.SequentialOrder;
import vacate.spec.SlabModel;

/**
 * Whether each execution of a scenario is linearizable: whether what the operations answer, and
 * leave behind, can be told as if each took place at once, in an order that keeps who was over
 * before who began.
 *
 * <p>Who was that depends on how an execution is told, of which there are many ways. Looked at are
 * those in which always the first thread that can go on does so, for each order of threads. In each
 * of them all that {@link Sequence} says comes first comes first, so each is a run as Lincheck's.
 * So what is called broken is so, and what no such telling shows is not.
 *
 * <p>An execution that no one order tells, as a weak model has them, is no such run, and no clock
 * is in it: who was over before is who the other may know of, by program order and reads-from.
 */
public final class Linearizable implements Monitor<String> {
  /** What is broken, in words. */
  public static final String BROKEN =
      "what the operations answer is explained by no order in which one comes after the other";

  private final Scenario scenario;
  private final List<Integer> cpus;
  private final Map<History, Boolean> explained = new ConcurrentHashMap<>();

  /**
   * @param cpus which CPU each thread is
   * @throws IllegalArgumentException if the scenario is not {@linkplain #specified specified}
   */
  public Linearizable(Scenario scenario, List<Integer> cpus) {
    if (!specified(scenario)) {
      throw new IllegalArgumentException(scenario + " is not specified");
    }
    this.scenario = scenario;
    this.cpus = List.copyOf(cpus);
  }

  /**
   * Whether it is known what all of a scenario may do one after the other; nothing is of a CPU that
   * is interrupted in doing nothing.
   */
  public static boolean specified(Scenario scenario) {
    return SlabModel.specifies(scenario)
        && scenario.intrusions().keySet().stream()
            .noneMatch(cpu -> scenario.cpus().get(cpu).isEmpty());
  }

  @Override
  public String name() {
    return "histories without an order";
  }

  @Override
  public boolean seesUnshared() {
    return false;
  }

  @Override
  public boolean findsFaults() {
    return true;
  }

  @Override
  public void see(Observed execution, Consumer<String> notes) {
    Answers answers = Answers.of(scenario, execution.outcome().toString());
    if (answers == null) {
      return; // nothing is specified of it, or what is told is worse
    }
    Timing timing = new Timing(execution, scenario, answers, cpus);
    for (History history : timing.histories()) {
      if (!explained.computeIfAbsent(history, h -> SequentialOrder.explains(scenario, h))) {
        notes.accept(BROKEN);
        return;
      }
    }
  }

  @Override
  public List<Finding<String>> conclude(Collection<String> notes, Names names) {
    return notes.stream().map(note -> new Finding<>(note, List.of(note))).toList();
  }
}
