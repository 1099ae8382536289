// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is ended from outside, as Ctrl-C and a supervisor's SIGTERM do. Its first test takes
 * minutes, and soon has a bad outcome.
 */
class InterruptedExplorationTest {
  private static final String TESTS =
      Path.of(
              vacate.stress.control.DekkerPlain.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();

  @TempDir Path directory;

  @Test
  void whatTheTestAtWorkHasSeenIsReportedAndRefutes() throws Exception {
    Path json = directory.resolve("r.json");
    Path out = directory.resolve("out.txt");
    Process vacate = start(out, "--json", json.toString());
    try (BufferedReader err = vacate.errorReader()) {
      StringBuilder told = new StringBuilder();
      while (told.indexOf(" executions, ") < 0) {
        int next = err.read();
        assertThat(next).as(told::toString).isNotNegative();
        told.append((char) next);
      }
      vacate.toHandle().destroy();
      err.lines().forEach(line -> {});
      assertThat(vacate.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      vacate.destroyForcibly();
    }

    assertThat(vacate.exitValue()).isEqualTo(130);
    assertThat(Files.readString(out))
        .containsPattern("REFUTED  \\S+P17_AllocFreeVacateVacate.Posted under sc: [1-9]\\d* exec")
        .containsPattern("interrupted after [1-9]\\d* executions")
        .contains("replay token: ")
        .endsWith("1 REFUTED" + System.lineSeparator());
    assertThat(Files.readString(json)).contains("\"verdict\":\"REFUTED\"");
  }

  /** With progress as in a terminal: it is how the test knows that executions were seen. */
  private Process start(Path out, String... more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dvacate.live=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "explore",
            TESTS,
            "-t",
            "P17_AllocFreeVacateVacate.Posted",
            "--model",
            "sc",
            "--strict");
    builder.command().addAll(List.of(more));
    return builder.redirectOutput(out.toFile()).start();
  }
}
