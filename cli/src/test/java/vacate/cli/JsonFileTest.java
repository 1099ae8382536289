// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.claim.Verdict;

class JsonFileTest {
  @TempDir Path folder;

  @Test
  void replacesTheFileAndLeavesNothingBeside() throws IOException {
    Path target = Files.writeString(folder.resolve("r.json"), "old");

    JsonFile.at(target).write(List.of(Rows.stress("t", Verdict.OBSERVED, Verdict.OBSERVED)));

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
}
