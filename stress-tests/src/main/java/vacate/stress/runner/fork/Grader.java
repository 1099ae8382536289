// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import vacate.claim.Seen;
import vacate.explorer.jcstress.Expectation;

/** What a test's own annotations say of its outcomes, through jcstress's grading. */
public final class Grader {
  private Grader() {}

  /**
   * Every outcome that was seen, and every declared one that was not (its id is then the declared
   * pattern, its count 0), by id. An outcome that no annotation names has the expectation of the
   * test's default, {@code FORBIDDEN} if it declares none.
   */
  public static List<Seen> grade(String test, Map<String, Long> counts) {
    TestResult result = new TestResult(Status.NORMAL);
    result.setConfig(Jobs.of(new ForkSpec(test, Mode.C2, 1, 1, false), 0));
    counts.forEach(result::addState);
    return result.grading().gradingResults.values().stream()
        .map(
            graded ->
                new Seen(
                    graded.id,
                    Expectation.valueOf(graded.expect.name()),
                    graded.description,
                    graded.count))
        .toList();
  }

  /** Samples that should not have happened: interesting, forbidden, or not judged by the test. */
  public static long bad(List<Seen> outcomes) {
    return outcomes.stream()
        .filter(seen -> seen.expect() != Expectation.ACCEPTABLE)
        .mapToLong(Seen::count)
        .sum();
  }

  /** Those that were seen and that the test has no use for: forbidden, or not judged by it. */
  public static List<Seen> forbidden(List<Seen> outcomes) {
    return outcomes.stream()
        .filter(seen -> seen.count() > 0)
        .filter(seen -> seen.expect().fails())
        .toList();
  }
}
