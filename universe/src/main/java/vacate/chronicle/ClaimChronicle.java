// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vacate.chronicle.ClaimFound.Fared;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.history.PostedVersion;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * What was found of the claims in versions, in scenarios of the {@link HistoricBound}.
 *
 * @param found by version and scenario, in the order of the bound
 */
public record ClaimChronicle(List<ClaimFound> found) {
  /**
   * Executions of a scenario after which it is given up, where all is explored. Those of 31 August
   * 2007 are kept as they came out under sc without that, to the end.
   */
  public static final long EXECUTIONS = 15_000;

  private static final String FILE = "claims.tsv";

  public ClaimChronicle {
    found = List.copyOf(found);
  }

  /**
   * What was found once of all, kept with the program. The build explores a part of it anew, and
   * fails if that comes to anything else.
   */
  public static ClaimChronicle kept() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ClaimChronicle.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return new ClaimChronicle(in.lines().map(ClaimFound::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Explores all scenarios of the bound in versions. If the calling thread is interrupted, it stays
   * so, and this is what was found until then.
   *
   * @param each is told of each version and scenario before it is begun
   */
  public static ClaimChronicle explore(
      List<PostedVersion> versions,
      Collection<MemoryModel> models,
      BiConsumer<PostedVersion, Scenario> each) {
    Inquest inquest = new Inquest(EXECUTIONS);
    List<ClaimFound> all = new ArrayList<>();
    for (PostedVersion version : versions) {
      for (Scenario scenario : HistoricBound.scenarios(version)) {
        each.accept(version, scenario);
        List<ClaimFound> found = inquest.look(version.revision.orElseThrow(), scenario, models);
        if (Thread.currentThread().isInterrupted()) {
          return new ClaimChronicle(all); // what was at work was broken off
        }
        all.addAll(found);
      }
    }
    return new ClaimChronicle(all);
  }

  /**
   * Whether another says the same of a version under a model, where both have explored it. Who has
   * not visited every execution may have seen less than who has.
   */
  public boolean agrees(ClaimChronicle other, PostedVersion version, MemoryModel model) {
    Map<Scenario, ClaimFound> there = new HashMap<>();
    other.of(version, model).forEach(f -> there.put(f.scenario(), f));
    return of(version, model).stream()
        .filter(f -> there.containsKey(f.scenario()))
        .allMatch(f -> agree(f, there.get(f.scenario())));
  }

  private static boolean agree(ClaimFound one, ClaimFound other) {
    if (one.whole() == other.whole()) {
      return one.claims().equals(other.claims());
    }
    Map<Claim, Fared> all = (one.whole() ? one : other).claims();
    Map<Claim, Fared> some = (one.whole() ? other : one).claims();
    return some.entrySet().stream()
        .allMatch(e -> all.containsKey(e.getKey()) && all.get(e.getKey()).isAtLeast(e.getValue()));
  }

  /** A line each. */
  public List<String> lines() {
    return found.stream().map(ClaimFound::text).toList();
  }

  /**
   * What there is of a version under a model, by scenario. What breaks under another that it
   * includes does so under it, also if it was given up before that was met.
   */
  public List<ClaimFound> of(PostedVersion version, MemoryModel model) {
    Map<Scenario, List<ClaimFound>> by = new LinkedHashMap<>();
    found.stream()
        .filter(f -> version.revision.filter(r -> r == f.revision()).isPresent())
        .forEach(f -> by.computeIfAbsent(f.scenario(), s -> new ArrayList<>()).add(f));
    return by.values().stream()
        .flatMap(all -> all.stream().filter(f -> f.isOf(model)).map(f -> with(f, all, model)))
        .toList();
  }

  private static ClaimFound with(ClaimFound found, List<ClaimFound> all, MemoryModel model) {
    Map<Claim, Fared> claims = new EnumMap<>(Claim.class);
    all.stream()
        .filter(f -> f.models().stream().anyMatch(model::includes))
        .forEach(f -> f.claims().forEach((claim, fared) -> claims.merge(claim, fared, Fared::or)));
    return new ClaimFound(
        found.revision(),
        found.scenario(),
        found.models(),
        found.executions(),
        found.whole(),
        claims);
  }

  /** What it comes to. */
  public ClaimVerdict of(PostedVersion version, Claim claim, MemoryModel model) {
    if (version.revision.isEmpty()) {
      return new ClaimVerdict.NotMade(version.notPorted);
    }
    Revision revision = version.revision.get();
    if (Restatements.of(revision, claim) instanceof Restatement.NotMade not) {
      return new ClaimVerdict.NotMade(not.because());
    }
    List<ClaimFound> all = of(version, model);
    int asked = (int) all.stream().filter(f -> f.claims().containsKey(claim)).count();
    List<ClaimFound> broken = all.stream().filter(f -> breaks(f, claim)).toList();
    if (!broken.isEmpty()) {
      int qualified =
          (int) broken.stream().filter(f -> f.claims().get(claim) == Fared.BROKE_QUALIFIED).count();
      return new ClaimVerdict.Breaks(broken.size(), qualified, asked, broken.get(0).scenario());
    }
    int cut = (int) all.stream().filter(f -> !f.whole()).count();
    return cut > 0 || all.size() < HistoricBound.scenarios(version).size()
        ? new ClaimVerdict.NotSeen(asked, cut)
        : new ClaimVerdict.Holds(asked);
  }

  private static boolean breaks(ClaimFound found, Claim claim) {
    Fared fared = found.claims().get(claim);
    return fared == Fared.BROKE || fared == Fared.BROKE_QUALIFIED;
  }
}
