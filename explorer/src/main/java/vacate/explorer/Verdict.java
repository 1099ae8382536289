// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * What a judge can say of a test; every judge and every report uses these words. An exploration
 * says {@link #PROVED}, {@link #REFUTED}, {@link #BOUNDED} or {@link #NOT_RUN}; the others are for
 * judges that sample, and for what was never begun.
 */
public enum Verdict {
  /** The whole space was explored and nothing forbidden was found. */
  PROVED,
  /** A counterexample exists: a forbidden outcome, a deadlock, an exception. */
  REFUTED,
  /** Nothing was found and the space was not exhausted. */
  BOUNDED,
  /** Hardware: seen. */
  OBSERVED,
  /** Hardware: not seen in a number of samples that is worth something. */
  NOT_OBSERVED,
  /** Hardware: not seen, and too few samples to mean anything. */
  INCONCLUSIVE,
  /** Hardware: not tried, since the time would not have sufficed to decide it. */
  LEFT_OUT,
  /** Whoever started it stopped it before it could be decided. */
  INTERRUPTED,
  /** Nothing was run; the reason is given. */
  NOT_RUN;

  /**
   * For what several tests say of one thing: it is broken if one breaks it, and proved only if all
   * that could be run prove it.
   */
  public static final List<Verdict> WORST_FIRST =
      List.of(
          REFUTED,
          OBSERVED,
          BOUNDED,
          INCONCLUSIVE,
          LEFT_OUT,
          INTERRUPTED,
          PROVED,
          NOT_OBSERVED,
          NOT_RUN);

  /** As printed: words with spaces. */
  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
