// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import vacate.claim.Row;

/** What a test's own annotations say of its outcomes, through jcstress's grading. */
public final class Grader {
  private Grader() {}

  /**
   * Every outcome that was seen, and every declared one that was not (its id is then the declared
   * pattern, its count 0), by id. An outcome that no annotation names has the expectation of the
   * test's default, {@code FORBIDDEN} if it declares none.
   */
  public static List<Row.Seen> grade(String test, Map<String, Long> counts) {
    TestResult result = new TestResult(Status.NORMAL);
    result.setConfig(Jobs.of(new ForkSpec(test, Mode.C2, 1, 1, false), 0));
    counts.forEach(result::addState);
    return result.grading().gradingResults.values().stream()
        .map(
            graded ->
                new Row.Seen(graded.id, graded.expect.name(), graded.description, graded.count))
        .toList();
  }

  /** Samples that should not have happened: interesting, forbidden, or not judged by the test. */
  public static long bad(List<Row.Seen> outcomes) {
    return outcomes.stream()
        .filter(seen -> !seen.expect().equals(Expect.ACCEPTABLE.name()))
        .mapToLong(Row.Seen::count)
        .sum();
  }

  /** Those that were seen and that the test has no use for: forbidden, or not judged by it. */
  public static List<Row.Seen> forbidden(List<Row.Seen> outcomes) {
    return outcomes.stream()
        .filter(seen -> seen.count() > 0)
        .filter(seen -> !seen.expect().startsWith(Expect.ACCEPTABLE.name()))
        .toList();
  }
}
