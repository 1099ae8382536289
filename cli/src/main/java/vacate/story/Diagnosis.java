// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import vacate.explorer.Inspection;
import vacate.explorer.Progress;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Aftermath;

/**
 * An execution told step by step, and what is wrong after it.
 *
 * @param meaning what the test says of its outcome
 * @param findings what the invariant checker says of the machine after it; empty if nothing is
 *     wrong, null if the test has no machine that could be checked
 */
public record Diagnosis(Story story, String meaning, List<String> findings) {
  public Diagnosis {
    findings = findings == null ? null : List.copyOf(findings);
  }

  /**
   * Rebuilds an execution and tells it.
   *
   * @param look into the test, as it is or with something changed; nothing has run yet
   * @param progress hears of what is explored for advice
   * @throws IllegalArgumentException if the token is none of this test under the model
   */
  public static Diagnosis of(
      Inspection look, StressTest test, MemoryModel model, String token, Progress progress) {
    boolean scene = PageMemory.has(look, "scene");
    Story story = Story.of(look, test, model, token, progress);
    String outcome = story.witness().execution().outcome();
    return new Diagnosis(
        story,
        outcome == null ? "waits for what never comes" : test.clauseFor(outcome).description(),
        scene && outcome != null && Aftermath.in(outcome).isPresent()
            ? look.ask("scene", "damage")
            : null);
  }
}
