// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.search.Decisions;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Replay;

/**
 * Executions that the search's own program does again. What several models show is done once.
 *
 * @see Decisions
 */
final class Replays {
  private record Choices(int[][] ofThreads) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Choices c && Arrays.deepEquals(ofThreads, c.ofThreads);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(ofThreads);
    }
  }

  private final WovenTest program;
  private final Map<Choices, Replay.Replayed> located = new HashMap<>();
  private boolean isUnlocated;

  Replays(WovenTest program) {
    this.program = program;
  }

  WovenTest program() {
    return program;
  }

  /**
   * What an execution comes to when its code runs again; nobody asks where.
   *
   * @throws Refused if it does what it did not do before
   * @throws NotDeterministic likewise
   */
  Object outcome(int[][] choices) {
    if (!isUnlocated) {
      program.tape().showAllUnlocated();
      isUnlocated = true;
    }
    return Replay.outcomeOf(program.tape(), choices);
  }

  /**
   * An execution, with the places in the source of all its events.
   *
   * @throws Refused if it does what it did not do before
   * @throws NotDeterministic likewise
   */
  Replay.Replayed located(int[][] choices) {
    isUnlocated = false;
    return located.computeIfAbsent(
        new Choices(choices), c -> Replay.of(program.tape(), c.ofThreads));
  }
}
