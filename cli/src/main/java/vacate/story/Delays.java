// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.Advice;
import vacate.explorer.Progress;
import vacate.explorer.Witness;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.weaken.InsertedFence;
import vacate.explorer.weaken.Kind;
import vacate.explorer.weaken.Mend;
import vacate.explorer.weaken.Order;

/**
 * Where program order does not hold in an execution, in sentences about what the steps tell, and
 * which barriers forbid its outcome.
 */
final class Delays {
  private static final String LATE = " is late, the model lets it be passed by ";
  private static final String NO_ORDER =
      " is told late and is not: the model lets CPUs see writes in orders that do not fit together."
          + " Told before it: ";

  private Delays() {}

  /** A sentence for each access that others pass, and one for what was tried against it. */
  static List<String> of(Witness witness, List<Step> steps, Progress progress) {
    Execution execution = witness.execution();
    Map<String, Set<String>> passing = new LinkedHashMap<>();
    for (Pass p : execution.passes()) {
      if (isTold(p.first(), steps) && isTold(p.second(), steps)) {
        String late =
            execution.actors().get(p.first().actor())
                + ": "
                + what(p.first(), steps)
                + (p.explained() ? LATE : NO_ORDER);
        passing.computeIfAbsent(late, key -> new LinkedHashSet<>()).add(what(p.second(), steps));
      }
    }
    List<String> sentences = new ArrayList<>();
    passing.forEach((late, earlier) -> sentences.add(late + String.join(", ", earlier) + "."));
    if (!passing.isEmpty()) {
      sentences.addAll(
          inBarriers(witness.advice(progress)).sentences(mend -> words(mend, execution)));
    }
    return sentences;
  }

  /** The kernel has barriers and no access modes: what they forbid needs nothing else said. */
  private static Advice inBarriers(Advice advice) {
    List<Advice.Cure> barriers =
        advice.cures().stream()
            .filter(cure -> cure.mends().stream().allMatch(InsertedFence.class::isInstance))
            .toList();
    return barriers.isEmpty()
        ? advice
        : new Advice(barriers, advice.failed(), advice.executions(), advice.dependent());
  }

  private static String words(Mend mend, Execution execution) {
    String access =
        execution.order().stream()
            .filter(e -> isAt(e, mend.at()))
            .findFirst()
            .map(e -> access(e) + " in " + function(e))
            .orElseGet(() -> mend.at().toString());
    return mend instanceof InsertedFence f
        ? barrier(f.fence()) + " before the " + access
        : mend.toString();
  }

  private static boolean isAt(Event e, Mend.Place place) {
    Kind kind = !e.reads() ? Kind.STORE : !e.writes() ? Kind.LOAD : Kind.UPDATE;
    return e.location() != null && kind == place.kind() && e.stack().equals(place.stack());
  }

  private static String function(Event e) {
    String function = KernelFunction.innermost(e);
    return function != null ? function : e.stack().get(e.stack().size() - 1).method();
  }

  private static String barrier(Order fence) {
    return switch (fence) {
      case LOADS -> "an smp_rmb";
      case STORES -> "an smp_wmb";
      default -> "an smp_mb";
    };
  }

  private static boolean isTold(Event e, List<Step> steps) {
    return steps.stream().anyMatch(step -> step.events().contains(e));
  }

  private static String what(Event e, List<Step> steps) {
    Step step = steps.stream().filter(s -> s.events().contains(e)).findFirst().orElseThrow();
    return access(e) + " in " + step.function();
  }

  private static String access(Event e) {
    String access = !e.writes() ? "load" : !e.reads() ? "store" : "update";
    String field = e.location().name();
    return access + " of " + (field.equals("word") ? "flags" : field);
  }
}
