// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vacate.explorer.Deadline;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.work.Parallel;
import vacate.work.Stoppable;

/** Tries one mutant after the other, several at once. */
final class MutantSweep {
  private final MemoryModel model;
  private final List<Scenario> scenarios;
  private final Deadline deadline;
  private final Unchanged unchanged;
  private final Stoppable work = new Stoppable();
  private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param most scenarios with more executions in the protocol as it is are left out
   * @param deadline after which none is begun, and what is at work ends
   */
  MutantSweep(MemoryModel model, List<Scenario> scenarios, long most, Deadline deadline) {
    this.model = model;
    this.scenarios = scenarios;
    this.deadline = deadline;
    unchanged = new Unchanged(model, most);
  }

  /**
   * Tries some.
   *
   * @param each is told of each as soon as it is known, by one thread
   * @return what became of them, by their ids; of those that were not tried to the end nothing
   */
  Map<String, Fate> run(List<Variant> mutants, int jobs, Consumer<Fate> each) {
    Ordeal trial = new Ordeal(model, scenarios, unchanged, this::goesOn);
    List<Callable<Optional<Fate>>> pieces = new ArrayList<>();
    mutants.forEach(mutant -> pieces.add(() -> tried(trial, mutant)));
    Map<String, Fate> fates = new HashMap<>();
    Parallel.all(
        pieces,
        jobs,
        fate ->
            fate.ifPresent(
                known -> {
                  fates.put(known.id(), known);
                  each.accept(known);
                }));
    return fates;
  }

  private Optional<Fate> tried(Ordeal trial, Variant mutant) {
    try {
      return work.run(() -> goesOn() ? trial.of(mutant) : Optional.<Fate>empty())
          .flatMap(fate -> fate);
    } catch (RuntimeException | Error e) {
      faults.add(new IllegalStateException(mutant.text(), e));
      return Optional.empty();
    }
  }

  private boolean goesOn() {
    return !work.isStopped() && !deadline.isPast();
  }

  /** Ends all that is at work soon, and begins no other; from any thread. */
  void stop() {
    work.stop();
  }

  boolean isStopped() {
    return work.isStopped();
  }

  /** What the explorer itself failed in; those mutants count as not tried. */
  List<Throwable> faults() {
    return List.copyOf(faults);
  }
}
