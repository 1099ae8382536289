// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTimeTest {
  @Test
  void aTimeIsInHoursMinutesAndSeconds() {
    assertThat(GivenTime.parse("--time", "90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(GivenTime.parse("--time", "10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(GivenTime.parse("--time", "2h")).isEqualTo(Duration.ofHours(2));
    assertThat(GivenTime.parse("--time", "1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(GivenTime.parse("--time", "1h1m1s")).isEqualTo(Duration.ofSeconds(3661));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0s", "10", "m", "-1m", "1.5h", "1d", "9999999s", "1m1h", "0h0m", "1h 1m"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> GivenTime.parse("--time", text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--time " + text + " is no time");
  }
}
