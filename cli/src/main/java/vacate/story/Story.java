// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.Comparator;
import java.util.List;
import vacate.explorer.Inspection;
import vacate.explorer.Progress;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/**
 * One execution of a test, told step by step. The same token is told the same on any machine.
 *
 * @param test its name
 * @param start the page before the first step; null if the test has none
 * @param steps what is done to the page and learned of it; empty if the test has none
 * @param delays where program order does not hold, a sentence each, and what forbids the outcome;
 *     what does was explored, so that a story takes longer to make than its execution
 */
public record Story(
    String test,
    MemoryModel model,
    Witness witness,
    PageState start,
    List<Step> steps,
    List<String> delays) {
  /** Which of several executions is told: the one with the least in it that surprises. */
  public static final Comparator<Witness> SHORTEST =
      Comparator.<Witness>comparingInt(w -> w.execution().passes().size())
          .thenComparingInt(w -> w.execution().switches())
          .thenComparingInt(w -> w.execution().order().size());

  public Story {
    steps = List.copyOf(steps);
    delays = List.copyOf(delays);
  }

  /**
   * Rebuilds an execution and tells it.
   *
   * @throws IllegalArgumentException if the token is none of this test under the model
   */
  public static Story of(StressTest test, ClassLoader loader, MemoryModel model, String token) {
    return of(Inspection.toReplay(test, loader, token), test, model, token, Progress.NONE);
  }

  /**
   * Rebuilds an execution and tells it.
   *
   * @param look nothing has run yet; after this it can be asked
   * @param progress hears of what is explored for advice
   */
  static Story of(
      Inspection look, StressTest test, MemoryModel model, String token, Progress progress) {
    boolean hasPage = PageMemory.has(look, "scene") || PageMemory.has(look, "page");
    PageMemory memory = hasPage ? new PageMemory(look) : null;
    PageState start = hasPage ? memory.state() : null;
    Witness witness = look.replay(model, token);
    List<Step> steps = hasPage ? new Narrator(witness.execution(), memory).tell() : List.of();
    return new Story(
        test.call(), model, witness, start, steps, Delays.of(witness, steps, progress));
  }

  /**
   * What in the program comes after a step and yet takes effect before it, because the model lets
   * one of the step's accesses be passed: the first such step as it is told; null if there is none.
   */
  public Step passedBy(Step step) {
    return steps.stream()
        .filter(
            other ->
                other != step
                    && witness.execution().passes().stream()
                        .anyMatch(
                            p ->
                                step.events().contains(p.first())
                                    && other.events().contains(p.second())))
        .findFirst()
        .orElse(null);
  }
}
