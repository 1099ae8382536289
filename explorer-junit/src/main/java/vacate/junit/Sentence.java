// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.junit.platform.engine.TestExecutionResult.aborted;
import static org.junit.platform.engine.TestExecutionResult.failed;
import static org.junit.platform.engine.TestExecutionResult.successful;

import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;
import vacate.explorer.Result;
import vacate.explorer.Verdict;

/**
 * What becomes of a test that has a result.
 *
 * @param as whether it passes, fails, or neither
 * @param headline why it does not pass, or null
 */
record Sentence(Result result, Unproved as, String headline) {
  static Sentence of(Result result, ExplorationTerms terms) {
    boolean refuted = terms.refutedUnder().contains(result.model());
    Verdict verdict = result.verdict();
    if (verdict == Verdict.REFUTED || result.hasViolations()) {
      return verdict == Verdict.REFUTED && refuted
          ? new Sentence(result, Unproved.PASSED, null)
          : new Sentence(result, Unproved.FAILED, ResultText.headline(result));
    }
    if (verdict == Verdict.PROVED) {
      return refuted
          ? new Sentence(
              result, Unproved.FAILED, "was to be refuted, but " + ResultText.headline(result))
          : new Sentence(result, Unproved.PASSED, null);
    }
    Unproved as =
        verdict == Verdict.NOT_RUN
            ? terms.notRun()
            : refuted && terms.bounded() == Unproved.PASSED ? Unproved.ABORTED : terms.bounded();
    return new Sentence(result, as, ResultText.headline(result));
  }

  /** The same to JUnit. */
  TestExecutionResult executed() {
    return switch (as) {
      case PASSED -> successful();
      case FAILED -> failed(ResultText.failure(result, headline));
      case ABORTED -> aborted(new TestAbortedException(headline));
    };
  }
}
