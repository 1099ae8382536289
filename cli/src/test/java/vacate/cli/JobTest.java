// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vacate.explorer.Verdict.PROVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.claim.Finding;
import vacate.explorer.model.MemoryModel;

class JobTest {
  @TempDir Path folder;

  private static Job job(Finding finding, boolean failed) {
    return new Job() {
      @Override
      public List<Finding> run() {
        return List.of(finding);
      }

      @Override
      public void stop() {}

      @Override
      public boolean hasFailed() {
        return failed;
      }
    };
  }

  private static Job impossible(String file) {
    return new Job() {
      @Override
      public List<Finding> run() throws IOException {
        throw new AccessDeniedException(file);
      }

      @Override
      public void stop() {}
    };
  }

  private static final Finding FINDING = Findings.explorer(MemoryModel.SC, PROVED, PROVED);

  private String printed = "";

  private int run(Path json, Job... jobs) throws IOException {
    PrintStream out = System.out;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(told, true));
      return Job.runAll(List.of(jobs), FinalOutput.full(json == null ? null : JsonFile.at(json)));
    } finally {
      System.setOut(out);
      printed = told.toString();
    }
  }

  @Test
  void aJobThatCannotBeRunDoesNotCostWhatTheOthersSay() throws IOException {
    Path json = folder.resolve("r.json");
    assertThatThrownBy(
            () -> run(json, job(FINDING, false), impossible("results"), job(FINDING, false)))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage("results");
    assertThat(printed).endsWith("all 2 verdicts as declared\n");
    assertThat(Findings.read(Files.readString(json))).hasSize(2);
  }

  @Test
  void whereNoneCanBeRunThereIsNoTable() {
    assertThatThrownBy(() -> run(null, impossible("a"), impossible("b")))
        .hasMessage("a")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(printed).isEmpty();
  }

  @Test
  void aFaultOfOursIsNoVerdict() throws IOException {
    assertThat(run(null, job(FINDING, false))).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(run(null, job(FINDING, true))).isEqualTo(ExitStatus.INTERNAL);
  }
}
