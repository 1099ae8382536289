// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.World;
import vacate.explorer.model.MemoryModel;

/**
 * Explores calls in one thread, which come to one thing, once each. So they may do there what they
 * may do in a scenario, and nothing else.
 */
final class SequentialRuns implements Sequential {
  /** How many results a refusal names. */
  private static final int SHOWN = 2;

  /** How many characters of each. */
  private static final int LONGEST = 60;

  private final Staged staged;
  private final World world;
  private final Settings settings;
  private final Map<List<Integer>, Optional<String>> known = new HashMap<>();

  SequentialRuns(Staged staged, World world, Settings settings) {
    this.staged = staged;
    this.world = world;
    this.settings = settings;
  }

  /**
   * See {@link Sequential#result}.
   *
   * @throws Unknown if they are not understood, or go on without end
   */
  @Override
  public String result(List<Integer> calls) {
    Optional<String> result = known.get(calls);
    if (result == null) {
      result = run(calls);
      known.put(calls, result);
    }
    return result.orElse(null);
  }

  private Optional<String> run(List<Integer> calls) {
    Result r =
        world.explore(staged.alone(calls), Set.of(MemoryModel.SC), settings).get(MemoryModel.SC);
    List<Outcome> found = r.outcomes().stream().filter(o -> !o.isImpossible()).toList();
    if (r.verdict() == Verdict.REFUTED && r.blocked() > 0 && r.executions() == 0) {
      return Optional.empty();
    }
    boolean ended = r.verdict() == Verdict.PROVED || r.verdict() == Verdict.BOUNDED;
    if (!ended || found.size() != 1) { // a loop that was cut off may have tried again in vain
      String why = r.reason() != null ? r.reason() : several(calls, found);
      throw new Unknown("what comes of " + text(calls) + " alone is not known: " + why);
    }
    return Optional.of(last(calls, found.get(0).id()));
  }

  /** What the last call came to. */
  private static String last(List<Integer> calls, String told) {
    List<Taken> taken = CallHistory.parse(Staged.inOneThread(calls), told).threads().get(0);
    return taken.get(taken.size() - 1).result();
  }

  /** In one line, however many they are and however long. */
  private static String several(List<Integer> calls, List<Outcome> found) {
    String some =
        found.stream()
            .limit(SHOWN)
            .map(o -> oneLine(o.expect().fails() ? o.id() : last(calls, o.id())))
            .collect(Collectors.joining(", or "));
    return found.isEmpty()
        ? "no execution came to its end"
        : "it came to " + some + (found.size() > SHOWN ? ", or something else" : "");
  }

  private static String oneLine(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.length() > LONGEST ? first.substring(0, LONGEST) + "..." : first;
  }

  private String text(List<Integer> calls) {
    return calls.stream()
        .map(c -> staged.calls().get(c).toString())
        .collect(Collectors.joining("; "));
  }
}
