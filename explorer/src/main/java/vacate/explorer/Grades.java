// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.Failure;
import vacate.explorer.jcstress.StressTest;

/** What a test says of the outcomes that were found, and of those that were not. */
record Grades(StressTest test) {
  /** The outcome where threads wait for ever. */
  static final String DEADLOCK = "deadlock";

  /** The same in a termination test. */
  static final String STALE = "STALE";

  private static boolean isFailure(Object outcome) {
    return outcome instanceof Failure || outcome == DEADLOCK;
  }

  /** Whether an outcome that was found refutes the test. */
  boolean isForbidden(Object outcome) {
    return isFailure(outcome) || test.clauseFor(outcome.toString()).expect().fails();
  }

  /** Those found, then those that the test names. */
  List<Outcome> of(Map<Object, OutcomeTally.Found> found, Rebuilder rebuilder) {
    List<Outcome> outcomes = new ArrayList<>();
    found.forEach(
        (outcome, f) ->
            outcomes.add(of(outcome, f.executions(), rebuilder.witness(f.smallest(), outcome))));
    Set<String> ids = new HashSet<>();
    outcomes.forEach(o -> ids.add(o.id()));
    for (Clause clause : test.clauses()) {
      for (String id : clause.ids()) {
        if (!id.isEmpty()
            && !ids.contains(id)
            && ids.stream().noneMatch(o -> Clause.matches(id, o))) {
          outcomes.add(new Outcome(id, clause.expect(), clause.description(), 0, null));
        }
      }
    }
    return outcomes;
  }

  private Outcome of(Object outcome, long executions, Witness witness) {
    String id = outcome.toString();
    if (isFailure(outcome)) {
      String why = outcome == DEADLOCK ? "waits for what never comes" : "an actor threw";
      return new Outcome(id, Expectation.FORBIDDEN, why, executions, witness);
    }
    Clause clause = test.clauseFor(id);
    return new Outcome(id, clause.expect(), clause.description(), executions, witness);
  }
}
