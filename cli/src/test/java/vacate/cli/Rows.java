// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Verdict;

/** Rows to report, made up. */
final class Rows {
  private Rows() {}

  static Row stress(String test, Verdict verdict, Verdict... expected) {
    return new Row(
        "d1",
        "lock-bit-lost",
        Kind.DEFECT,
        "posted",
        "jcstress",
        null,
        test,
        List.of(expected),
        verdict,
        null,
        null,
        null,
        null,
        verdict == Verdict.NOT_RUN ? null : 1_900_000L,
        verdict == Verdict.OBSERVED ? 153L : 0L,
        null,
        verdict == Verdict.NOT_RUN ? "the test JVM did not come back" : null,
        List.of(
            new Row.Seen(
                "DISCARDED, bit_spin_unlock", "ACCEPTABLE_INTERESTING", "d1: lock lost", 153)),
        4000);
  }

  static Row explorer(String model, Verdict verdict, Verdict... expected) {
    return new Row(
        "C14",
        "one-means-success",
        Kind.CLAIM,
        "corrected",
        "explorer",
        model,
        "vacate.stress.claim.C14_OneMeansSuccess.Corrected",
        List.of(expected),
        verdict,
        274L,
        128L,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        70);
  }

  /** The same of another revision. */
  static Row revision(String revision, Row row) {
    return new Row(
        row.id(),
        row.name(),
        row.kind(),
        revision,
        row.judge(),
        row.model(),
        row.test(),
        row.expected(),
        row.verdict(),
        row.executions(),
        row.blocked(),
        row.runs(),
        row.depth(),
        row.samples(),
        row.observed(),
        row.witness(),
        row.reason(),
        row.outcomes(),
        row.millis());
  }

  static Row lincheck(Verdict verdict, Verdict... expected) {
    return scenario("corrected/free-free/coarse", verdict, expected);
  }

  static Row scenario(String name, Verdict verdict, Verdict... expected) {
    return new Row(
        "C14",
        "one-means-success",
        Kind.CLAIM,
        "corrected",
        "lincheck",
        "sc",
        name,
        List.of(expected),
        verdict,
        null,
        null,
        170_546L,
        7,
        null,
        null,
        null,
        null,
        null,
        71_000);
  }
}
