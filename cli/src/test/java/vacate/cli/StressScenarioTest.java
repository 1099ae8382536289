// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StressScenarioTest {
  @TempDir Path folder;

  /** One CPU alone does the same each time. */
  @Test
  void whatIsBrokenIsObserved() throws IOException {
    Path json = folder.resolve("seen.json");
    Captured run =
        Captured.run(
            "stress", "--scenario", "partial: vacate", "--time", "1s", "--json", json.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.out())
        .startsWith("posted, partial: vacate, seed ")
        .contains("\nOBSERVED in ", "EMPTIED=1, SLAB  C14: vacate answers 1");
    Map<String, Object> seen = JSON.std.mapFrom(Files.readString(json));
    assertThat(seen)
        .containsEntry("broken", List.of("EMPTIED=1, SLAB"))
        .containsEntry("notAllowed", List.of())
        .containsEntry("stopped", false);
  }

  @Test
  void asCorrectedNothingIs() {
    Captured run =
        Captured.run(
            "stress",
            "--scenario",
            "partial: - | vacate",
            "--revision",
            "corrected",
            "--time",
            "1s");

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(run.out()).contains("\nNOT OBSERVED in ", "  EMPTIED=1, FREE\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --scenario;partial: vacate irq: alloc  ~ no JVM interrupts a thread
          --scenario;partial: vacate proc: alloc ~ no JVM interrupts a thread
          --scenario;partial: vacuum             ~ "vacuum" is none of
          --scenario;fresh: alloc;--tests;x      ~ --tests and --scenario do not go together
          --scenario;fresh: alloc;--report;x     ~ --report and --scenario do not go together
          --scenario;fresh: alloc;--time;soon    ~ --time soon
          --revision;posted                      ~ --revision goes with --scenario
          """)
  void whatDoesNotGoTogetherIsRefused(String arguments, String message) {
    Captured run = Captured.run(("stress;" + arguments).split(";"));

    assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains(message);
  }
}
