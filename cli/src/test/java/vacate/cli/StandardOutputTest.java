// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardOutputTest {
  private static final String TESTS =
      Path.of(
              vacate.stress.control.DekkerPlain.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .getPath())
          .toString();
  private static final String[] ONE = {"explore", TESTS, "-t", "DekkerPlain", "--strict"};
  private static final String[] FOUR = {
    "explore", TESTS, "-t", "DekkerVolatile", "--model", "sc,tso,pso,jmm", "-j", "1"
  };

  @TempDir Path folder;

  /** Takes some bytes and no more. */
  private static final class Breaking extends OutputStream {
    private int left;

    Breaking(int left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- <= 0) {
        throw new IOException("it is over");
      }
    }
  }

  private static StandardOutput breaking(int left, boolean isPipe) {
    return StandardOutput.of(new Breaking(left), () -> isPipe, StandardCharsets.UTF_8);
  }

  @Test
  void theVerdictStandsWhereTheReaderWantsNoMore() {
    Captured run = Captured.to(breaking(0, true), ONE);
    assertThat(run.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatNobodyReadsIsNotExplored() {
    Captured run = Captured.to(breaking(0, true), FOUR);
    assertThat(run.exit()).isEqualTo(ExitStatus.UNREAD);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void butForTheFileThatIsAskedFor() throws IOException {
    Path json = folder.resolve("r.json");
    List<String> arguments = new ArrayList<>(List.of(FOUR));
    arguments.addAll(List.of("--json", json.toString()));

    Captured run = Captured.to(breaking(0, true), arguments.toArray(new String[0]));

    assertThat(run.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(Files.readString(json).split("PROVED", -1)).hasSize(1 + 4);
  }

  @Test
  void aFullDiskIsToldWithItsReason() {
    Captured run = Captured.to(breaking(0, false), ONE);
    assertThat(run.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(run.err()).isEqualTo("vacate: standard output cannot be written: it is over\n");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFault() throws Exception {
    List<Process> pipeline =
        ProcessBuilder.startPipeline(List.of(process(ONE), new ProcessBuilder("true")));
    assertThat(pipeline.get(0).waitFor()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @Test
  void aFullDiskIsAFault() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists());
    Process process = process(ONE).redirectOutput(full).start();
    assertThat(process.waitFor()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(folder.resolve("err"))
        .content()
        .startsWith("vacate: standard output cannot be written: ")
        .hasLineCount(1);
  }

  private ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
  }
}
