// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.Swept;

/**
 * Shards of one sweep, added up.
 *
 * @param terms of all of them
 * @param swept all scenarios of the universe in its order; those of which no shard says anything
 *     are not begun
 * @param lacking which shards are missing or not whole, a sentence each
 */
public record MergedSweep(Terms terms, List<Swept> swept, List<String> lacking) {
  /**
   * Reads result files and adds them up.
   *
   * @param files at least one
   * @throws IOException if one cannot be read
   * @throws ResultRefusal if one is damaged or of another program, or they do not belong together;
   *     the message names the file
   */
  public static MergedSweep of(List<Path> files) throws IOException, ResultRefusal {
    Map<Path, ResultDocument> documents = new LinkedHashMap<>();
    Map<Shard, Path> shards = new HashMap<>();
    for (Path file : files) {
      ResultDocument document = read(file);
      ResultDocument first = documents.values().stream().findFirst().orElse(document);
      Optional<String> foreign = foreign(first, document);
      if (foreign.isPresent()) {
        throw new ResultRefusal(file + " " + foreign.get());
      }
      Path same = shards.put(document.shard(), file);
      if (same != null) {
        throw new ResultRefusal(file + " is shard " + document.shard() + ", as " + same + " is");
      }
      documents.put(file, document);
    }
    return added(documents);
  }

  private static ResultDocument read(Path file) throws IOException, ResultRefusal {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return ResultDocument.read(bytes);
    } catch (ResultRefusal e) {
      throw new ResultRefusal(file + " " + e.getMessage());
    }
  }

  /**
   * Why a file does not belong to the first, or to this program: only the one that made it knows
   * which scenarios there are. On which Java that runs here does not matter.
   */
  private static Optional<String> foreign(ResultDocument first, ResultDocument file) {
    Terms terms = file.terms();
    Fingerprint own = Fingerprint.own().on(terms.fingerprint().java());
    return terms
        .with(own)
        .differenceTo(terms)
        .or(() -> first.terms().differenceTo(terms))
        .or(
            () ->
                first.shard().shards() == file.shard().shards()
                    ? Optional.empty()
                    : Optional.of(
                        Terms.difference("shards", first.shard().shards(), file.shard().shards())));
  }

  private static MergedSweep added(Map<Path, ResultDocument> documents) throws ResultRefusal {
    ResultDocument first = documents.values().iterator().next();
    List<Scenario> scenarios = first.terms().universe().scenarios();
    Map<Scenario, Swept> known = new HashMap<>();
    Map<Integer, String> lacking = new TreeMap<>();
    for (int number = 1; number <= first.shard().shards(); number++) {
      Shard shard = new Shard(number, first.shard().shards());
      lacking.put(number, "shard " + shard + " is missing");
    }
    for (Map.Entry<Path, ResultDocument> one : documents.entrySet()) {
      Shard shard = one.getValue().shard();
      List<Scenario> its = shard.of(scenarios);
      Map<Scenario, Swept> there;
      try {
        there = one.getValue().of(its);
      } catch (ResultRefusal e) {
        throw new ResultRefusal(one.getKey() + " " + e.getMessage());
      }
      lacking.remove(shard.number());
      if (there.size() < its.size()) {
        String text = "shard %s, %s, has %d of its %d scenarios";
        lacking.put(
            shard.number(), String.format(text, shard, one.getKey(), there.size(), its.size()));
      }
      known.putAll(there);
    }
    List<Swept> swept = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Swept nothing = Swept.notBegun(first.terms().revision(), scenario);
      swept.add(known.getOrDefault(scenario, nothing));
    }
    return new MergedSweep(first.terms(), swept, List.copyOf(lacking.values()));
  }
}
