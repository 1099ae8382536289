// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was stopped goes on from its checkpoint, and loses nothing. */
class ResumedRunTest {
  private static final String TESTS =
      Path.of(
              vacate.stress.control.DekkerPlain.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();

  /** Some hundred executions, and others that a limit of five does not reach. */
  private static final String SOME = "P0[12]_.*Corrected";

  /** Takes minutes. */
  private static final String LONG = "P17_AllocFreeVacateVacate.Posted";

  @TempDir Path directory;

  private static Captured explore(String tests, Object... more) {
    return under("sc,jmm", tests, more);
  }

  private static Captured under(String models, String tests, Object... more) {
    List<String> command =
        new ArrayList<>(List.of("explore", TESTS, "-t", tests, "--model", models));
    for (Object word : more) {
      command.add(word.toString());
    }
    return Captured.run(command.toArray(new String[0]));
  }

  private static String withoutTimes(Path json) throws IOException {
    return Files.readString(json).replaceAll("\"millis\":[0-9.]*", "");
  }

  @Test
  void testsOfThePortSayTheSameAfterSeveralStops() throws Exception {
    Path kept = directory.resolve("kept");
    Path json = directory.resolve("json");
    explore(SOME, "--json", json);
    final String expected = withoutTimes(json);

    assertThat(explore(SOME, "--max-executions", 5, "--checkpoint", kept).exit()).isEqualTo(3);
    assertThat(kept).exists();
    explore(SOME, "--max-executions", 8, "--resume", kept, "-j", 1);
    assertThat(kept).exists();
    explore(SOME, "--resume", kept, "--json", json);
    assertThat(withoutTimes(json)).isEqualTo(expected);
    assertThat(kept).doesNotExist();
  }

  @Test
  void whatCannotBeGoneOnWithIsRefusedInOneLineAndStaysAsItIs() throws Exception {
    Path kept = directory.resolve("kept");
    explore(SOME, "--max-executions", 5, "--checkpoint", kept);
    final byte[] before = Files.readAllBytes(kept);

    refused("has test vacate.stress.protocol.P0", explore("P01_.*Corrected", "--resume", kept));
    refused("has loop-bound 100 where", explore(SOME, "--resume", kept, "--loop-bound", 7));
    refused("has models sc,jmm where", under("sc", SOME, "--resume", kept));
    refused("is there already", explore(SOME, "--checkpoint", kept));
    refused("--races do not go together", explore(SOME, "--resume", kept, "--races"));
    refused("--lock-order do not go", explore(SOME, "--checkpoint", "x", "--lock-order"));
    refused("--replay do not go", explore(SOME, "--resume", kept, "--replay", "v1.x"));
    refused("no such file", explore(SOME, "--resume", directory.resolve("none")));
    refused("cannot be written", explore(SOME, "--checkpoint", directory.resolve("no/kept")));
    assertThat(kept).hasBinaryContent(before);

    Files.writeString(kept, "x", java.nio.file.StandardOpenOption.APPEND);
    refused("is damaged", explore(SOME, "--resume", kept));
  }

  private static void refused(String why, Captured run) {
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains(why));
  }

  @Test
  void whatWasFoundBeforeAKillIsFoundAgain() throws Exception {
    Path kept = directory.resolve("kept");
    stop(kept, process -> process.toHandle().destroyForcibly(), () -> hasVisited(kept));
    assertThat(visitedBefore(kept)).isPositive();
  }

  @Test
  void whatWasFoundBeforeCtrlCIsFoundAgain() throws Exception {
    Path kept = directory.resolve("kept");
    String printed = stop(kept, process -> process.toHandle().destroy(), () -> true);
    assertThat(printed).contains("interrupted after " + visitedBefore(kept) + " executions");
  }

  /** How many executions a run has had that goes no further. */
  private static long visitedBefore(Path kept) {
    String printed = under("sc", LONG, "--resume", kept, "--max-executions", 1).out();
    assertThat(printed).containsPattern("stopped early after [1-9]\\d* executions");
    return Long.parseLong(printed.replaceAll("(?s).*stopped early after (\\d+) .*", "$1"));
  }

  private static boolean hasVisited(Path kept) {
    try {
      return Files.readString(kept).contains("\nsearch ");
    } catch (IOException e) {
      return false;
    }
  }

  private interface Stop {
    void stop(Process process);
  }

  /** Runs until executions were seen, and {@code enough} as well; returns what was printed. */
  private String stop(Path kept, Stop how, BooleanSupplier enough) throws Exception {
    Path out = directory.resolve("out");
    Process vacate =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dvacate.live=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "explore",
                TESTS,
                "-t",
                LONG,
                "--model",
                "sc",
                "--checkpoint",
                kept.toString())
            .redirectOutput(out.toFile())
            .start();
    try (BufferedReader err = vacate.errorReader()) {
      StringBuilder told = new StringBuilder();
      while (told.indexOf(" executions, ") < 0 || !enough.getAsBoolean()) {
        int next = err.read();
        assertThat(next).as(told::toString).isNotNegative();
        told.append((char) next);
      }
      how.stop(vacate);
      err.lines().forEach(line -> {});
      assertThat(vacate.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      vacate.destroyForcibly();
    }
    return Files.readString(out);
  }
}
