// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which calls are made, by their numbers.
 *
 * @param before one after the other, before the threads start
 * @param threads what each does
 * @param after one after the other, when all have ended
 */
record CallScenario(List<Integer> before, List<List<Integer>> threads, List<Integer> after) {
  CallScenario {
    before = List.copyOf(before);
    threads = threads.stream().map(List::copyOf).toList();
    after = List.copyOf(after);
  }

  /** How many calls there are. */
  int size() {
    return before.size() + after.size() + threads.stream().mapToInt(List::size).sum();
  }

  /** The parts in their order: before, each thread, after. */
  List<List<Integer>> parts() {
    List<List<Integer>> parts = new ArrayList<>();
    parts.add(before);
    parts.addAll(threads);
    parts.add(after);
    return parts;
  }

  /** For {@code PlayedCalls}. */
  String plan() {
    return parts().stream()
        .map(part -> part.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .collect(Collectors.joining("|"));
  }

  /** As in {@code [push(0)] pop() | pop(); push(1) [pop()]}. */
  String text(List<Call> calls) {
    String parallel = threads.stream().map(t -> text(t, calls)).collect(Collectors.joining(" | "));
    return (before.isEmpty() ? "" : "[" + text(before, calls) + "] ")
        + parallel
        + (after.isEmpty() ? "" : " [" + text(after, calls) + "]");
  }

  private static String text(List<Integer> part, List<Call> calls) {
    return part.stream().map(c -> calls.get(c).toString()).collect(Collectors.joining("; "));
  }
}
