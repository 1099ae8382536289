// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {
  private static final String[] ONE_CPU = {"sweep", "--cpus", "1", "--model", "sc"};

  private static Captured sweep(String... more) {
    String[] all = new String[ONE_CPU.length + more.length];
    System.arraycopy(ONE_CPU, 0, all, 0, ONE_CPU.length);
    System.arraycopy(more, 0, all, ONE_CPU.length, more.length);
    return Captured.run(all);
  }

  /**
   * Of 2.6.22 itself: pages of a destroyed cache wait for a grace period, and read it after that.
   */
  @Test
  void findsWhatNoTestHasLookedAt() {
    Captured corrected = sweep();

    assertThat(corrected.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(corrected.out())
        .startsWith("REFUTED corrected under sc, broken in 6 of 198 scenarios of up to 1 CPU with")
        .containsOnlyOnce("\n\n")
        .contains("the machine is damaged, in 6\n  rcu cpu_slab: destroy(0); idle\n");
  }

  @Test
  void tellsOfEachThingThatIsBrokenInWhichScenarios() {
    assertThat(sweep("--revision", "posted").out())
        .contains(
            "C14: vacate answers 1 where it gave up, or objects are left, in ",
            "  kept: vacate\n",
            "C14: vacate answers 1, and the page still is a slab, in ",
            "  full: vacate\n");
  }

  @Test
  void whatIsNotExploredToTheEndIsNotDecided() {
    Captured few = Captured.run("sweep", "--model", "sc", "--max-executions", "1");

    assertThat(few.out()).contains("\nnot decided, ");
    assertThat(few.out()).doesNotContain("PROVED ", " in all ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cpus 0",
        "--cpus 5",
        "--operations 4",
        "--cpus two",
        "--revision june",
        "--model arm",
        "--model sc,jmm",
        "--max-time soon",
        "--max-executions 0",
        "--jobs 0",
        "full: vacate",
      })
  void refusesWhatCannotBe(String arguments) {
    Captured refused = Captured.run(("sweep " + arguments).split(" "));

    assertThat(refused.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err().strip().lines()).hasSize(1);
  }
}
