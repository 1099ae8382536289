// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  private static final String[] FILES = {"index.html", "junit.xml", "results.sarif", "summary.md"};

  @TempDir Path folder;

  private final Report report = new Report(List.of(), List.of(), List.of());

  @Test
  void makesTheFolderWithAllFilesAndNothingBeside() throws IOException {
    Path target = folder.resolve("report");
    ReportFolder opened = ReportFolder.at(target);
    assertThat(target).doesNotExist();

    opened.write(report);

    assertThat(names(target)).containsExactly(FILES);
    assertThat(names(folder)).containsExactly("report");
  }

  @Test
  void replacesAnOldReportAndLeavesOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("index.html"), "old");
    Files.writeString(folder.resolve("mine.txt"), "mine");

    ReportFolder.at(folder).write(report);

    assertThat(folder.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
    assertThat(names(folder)).hasSize(FILES.length + 1);
  }

  @Test
  void refusesWhatCannotBeWrittenBeforeAnythingIsRun() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Files.createDirectories(folder.resolve("taken/junit.xml"));

    assertThatThrownBy(() -> ReportFolder.at(file)).hasMessageEndingWith("it is a file");
    assertThatThrownBy(() -> ReportFolder.at(folder.resolve("no/report")))
        .hasMessageEndingWith("no such folder");
    assertThatThrownBy(() -> ReportFolder.at(folder.resolve("taken")))
        .hasMessageEndingWith("junit.xml is a folder there");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aWriteThatFailsLeavesNothing() throws IOException {
    Path target = Files.createDirectory(folder.resolve("report"));
    ReportFolder opened = ReportFolder.at(target);
    Files.createDirectories(target.resolve("index.html/in-the-way"));

    assertThatThrownBy(() -> opened.write(report)).isInstanceOf(IOException.class);

    assertThat(names(target)).containsExactly("index.html");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
