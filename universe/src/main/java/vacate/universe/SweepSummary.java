// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.watch.BrokenClaim;
import vacate.watch.Watchman;

/**
 * What a sweep comes to under a model. PROVED only if every execution of each scenario was visited
 * and none is broken.
 *
 * @param scenarios how many there are
 * @param broken what goes wrong, and in which of them, in their order
 * @param claims which of the patch's claims are broken as they are worded, and in which of them
 * @param qualified which are so with the condition that was to save them, too
 * @param undecided those that were not explored to the end and in which nothing was found to be
 *     broken, and why
 * @param cutShort those that were begun and not explored to the end, whatever was found; in those a
 *     claim may break that was not seen to
 * @param notBegun those that were not begun
 * @param executions complete ones of all
 * @param blocked executions of all that end in a wait
 * @param assumed what verdicts rest on besides the model, and of how many scenarios
 * @param buffering of how many scenarios it is not ruled out that Java allows executions with load
 *     buffering, which are not explored
 */
public record SweepSummary(
    MemoryModel model,
    int scenarios,
    Map<String, List<Scenario>> broken,
    SortedMap<Claim, List<Scenario>> claims,
    SortedMap<Claim, List<Scenario>> qualified,
    Map<Scenario, String> undecided,
    List<Scenario> cutShort,
    List<Scenario> notBegun,
    long executions,
    long blocked,
    Map<String, Integer> assumed,
    int buffering) {

  /** Of all scenarios of a sweep. */
  public static SweepSummary of(MemoryModel model, List<Swept> swept) {
    Map<String, List<Scenario>> broken = new LinkedHashMap<>();
    SortedMap<Claim, List<Scenario>> claims = new TreeMap<>();
    SortedMap<Claim, List<Scenario>> qualified = new TreeMap<>();
    Map<Scenario, String> undecided = new LinkedHashMap<>();
    List<Scenario> cutShort = new ArrayList<>();
    List<Scenario> notBegun = new ArrayList<>();
    long executions = 0;
    long blocked = 0;
    Map<String, Integer> assumed = new TreeMap<>();
    int buffering = 0;
    for (Swept one : swept) {
      Optional<Ruling> found = one.under(model);
      if (found.isEmpty()) {
        notBegun.add(one.scenario());
        continue;
      }
      Ruling ruling = found.get();
      if (ruling.reason() != null) {
        cutShort.add(one.scenario());
      }
      executions += ruling.executions();
      blocked += ruling.blocked();
      if (ruling.assumes() != null) {
        assumed.merge(ruling.assumes(), 1, Integer::sum);
      }
      if (ruling.mayBufferLoads()) {
        buffering++;
      }
      for (Breach breach : ruling.breaches()) {
        broken.computeIfAbsent(breach.what(), w -> new ArrayList<>()).add(one.scenario());
      }
      for (Claim claim : Watchman.WATCHED) {
        note(claims, claim, one.scenario(), ruling.claims().stream());
        note(
            qualified,
            claim,
            one.scenario(),
            ruling.claims().stream().filter(SweepSummary::isQualified));
      }
      if (!ruling.isDecided()) {
        undecided.put(one.scenario(), ruling.verdict() + ": " + ruling.reason());
      }
    }
    return new SweepSummary(
        model,
        swept.size(),
        broken,
        claims,
        qualified,
        undecided,
        cutShort,
        notBegun,
        executions,
        blocked,
        assumed,
        buffering);
  }

  private static boolean isQualified(BrokenClaim broken) {
    return broken.form() == Form.QUALIFIED;
  }

  private static void note(
      SortedMap<Claim, List<Scenario>> all,
      Claim claim,
      Scenario scenario,
      Stream<BrokenClaim> broken) {
    if (broken.anyMatch(b -> b.claim() == claim)) {
      all.computeIfAbsent(claim, c -> new ArrayList<>()).add(scenario);
    }
  }

  /** In how many scenarios something is broken. */
  public int refuted() {
    return (int) broken.values().stream().flatMap(List::stream).distinct().count();
  }

  /** Whether every execution of each scenario was visited: what was not seen there is not there. */
  public boolean isWhole() {
    return cutShort.isEmpty() && notBegun.isEmpty();
  }

  /** Of the whole. */
  public Verdict verdict() {
    if (!broken.isEmpty()) {
      return Verdict.REFUTED;
    }
    if (notBegun.size() == scenarios) {
      return Verdict.NOT_RUN;
    }
    return undecided.isEmpty() && notBegun.isEmpty() ? Verdict.PROVED : Verdict.BOUNDED;
  }
}
