// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.Inspection;
import vacate.explorer.Progress;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.invariant.Violation;

/**
 * An execution told step by step, and what is wrong after it.
 *
 * @param meaning what the test says of its outcome
 * @param findings what the invariant checker says of the machine after it; empty if nothing is
 *     wrong, null if the test has no machine that could be checked
 */
public record Diagnosis(Story story, String meaning, List<String> findings) {
  /** What {@link vacate.scene.Scene#outcome} says last. */
  private static final Set<String> DAMAGE =
      Arrays.stream(Violation.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SOUND = Set.of("SLAB", "FREE");

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
        scene && isMachine(outcome) ? look.ask("scene", "findings") : null);
  }

  /** Whether the last word of an outcome is of the machine. */
  private static boolean isMachine(String outcome) {
    return outcome != null && (isDamage(outcome) || SOUND.contains(lastWord(outcome)));
  }

  /** Whether an outcome says that the machine is broken. */
  static boolean isDamage(String outcome) {
    return DAMAGE.contains(lastWord(outcome));
  }

  private static String lastWord(String outcome) {
    return outcome.substring(outcome.lastIndexOf(' ') + 1);
  }
}
