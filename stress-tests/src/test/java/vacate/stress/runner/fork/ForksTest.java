// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.stress.control.DekkerPlain;

class ForksTest {
  private static final ForkSpec SPEC =
      new ForkSpec(DekkerPlain.class.getName(), Mode.C1, 1, 1, false);

  @TempDir Path directory;

  @Test
  void aForkThatDoesNotComeBackIsKilled() throws IOException {
    try (Forks forks = new Forks(directory)) {
      ForkResult result = forks.run(SPEC, 0, Duration.ZERO);
      assertThat(result.status()).isEqualTo(ForkResult.Status.TIMEOUT);
      assertThat(result.message()).isEqualTo("timeout: its JVM did not come back within 0 s");
      assertThat(result.samples()).isZero();
    }
  }

  /** jcstress's own fork takes 33 580 more, in which one actor follows the other. */
  @Test
  void allSamplesButOneAreTakenInRoundsInWhichTheActorsRace() throws IOException {
    try (Forks forks = new Forks(directory)) {
      ForkResult result = forks.run(SPEC, 0, Duration.ofMinutes(5));
      assertThat(result.message()).isNull();
      assertThat((result.samples() - 1) % ForkOptions.ROUND).isZero();
    }
  }

  @Test
  void aForkThatIsStartedAfterTheStopIsKilledAtOnce() throws IOException {
    try (Forks forks = new Forks(directory)) {
      forks.stop();
      ForkResult result = forks.run(SPEC, 0, Duration.ofMinutes(5));
      assertThat(result.status()).isEqualTo(ForkResult.Status.STOPPED);
    }
  }
}
