// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.Verdict;

class JsonFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheFileAndLeavesNothingBeside() throws IOException {
    Path target = Files.writeString(folder.resolve("r.json"), "old");

    JsonFile.at(target).write(List.of(Findings.stress("t", Verdict.OBSERVED, Verdict.OBSERVED)));

    assertThat(target).content().contains("\"version\"", "OBSERVED");
    assertThat(folder).isDirectoryContaining(target::equals);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void leavesAnOldFileAloneUntilThereIsSomethingToWrite() throws IOException {
    Path target = Files.writeString(folder.resolve("r.json"), "old");

    JsonFile.at(target);

    assertThat(target).hasContent("old");
  }

  @Test
  void refusesAFolderThatIsNotThereBeforeAnythingIsRun() {
    assertThatThrownBy(() -> JsonFile.at(folder.resolve("no/r.json")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> JsonFile.at(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void replacesTheFileThatALinkLeadsToAndNotTheLink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("r.json");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real/r.json"));

    JsonFile.at(link).write("first");
    assertThat(real).hasContent("first");
    JsonFile.at(link).write("second");

    assertThat(real).hasContent("second");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void refusesALinkToItself() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);

    assertThatThrownBy(() -> JsonFile.at(link))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("too many links");
  }

  @Test
  void writesIntoAPipeAndLeavesIt() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    FutureTask<String> reader = new FutureTask<>(() -> Files.readString(pipe));

    JsonFile file = JsonFile.at(pipe);
    new Thread(reader).start();
    file.write("document");

    assertThat(reader.get()).isEqualTo("document");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }
}
