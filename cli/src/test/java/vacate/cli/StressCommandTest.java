// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StressCommandTest {
  @Test
  void noCommandCallsABudgetDefaultThatIsNot() {
    assertThat(Main.run("stress", "--budget", "default")).isEqualTo(ExitStatus.USAGE);
    assertThat(Main.run("lincheck", "--budget", "default")).isEqualTo(ExitStatus.USAGE);
  }
}
