// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.jcstress.Expectation;

/**
 * Reads {@code ACCEPTABLE_INTERESTING} as forbidden. On hardware a test that is broken on purpose
 * must pass when its bad outcome is seen; who asks a model whether it can come about wants it
 * refuted.
 */
public final class Strict {
  private Strict() {}

  /** The result, refuted by an interesting outcome that comes about, too. */
  public static Result read(Result result) {
    boolean refuted =
        result.outcomes().stream().anyMatch(o -> isInteresting(o) && !o.isImpossible());
    return new Result(
        result.test(),
        result.model(),
        refuted ? Verdict.REFUTED : result.verdict(),
        result.reason(),
        result.executions(),
        result.mirrored(),
        result.blocked(),
        result.millis(),
        result.assumes(),
        result.outcomes().stream().map(Strict::forbid).toList(),
        result.monitored(),
        result.loadBuffering(),
        result.coverage());
  }

  private static boolean isInteresting(Outcome outcome) {
    return outcome.expect() == Expectation.ACCEPTABLE_INTERESTING;
  }

  private static Outcome forbid(Outcome o) {
    return isInteresting(o)
        ? new Outcome(o.id(), Expectation.FORBIDDEN, o.description(), o.executions(), o.witness())
        : o;
  }
}
