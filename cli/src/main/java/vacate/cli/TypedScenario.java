// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.scene.ScenarioException;
import vacate.universe.ScenarioQuestion;

/** A scenario that was typed. */
final class TypedScenario {
  private TypedScenario() {}

  /**
   * Reads it, as a question to a revision.
   *
   * @param revision its name as it was typed
   * @throws UsageException if it is none, with a caret below the place, or nobody may do that
   */
  static ScenarioQuestion parse(String text, String revision) {
    Revision of = TypedNames.parse("--revision", List.of(revision), Revision.values()).get(0);
    try {
      return new ScenarioQuestion(of, Scenario.parse(text));
    } catch (ScenarioException e) {
      throw new UsageException(e.getMessage(), pointer(text, e.at()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static List<String> pointer(String text, int at) {
    return text.lines().count() > 1
        ? List.of()
        : List.of("  " + text.replace('\t', ' '), "  " + " ".repeat(at) + "^");
  }
}
