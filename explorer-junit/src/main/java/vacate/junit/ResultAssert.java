// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.opentest4j.AssertionFailedError;
import vacate.explorer.Result;
import vacate.explorer.Verdict;

/**
 * What a test can ask of a result.
 *
 * <pre>{@code
 * assertThat(Explore.of(Dekker.class).under(MemoryModel.TSO)).refutes("0, 0");
 * }</pre>
 *
 * <p>Each method throws an {@link AssertionError} with all that is known if it is not so, and gives
 * back the same object if it is.
 */
public final class ResultAssert {
  private final Result result;

  private ResultAssert(Result result) {
    this.result = result;
  }

  /** About a result. */
  public static ResultAssert assertThat(Result result) {
    return new ResultAssert(result);
  }

  /** Every execution was visited, and none has an outcome that the test forbids. */
  public ResultAssert isProved() {
    return is(Verdict.PROVED);
  }

  /** Some execution has an outcome that the test forbids. */
  public ResultAssert isRefuted() {
    return is(Verdict.REFUTED);
  }

  /** Nothing was found, and not every execution was visited. */
  public ResultAssert isBounded() {
    return is(Verdict.BOUNDED);
  }

  /** The test could not be judged. */
  public ResultAssert isNotRun() {
    return is(Verdict.NOT_RUN);
  }

  private ResultAssert is(Verdict verdict) {
    return holds(result.verdict() == verdict, "was to be " + verdict);
  }

  /** Some execution has this outcome, and the test forbids it. */
  public ResultAssert refutes(String outcome) {
    sees(outcome);
    return holds(
        result.outcome(outcome).expect().fails(), outcome + " was to be what the test forbids");
  }

  /** Each of these outcomes comes about. */
  public ResultAssert sees(String... outcomes) {
    for (String outcome : outcomes) {
      holds(result.outcomeIds().contains(outcome), outcome + " was to come about");
    }
    return this;
  }

  /** None of these outcomes comes about in any execution, and every one was visited. */
  public ResultAssert neverSees(String... outcomes) {
    for (String outcome : outcomes) {
      holds(!result.outcomeIds().contains(outcome), outcome + " was never to come about");
    }
    return isExhausted();
  }

  /** These outcomes come about, and no others in any execution; every one was visited. */
  public ResultAssert hasOutcomes(String... outcomes) {
    Set<String> all = new TreeSet<>(List.of(outcomes));
    holds(result.outcomeIds().equals(all), "the outcomes were to be " + all);
    return isExhausted();
  }

  /** Every execution was visited; what was not found is impossible. */
  public ResultAssert isExhausted() {
    return holds(
        result.verdict() != Verdict.NOT_RUN && result.reason() == null,
        "every execution was to be visited");
  }

  private ResultAssert holds(boolean holds, String what) {
    if (!holds) {
      throw new AssertionFailedError(
          result.test()
              + ": "
              + what
              + ", but "
              + ResultText.headline(result)
              + System.lineSeparator().repeat(2)
              + ResultText.text(result));
    }
    return this;
  }
}
