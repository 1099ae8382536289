// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of hours that is ended from outside says what it has found. */
class InterruptedSweepTest {
  @TempDir Path directory;

  @Test
  void whatWasSweptIsToldAndWhatWasNotBegunIsCounted() throws Exception {
    Path out = directory.resolve("out.txt");
    Path results = directory.resolve("results.jsonl");
    Process vacate =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dvacate.live=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                "--cpus",
                "2",
                "--operations",
                "2",
                "--revision",
                "posted",
                "--model",
                "sc",
                "--results",
                results.toString())
            .redirectOutput(out.toFile())
            .start();
    try (BufferedReader err = vacate.errorReader()) {
      StringBuilder told = new StringBuilder();
      while (told.indexOf(" to go") < 0) {
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
        .containsPattern("^(?:REFUTED|BOUNDED) posted under sc")
        .containsPattern("[1-9]\\d* executions, ")
        .containsPattern("not begun, [1-9]\\d*");
    assertThat(Captured.run("merge", results.toString()).out())
        .containsPattern("shard 1/1, .*, has [1-9]\\d* of its \\d+ scenarios");
  }
}
