// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LincheckScenarioTest {
  private static final String SCENARIO = "full: free(0) | vacate";

  @TempDir Path folder;

  @Test
  void aScenarioThatGoesWrongIsToldStepByStep() throws IOException {
    Path json = folder.resolve("ruled.json");
    Captured run = Captured.run("lincheck", "--scenario", SCENARIO, "--json", json.toString());

    assertThat(run.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.out())
        .startsWith("posted, full: free(0) | vacate, grain fine\n\nREFUTED in ")
        .contains("FALSE_SUCCESS: ");
    Map<String, Object> ruled = JSON.std.mapFrom(Files.readString(json));
    assertThat(ruled).containsEntry("verdict", "REFUTED").containsEntry("scenario", SCENARIO);
    assertThat(Path.of((String) ruled.get("trace"))).content().contains("vacate(1)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          --scenario;full: free(0) | flush      ~ no specification of flush; `vacate judge` may
          --scenario;fresh: alloc;--grain;rough ~ --grain rough is neither fine nor coarse
          --scenario;fresh: alloc;--tests;x     ~ --tests and --scenario do not go together
          --scenario;fresh: alloc;--report;x    ~ --report and --scenario do not go together
          --grain;fine                          ~ --revision and --grain go with --scenario
          --scenario;fresh: alloc;--revision;x  ~ --revision x is none of
          """)
  void whatDoesNotGoTogetherIsRefused(String arguments, String message) {
    Captured run = Captured.run(("lincheck;" + arguments).split(";"));

    assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains(message);
  }
}
