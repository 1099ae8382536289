// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StressCommandTest {
  @Test
  void aTimeIsANumberOfSecondsMinutesOrHours() {
    assertThat(StressCommand.time("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(StressCommand.time("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(StressCommand.time("2h")).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "10", "m", "-1m", "1.5h", "1d", "9999999s"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> StressCommand.time(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--time " + text + " is no time");
  }

  @Test
  void noCommandCallsABudgetDefaultThatIsNot() {
    assertThat(Main.run("stress", "--budget", "default")).isEqualTo(ExitStatus.USAGE);
    assertThat(Main.run("lincheck", "--budget", "default")).isEqualTo(ExitStatus.USAGE);
  }
}
