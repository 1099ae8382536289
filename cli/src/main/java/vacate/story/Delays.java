// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.ExecutionGraph;
import vacate.explorer.ExecutionGraph.Event;
import vacate.explorer.ExecutionGraph.Pass;

/** Where program order does not hold in an execution, in sentences about what the steps tell. */
final class Delays {
  private Delays() {}

  /** A sentence for each access that others pass. */
  static List<String> of(ExecutionGraph execution, List<Step> steps) {
    Map<String, Set<String>> passing = new LinkedHashMap<>();
    for (Pass p : execution.passes()) {
      if (isTold(p.first(), steps) && isTold(p.second(), steps)) {
        String late = execution.actors().get(p.first().actor()) + ": " + what(p.first(), steps);
        passing
            .computeIfAbsent(late + "\n" + p.remedy(), key -> new LinkedHashSet<>())
            .add(what(p.second(), steps));
      }
    }
    return passing.entrySet().stream().map(Delays::sentence).collect(Collectors.toList());
  }

  private static String sentence(Map.Entry<String, Set<String>> late) {
    String[] key = late.getKey().split("\n");
    return key[0]
        + " is late, the model lets it be passed by "
        + String.join(", ", late.getValue())
        + "; "
        + barriers(key[1])
        + " would have forbidden it.";
  }

  /** Java's fences by the kernel's names. */
  private static String barriers(String remedy) {
    return remedy
        .replace("a storeStoreFence", "an smp_wmb")
        .replace("a loadLoadFence", "an smp_rmb")
        .replace("a fullFence", "an smp_mb");
  }

  private static boolean isTold(Event e, List<Step> steps) {
    return steps.stream().anyMatch(step -> step.events().contains(e));
  }

  private static String what(Event e, List<Step> steps) {
    Step step = steps.stream().filter(s -> s.events().contains(e)).findFirst().orElseThrow();
    String field = e.location().substring(e.location().lastIndexOf('.') + 1);
    String access = e.written() == null ? "load" : e.read() == null ? "store" : "update";
    return access + " of " + (field.equals("word") ? "flags" : field) + " in " + step.function();
  }
}
