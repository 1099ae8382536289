// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;

/** How much of a test is explored. */
public enum Until {
  /** All of it. */
  EXHAUSTED,

  /** Up to the first outcome that refutes the test. */
  REFUTED,

  /** The same, where {@code ACCEPTABLE_INTERESTING} counts as forbidden, too. */
  REFUTED_STRICTLY;

  /** Whether no more is wanted once an outcome was found. */
  boolean isEnough(StressTest test, Object outcome) {
    return switch (this) {
      case EXHAUSTED -> false;
      case REFUTED -> new Grades(test).isForbidden(outcome);
      case REFUTED_STRICTLY ->
          REFUTED.isEnough(test, outcome)
              || test.clauseFor(outcome.toString()).expect() == Expectation.ACCEPTABLE_INTERESTING;
    };
  }
}
