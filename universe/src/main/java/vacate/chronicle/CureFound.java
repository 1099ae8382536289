// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.Arrays;
import java.util.function.Predicate;
import vacate.explorer.Verdict;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * What exploring a scenario said of a cure, under all models.
 *
 * @param verdict the worst of all models
 * @param executions of all models, complete and blocked
 * @param because the outcome that refutes it, or why not every execution was visited; empty if all
 *     were and nothing is broken
 */
public record CureFound(
    Revision revision, Scenario scenario, Verdict verdict, long executions, String because) {
  private static final String TAB = "\t";
  private static final int COLUMNS = 5;

  /** A line of text: {@code corrected20071128 kept: shrink PROVED 4}, with tabs between. */
  public String text() {
    return String.join(
        TAB,
        revision.label,
        scenario.toString(),
        verdict.name(),
        String.valueOf(executions),
        because);
  }

  /**
   * What {@link #text} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static CureFound read(String line) {
    String[] parts = line.split(TAB, -1);
    if (parts.length != COLUMNS) {
      throw refused(line);
    }
    return new CureFound(
        one(Revision.values(), r -> r.label.equals(parts[0]), line),
        Scenario.parse(parts[1]),
        one(Verdict.values(), v -> v.name().equals(parts[2]), line),
        Long.parseLong(parts[COLUMNS - 2]),
        parts[COLUMNS - 1]);
  }

  private static <T> T one(T[] all, Predicate<T> is, String line) {
    return Arrays.stream(all).filter(is).findFirst().orElseThrow(() -> refused(line));
  }

  private static IllegalArgumentException refused(String line) {
    return new IllegalArgumentException("nothing found of a cure: " + line);
  }
}
