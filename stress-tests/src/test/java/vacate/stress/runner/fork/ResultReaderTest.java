// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

class ResultReaderTest {
  @Test
  void samplesAreReadByOutcome() {
    TestResult result = new TestResult(Status.NORMAL);
    result.addState("0, 1", 3);
    result.addState("1, 1", 4);
    ForkResult read = ResultReader.read(result);
    assertThat(read.status()).isEqualTo(ForkResult.Status.DONE);
    assertThat(read.counts()).isEqualTo(Map.of("0, 1", 3L, "1, 1", 4L));
    assertThat(read.samples()).isEqualTo(7);
    assertThat(read.message()).isNull();
  }

  @Test
  void theReasonNamesTheException() {
    assertThat(failed(Status.TEST_ERROR, new IllegalStateException("lost")).message())
        .isEqualTo("an actor threw: java.lang.IllegalStateException: lost");
    assertThat(failed(Status.API_MISMATCH, new NoSuchMethodError("gone")).message())
        .isEqualTo("the test does not fit this JDK: java.lang.NoSuchMethodError: gone");
  }

  @Test
  void everyStatusButNormalIsAFailureWithItsReason() {
    assertThat(ResultReader.read(new TestResult(Status.TIMEOUT_ERROR)).status())
        .isEqualTo(ForkResult.Status.TIMEOUT);
    assertThat(ResultReader.read(new TestResult(Status.VM_ERROR)).message())
        .isEqualTo("the JVM failed");
    assertThat(ResultReader.read(new TestResult(Status.CHECK_TEST_ERROR)).status())
        .isEqualTo(ForkResult.Status.FAILED);
  }

  @Test
  void samplesOfAFailedForkAreNotTrusted() {
    TestResult result = new TestResult(Status.VM_ERROR);
    result.addState("0, 0", 5);
    assertThat(ResultReader.read(result).samples()).isZero();
  }

  private static ForkResult failed(Status status, Throwable cause) {
    TestResult result = new TestResult(status);
    result.addMessage("headline");
    result.addMessages(cause);
    return ResultReader.read(result);
  }
}
