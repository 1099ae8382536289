// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.claim.Finding;
import vacate.explorer.Verdict;

/** What goes wrong with one thing that is asked for does not cost the others. */
class NothingLostTest {
  private static final String[] VERIFY = {
    "verify", "--claim", "C8", "--revision", "corrected", "--model", "sc", "--judge", "explorer"
  };
  private static final String SUMMARY = "1 verdict as declared\n";

  @TempDir Path folder;

  private static Captured verify(String... more) {
    return Captured.run(Stream.concat(Stream.of(VERIFY), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void aFullDiskUnderTheJsonCostsNeitherTheTableNorTheReport() {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Path report = folder.resolve("report");

    Captured run = verify("--json", "/dev/full", "--report", report.toString());

    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.out()).endsWith(SUMMARY);
    assertThat(run.err()).contains("vacate: --json /dev/full cannot be written: ");
    assertThat(report.resolve("index.html")).isRegularFile();
  }

  @Test
  void aJsonFileThatCannotBeReplacedLeavesNothingBeside() throws IOException {
    Path target = folder.resolve("r.json");
    JsonFile file = JsonFile.at(target);
    Files.createDirectories(target.resolve("in-the-way"));

    List<Finding> findings = List.of(Findings.stress("t", Verdict.OBSERVED, Verdict.OBSERVED));
    assertThat(catchThrown(() -> file.write(findings)))
        .startsWith("--json " + target + " cannot be written: ");

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }

  private interface Write {
    void write() throws IOException;
  }

  private static String catchThrown(Write write) {
    try {
      write.write();
      return "nothing";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  @Test
  void aMinusPutsTheJsonOnStandardOutputAndAllElseOnStandardError() throws IOException {
    Captured run = verify("--json", "-");
    assertThat(Findings.read(run.out())).hasSize(1);
    assertThat(run.out()).startsWith("{");
    assertThat(run.err()).endsWith(SUMMARY);
  }

  @Test
  void aFileThatStandardOutputGoesToHasTheTextAndThenTheJson() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/stdout")));
    Path file = folder.resolve("f");
    String vacate =
        "exec \"$0\" -cp \"$1\" vacate.cli.Main " + String.join(" ", VERIFY) + " --json \"$2\"";
    for (String json : List.of("/dev/stdout", file.toString())) {
      Process process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  vacate,
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  System.getProperty("java.class.path"),
                  json)
              .redirectOutput(file.toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      assertThat(process.waitFor()).isZero();
      assertThat(file).content().contains(SUMMARY + "{").endsWith("}\n");
    }
  }

  @Test
  void aNameThatIsEmptyIsNoFileAndNoFolder() {
    for (String option : List.of("--json", "--report")) {
      Captured run = verify(option, "");
      assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
      assertThat(run.err()).startsWith("vacate: " + option + " wants the name of a ");
    }
    assertThat(Captured.run("explore", "").exit()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aReplayRefusesTheJsonThatItWouldNotWrite() {
    assertThat(Captured.run("reproduce", "d1", "--replay", "v1.x", "--json", "-").err())
        .startsWith("vacate: --json and --replay do not go together");
  }

  @Test
  void aFolderThatCannotBeReadIsOneLine() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("classes/closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "root reads everything");

    Captured run = Captured.run("explore", folder.resolve("classes").toString());

    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.err()).isEqualTo("vacate: " + closed + ": permission denied\n");
  }

  @Test
  void standardOutputIsTheSameAfterACommand() {
    PrintStream before = System.out;
    Captured.run("reproduce", "--json", "-");
    assertThat(System.out).isSameAs(before);
  }
}
