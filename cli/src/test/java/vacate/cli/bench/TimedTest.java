// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimedTest {
  @Test
  void processorTimeIsThatOfTheShellsChildrenUserAndSystem() {
    assertThat(Timed.cpu("0m9.00s 0m9.00s\n1m2.50s 0m0.25s\n")).isEqualTo(62.75);
    assertThat(Timed.cpu("0m9,000s 0m9,000s\n1m2,500s 0m0,250s\n")).isEqualTo(62.75);
  }

  @Test
  void whatIsNotWhatTimesSaysIsRefused() {
    assertThatThrownBy(() -> Timed.cpu("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theExitCodeAndTheOutputAreThoseOfTheProgram() {
    Timed run = Timed.run(List.of("sh", "-c", "echo one; echo two; exit 7"));
    assertThat(run.exit()).isEqualTo(7);
    assertThat(run.output()).containsExactly("one", "two");
  }
}
