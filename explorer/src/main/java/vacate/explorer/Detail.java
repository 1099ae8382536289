// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vacate.explorer.execution.Execution;
import vacate.explorer.jcstress.Clause;

/**
 * How much of a result is shown. A test may have thousands of outcomes, each with a witness that
 * takes longer to rebuild than the outcome took to find.
 *
 * @param all every outcome, and the witness of each that the test forbids; else at most {@value
 *     #FEW}, those that the test forbids first
 * @param allEvents of a witness each event, also {@link Execution#uncontended} ones
 * @param explained outcomes whose witness is shown whatever the test says of them, as in the ids of
 *     {@code @Outcome}: as text or as regular expressions
 */
public record Detail(boolean all, boolean allEvents, List<String> explained) {
  /** As many outcomes as a person reads. */
  public static final int FEW = 20;

  /** A few outcomes, and witnesses of those that the test forbids. */
  public static final Detail BRIEF = new Detail(false, false, List.of());

  public Detail {
    explained = List.copyOf(explained);
  }

  /** Those of a result that are shown, in their order. */
  public List<Outcome> shown(List<Outcome> outcomes) {
    if (all || outcomes.size() <= FEW) {
      return outcomes;
    }
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      first.add(i);
    }
    first.sort(Comparator.comparingInt(i -> rank(outcomes.get(i))));
    long explained = outcomes.stream().filter(this::isAskedFor).count();
    return first.stream().limit(Math.max(FEW, explained)).sorted().map(outcomes::get).toList();
  }

  private int rank(Outcome o) {
    return isAskedFor(o) ? 0 : o.refutes() ? 1 : 2;
  }

  /** Whether it is also said how a shown outcome comes about. */
  public boolean isExplained(Outcome outcome) {
    return outcome.refutes() || isAskedFor(outcome);
  }

  private boolean isAskedFor(Outcome o) {
    return !o.isImpossible() && explained.stream().anyMatch(id -> Clause.matches(id, o.id()));
  }
}
