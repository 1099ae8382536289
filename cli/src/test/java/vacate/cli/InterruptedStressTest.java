// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is ended from outside, as Ctrl-C and a supervisor's SIGTERM do. Its test has one
 * actor, so that it runs on any machine, and 60 forks to come.
 */
class InterruptedStressTest {
  @TempDir Path directory;

  @Test
  void whatThereWasIsTableJsonAndReportAndNothingOfItIsCalledNotAsDeclared() throws Exception {
    Path json = directory.resolve("rows.json");
    Path report = directory.resolve("report");
    Path out = directory.resolve("out.txt");
    Process vacate =
        start(out, "--budget", "tough", "--json", json.toString(), "--report", report.toString());
    List<String> forks;
    try (BufferedReader err = vacate.errorReader()) {
      for (String line = err.readLine(); !line.startsWith("plan: "); line = err.readLine()) {
        // it is measuring
      }
      vacate.toHandle().destroy();
      forks = err.lines().toList();
      assertThat(vacate.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      vacate.destroyForcibly();
    }

    assertThat(vacate.exitValue()).isEqualTo(130);
    assertThat(Files.readString(out))
        .containsPattern("interrupted: \\d+ verdicts? (is|are) missing")
        .doesNotContain("!!", "not as declared");
    List<Map<String, Object>> results = Findings.read(Files.readString(json));
    assertThat(results).extracting(result -> result.get("verdict")).containsOnly("INTERRUPTED");
    assertThat(results)
        .extracting(result -> result.get("test"))
        .contains("vacate.stress.defect.LeakedReference.Corrected");
    assertThat(report.resolve("index.html")).isNotEmptyFile();
    assertThat(report.resolve("junit.xml")).content().contains("failures=\"0\"");
    assertThat(forks).noneMatch(line -> line.contains("Exception"));
  }

  private Process start(Path out, String... more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dvacate.home=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "stress",
            "--tests",
            "LeakedReference.Corrected");
    builder.command().addAll(List.of(more));
    return builder.redirectOutput(out.toFile()).start();
  }
}
