// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import vacate.spec.History;
import vacate.spec.SequentialOrder;

/**
 * One scenario while it is judged: counts the runs and says what is wrong with each. Lincheck
 * carries it as an argument of the first operation, so that the verifier, which Lincheck makes, can
 * find it.
 */
public final class Experiment {
  final Staging staging;
  private final Predicate<Fault> sought;
  private final Map<String, List<Fault>> known = new HashMap<>();
  private long runs;
  private Fault fault;

  /**
   * @param sought which faults count
   */
  Experiment(Staging staging, Predicate<Fault> sought) {
    this.staging = staging;
    this.sought = sought;
  }

  /** Runs so far. */
  long runs() {
    return runs;
  }

  /** What stopped it, or null. */
  Fault fault() {
    return fault;
  }

  /** Takes the next run; returns whether it is fine as far as the scenario asks. */
  boolean accepts(ExecutionResult results) {
    runs++;
    for (Fault found : known.computeIfAbsent(results.toString(), text -> faults(results))) {
      if (sought.test(found)) {
        fault = found;
        return false;
      }
    }
    return true;
  }

  /** Everything that is wrong with the run, the most telling first. */
  private List<Fault> faults(ExecutionResult results) {
    LincheckRun run = LincheckRun.of(staging.scenario(), results);
    History history = run.history();
    List<Fault> faults = new ArrayList<>();
    for (History.Event event : history.events()) {
      if (event.answer().died()) {
        faults.add(new Fault(event.answer().word(), event.call() + " died in it"));
      }
    }
    if (!faults.isEmpty()) {
      // What the dead leave behind, a lock for one, is no fault of its own.
      return faults;
    }
    for (String finding : run.ending().findings()) {
      int colon = finding.indexOf(": ");
      faults.add(new Fault(finding.substring(0, colon), finding.substring(colon + 2)));
    }
    if (!SequentialOrder.explains(staging.scenario(), history)) {
      String kind =
          SequentialOrder.explainsWithoutSuccess(staging.scenario(), history)
              ? Fault.FALSE_SUCCESS
              : Fault.NOT_LINEARIZABLE;
      faults.add(new Fault(kind, told(run)));
    }
    return faults;
  }

  private static String told(LincheckRun run) {
    StringBuilder text = new StringBuilder();
    for (History.Event event : run.history().events()) {
      text.append(event.call()).append(" said ").append(event.answer()).append(", ");
    }
    return text.append("the page is ")
        .append(run.ending().slab() ? "a slab" : "free")
        .append(" with ")
        .append(run.ending().objects())
        .append(" objects in use")
        .toString();
  }

  @Override
  public String toString() {
    return staging.name();
  }
}
