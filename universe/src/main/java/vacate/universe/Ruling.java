// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.LoadBuffering;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.watch.BrokenClaim;
import vacate.watch.Linearizable;

/**
 * What was found of a scenario under a model: a {@link Result} without the executions themselves,
 * so that many can be kept.
 *
 * @param reason why not every execution was visited; null if all were
 * @param assumes what the verdict rests on besides the model; null if nothing
 * @param loadBuffering the {@linkplain LoadBuffering#word word} for it; null if the model has none
 * @param breaches what is broken, each once
 * @param claims how the patch's claims are, each way once; in that the verdict has no part, as the
 *     corrected protocol breaks some of them, too
 */
public record Ruling(
    MemoryModel model,
    Verdict verdict,
    String reason,
    long executions,
    long blocked,
    String assumes,
    String loadBuffering,
    List<Breach> breaches,
    List<BrokenClaim> claims) {

  private static final String IMPOSSIBLE = new LoadBuffering.Impossible().word();

  public Ruling {
    breaches = List.copyOf(breaches);
    claims = List.copyOf(claims);
  }

  /**
   * Of a result. The execution that shows a breach is one of the first outcome that has it.
   *
   * @throws IllegalStateException if the test is not what it was when it was explored
   */
  public static Ruling of(Result result) {
    List<Breach> breaches = new ArrayList<>(breaches(result.outcomes()));
    Noted.notLinearizable(result)
        .map(witness -> new Breach(Linearizable.BROKEN, witness.token(), null)) // not counted
        .ifPresent(breaches::add);
    return new Ruling(
        result.model(),
        Noted.judged(result).verdict(),
        result.reason(),
        result.executions(),
        result.blocked(),
        result.assumes(),
        result.loadBuffering() == null ? null : result.loadBuffering().word(),
        breaches,
        claims(result));
  }

  private static List<Breach> breaches(List<Outcome> outcomes) {
    Map<String, List<Outcome>> broken = new LinkedHashMap<>();
    outcomes.stream()
        .filter(o -> !o.isImpossible() && o.expect().fails())
        .forEach(o -> broken.computeIfAbsent(o.description(), d -> new ArrayList<>()).add(o));
    List<Breach> breaches = new ArrayList<>();
    broken.forEach(
        (what, of) ->
            breaches.add(
                new Breach(
                    what,
                    of.get(0).witness().token(),
                    of.stream().mapToLong(Outcome::executions).sum())));
    return breaches;
  }

  private static List<BrokenClaim> claims(Result result) {
    return Noted.claims(result).map(Noted::claim).distinct().sorted(BrokenClaim.ORDER).toList();
  }

  /** Whether something is broken, or it is known that nothing is. */
  public boolean isDecided() {
    return verdict == Verdict.PROVED || verdict == Verdict.REFUTED;
  }

  /** Whether Java may allow executions with load buffering, which are not explored. */
  public boolean mayBufferLoads() {
    return loadBuffering != null && !loadBuffering.equals(IMPOSSIBLE);
  }
}
