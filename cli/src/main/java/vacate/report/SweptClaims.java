// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vacate.claim.Claim;
import vacate.claim.Finding;
import vacate.claim.Judge;
import vacate.claim.Topic;
import vacate.revision.Revision;
import vacate.sweep.KeptSummary;
import vacate.watch.Watchman;

/**
 * What sweeps have found of claims that the explorer's findings speak of, in the revisions that
 * they speak of. What a test says of a claim is what it does in the one scene that the test sets.
 *
 * @param sweeps of a revision and model each
 * @param claims those that are watched
 */
public record SweptClaims(List<KeptSummary> sweeps, List<Claim> claims) {
  /** Of what is kept of sweeps. */
  public static SweptClaims of(List<Finding> findings, List<KeptSummary> kept) {
    List<Finding> explored = findings.stream().filter(f -> f.judge() == Judge.EXPLORER).toList();
    Set<Topic> topics =
        explored.stream().flatMap(f -> f.topics().stream()).collect(Collectors.toSet());
    Set<Revision> revisions =
        explored.stream()
            .filter(f -> f.revision() != null)
            .map(Finding::revision)
            .collect(Collectors.toSet());
    return new SweptClaims(
        kept.stream()
            .filter(s -> revisions.contains(s.revision()))
            .sorted(Comparator.comparing(KeptSummary::revision))
            .toList(),
        new TreeSet<>(Watchman.WATCHED)
            .stream().filter(c -> topics.stream().anyMatch(Topic.all(c)::contains)).toList());
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return sweeps.isEmpty() || claims.isEmpty();
  }

  /** Which scenarios were swept, in words. */
  public String scope() {
    KeptSummary one = sweeps.get(0);
    return one.scenarios() + " scenarios of " + one.universe() + " under " + one.model().id();
  }

  /** The first sweep in which a claim breaks as it is worded; empty if there is none. */
  public Optional<KeptSummary> firstThatBreaks(Claim claim) {
    return sweeps.stream().filter(s -> s.claims().containsKey(claim)).findFirst();
  }

  /**
   * What a sweep says of a claim in a word: {@code holds}; {@code not seen} to break, where not all
   * was explored; {@code 72}, in how many scenarios it breaks; {@code 72 +48}, in how many of them
   * with its condition, too.
   */
  public static String word(KeptSummary sweep, Claim claim) {
    KeptSummary.Places literal = sweep.claims().get(claim);
    if (literal == null) {
      return sweep.cutShort() == 0 ? "holds" : "not seen";
    }
    KeptSummary.Places even = sweep.qualified().get(claim);
    boolean isSaved = claim.qualifier.isEmpty() || even == null;
    return literal.scenarios() + (isSaved ? "" : " +" + even.scenarios());
  }

  /** What is to be said of scenarios that were not explored to the end; empty if all were. */
  public Optional<String> cutShort() {
    String text =
        sweeps.stream()
            .filter(s -> s.cutShort() > 0)
            .map(s -> s.cutShort() + " as " + s.revision().label)
            .collect(Collectors.joining(", "));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Of some scenarios not every execution was visited, "
                + text
                + ": there more may break");
  }
}
