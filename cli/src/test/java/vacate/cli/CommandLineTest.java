// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  /** The compiled stress tests, as the class path has them. */
  private static final String STRESS_TESTS =
      Path.of(
              vacate.stress.control.DekkerPlain.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sress",
        "--colour",
        "stress --budget huge",
        "stress --seed many",
        "stress --tests no-such-test",
        "stress --tests (",
        "stress --tests Dekker --json /no/such/folder/r.json",
        "lincheck --tests no-such-scenario",
        "lincheck --budget huge",
        "lincheck --report pom.xml",
        "stress --tests Dekker --report /no/such/folder/report",
        "verify --report /no/such/folder/report",
        "barriers --report pom.xml",
        "barriers --mutant nope",
        "barriers --full",
        "barriers --replay v1.x",
        "barriers --mutant write-barrier --replay v1.x --json r.json",
        "barriers --mutant write-barrier --replay v1.x --report r",
        "--report pom.xml",
        "verify --claim C99",
        "verify --model arm",
        "verify --revision next",
        "verify --judge me",
        "verify --claim C5 --revision prePatch",
        "verify --json /no/such/folder/v.json",
        "explore",
        "explore no-such.jar",
        "explore pom.xml",
        "explore --model arm .",
        "explore --loop-bound 0 .",
        "explore --max-executions none .",
        "explore --max-time 10 .",
        "explore --max-time-per-test 0s ."
      })
  void refusesWhatCannotBe(String arguments) {
    assertThat(Main.run(arguments.split(" "))).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void exploresATestAndWritesJson() throws Exception {
    Path json = folder.resolve("r.json");

    int exit = Main.run("explore", STRESS_TESTS, "-t", "DekkerVolatile", "--json", json.toString());

    assertThat(exit).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(Files.readString(json)).contains("DekkerVolatile", "PROVED", "\"model\":\"jmm\"");
  }

  @Test
  void verifiesAClaimAndWritesAReport() throws Exception {
    Path report = folder.resolve("report");

    int exit =
        Main.run("verify", "--claim", "C9", "--judge", "explorer", "--report", report.toString());

    assertThat(exit).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(report.resolve("index.html"))
        .content()
        .contains("inuse-zero-means-in-transit in posted under sc", "lock-bit-lost in posted")
        .contains("id=\"machine\"");
    assertThat(report.resolve("junit.xml")).content().contains("failures=\"0\"");
    assertThat(report.resolve("results.sarif")).content().contains("\"C9\"");
    assertThat(report.resolve("summary.md")).content().contains("verdicts as declared");
  }

  @Test
  void exploresOnceWhatIsNamedTwice() throws Exception {
    Path json = folder.resolve("r.json");
    Path tests = Path.of(STRESS_TESTS); // a folder or a jar

    Main.run(
        "explore",
        STRESS_TESTS,
        tests.getParent() + "/./" + tests.getFileName(),
        "-t",
        "DekkerVolatile",
        "--model",
        "jmm,jmm",
        "--json",
        json.toString());

    assertThat(Files.readString(json).split("DekkerVolatile", -1)).hasSize(2);
  }

  @Test
  void refusesAFolderWithADamagedClass() throws Exception {
    Files.writeString(folder.resolve("Junk.class"), "junk");

    assertThat(Main.run("explore", folder.toString())).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void saysSoIfItsOutputIsLost() {
    PrintStream out = System.out;
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("no space left");
              }
            });
    try {
      System.setOut(full);
      assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerVolatile"))
          .isEqualTo(ExitStatus.NOT_RUN);
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void namesTheOptionAndTheTokenAsTheyWereTyped() {
    assertThat(stderr("barriers", "--test", "[")).startsWith("vacate: --test [ is no regular");
    assertThat(stderr("explore", STRESS_TESTS, "-t", "DekkerPlain", "--replay", "v1.x.!!!!"))
        .startsWith("vacate: --replay: not a replay token of version 1: v1.x.!!!!");
  }

  @Test
  void namesMutantsThatAreNearTheOneThatIsNot() {
    assertThat(stderr("barriers", "--mutant", "Write-Barier"))
        .isEqualTo(
            "vacate: --mutant Write-Barier: there is none; near: write-barrier, inuse-early,"
                + " reference; see --help\n");
  }

  private static String stderr(String... arguments) {
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(told, true));
      assertThat(Main.run(arguments)).isEqualTo(ExitStatus.USAGE);
    } finally {
      System.setErr(err);
    }
    return told.toString();
  }

  @Test
  void saysByItsExitCodeThatATestIsRefuted() {
    assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerPlain", "--strict"))
        .isEqualTo(ExitStatus.DIFFERS);
  }

  @Test
  void saysByItsExitCodeThatATestHasARaceIfThatIsAsked() {
    assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerPlain"))
        .isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerPlain", "--lock-order"))
        .isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerPlain", "--races"))
        .isEqualTo(ExitStatus.DIFFERS);
  }

  @Test
  void saysByItsExitCodeThatItGaveUp() {
    assertThat(Main.run("explore", STRESS_TESTS, "-t", "DekkerPlain", "--max-executions", "1"))
        .isEqualTo(ExitStatus.UNDECIDED);
  }

  @Test
  void stopsAtTheFirstBadOutcomeAndSaysSo() {
    Captured run =
        Captured.run("explore", STRESS_TESTS, "-t", "DekkerPlain", "--strict", "--first");
    assertThat(run.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.out()).containsPattern("stopped at a bad outcome, after \\d executions");
  }

  @Test
  void verifiesAClaimWhereverItWasToldSomethingOfIt() throws Exception {
    Path json = folder.resolve("v.json");

    int exit =
        Main.run(
            "verify",
            "--claim",
            "inuse-zero-before-pageslab",
            "--judge",
            "explorer",
            "--json",
            json.toString());

    assertThat(exit).isEqualTo(ExitStatus.AS_DECLARED);
    List<Map<String, Object>> results = Findings.read(Files.readString(json));
    assertThat(results)
        .hasSize(4 * 4)
        .allMatch(result -> result.get("verdict").equals(result.get("expected")));
    assertThat(results).extracting(result -> result.get("id")).containsOnly("C2");
    assertThat(results)
        .filteredOn(result -> result.get("revision").equals("withoutWriteBarrier"))
        .extracting(result -> result.get("model") + " " + result.get("verdict"))
        .containsExactly("sc PROVED", "tso PROVED", "pso REFUTED", "jmm REFUTED");
  }
}
