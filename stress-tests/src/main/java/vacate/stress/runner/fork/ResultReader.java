// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Reads jcstress's result of one fork. */
final class ResultReader {
  private ResultReader() {}

  /** The result in our words: jcstress's own error becomes a reason. */
  static ForkResult read(TestResult result) {
    return switch (result.status()) {
      case NORMAL -> ForkResult.done(counts(result));
      case TIMEOUT_ERROR ->
          ForkResult.failed(ForkResult.Status.TIMEOUT, "timeout: an actor did not come back");
      case API_MISMATCH -> failed("the test does not fit this JDK", result);
      case CHECK_TEST_ERROR, TEST_ERROR -> failed("an actor threw", result);
      case VM_ERROR -> failed("the JVM failed", result);
    };
  }

  private static Map<String, Long> counts(TestResult result) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String state : result.getStateKeys()) {
      counts.put(state, result.getCount(state));
    }
    return counts;
  }

  /**
   * jcstress's messages are a headline and then a stack trace, whose first line names the
   * exception.
   */
  private static ForkResult failed(String what, TestResult result) {
    String detail =
        result.getMessages().stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(2)
            .reduce((headline, exception) -> exception)
            .map(exception -> ": " + exception)
            .orElse("");
    return ForkResult.failed(ForkResult.Status.FAILED, what + detail);
  }
}
