// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.model.MemoryModel;
import vacate.sweep.Fingerprint;

/** What is kept of mutants is there when the file is opened again, and nothing else. */
class FateFileTest {
  private static final Fingerprint PROGRAM = new Fingerprint("c", "u", "e", "a", "17");
  private static final Fate KILLED =
      new Fate("0000000a", "partial: vacate", "deadlock", 5, 7, null, null);
  private static final Fate SURVIVOR =
      new Fate("0000000b", null, null, 12, 40, "kept: vacate", "full: vacate: no time");

  @TempDir private Path folder;

  private FateFile open(Fingerprint program, int size, boolean fresh) throws IOException {
    return FateFile.open(folder.resolve("fates"), program, MemoryModel.JMM, size, 1500, fresh);
  }

  private void keepBoth() throws IOException {
    try (FateFile file = open(PROGRAM, 2, false)) {
      file.add(KILLED);
      file.add(SURVIVOR);
    }
  }

  @Test
  void isThereAgain() throws IOException {
    keepBoth();
    try (FateFile again = open(PROGRAM, 2, false)) {
      assertThat(again.known()).containsOnlyKeys(KILLED.id(), SURVIVOR.id());
      assertThat(again.known().values()).containsExactlyInAnyOrder(KILLED, SURVIVOR);
    }
  }

  @Test
  void aLineThatWasCutOffIsForgotten() throws IOException {
    keepBoth();
    Path path = folder.resolve("fates");
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(whole, whole.length - 3));
    try (FateFile again = open(PROGRAM, 2, false)) {
      assertThat(again.known()).containsOnlyKeys(KILLED.id());
    }
  }

  @Test
  void ofAnotherProgramOrQuestionItIsRefusedAndNotTouched() throws IOException {
    keepBoth();
    byte[] before = Files.readAllBytes(folder.resolve("fates"));
    assertThatThrownBy(() -> open(new Fingerprint("d", "u", "e", "a", "17"), 2, false))
        .hasMessageContaining("another program");
    assertThatThrownBy(() -> open(PROGRAM, 3, false)).hasMessageContaining("another question");
    assertThat(Files.readAllBytes(folder.resolve("fates"))).isEqualTo(before);
  }

  @Test
  void aLineThatWasChangedIsNotBelieved() throws IOException {
    keepBoth();
    Path path = folder.resolve("fates");
    Files.writeString(path, Files.readString(path).replace("deadlock", "deadlocK"));
    assertThatThrownBy(() -> open(PROGRAM, 2, false)).hasMessageContaining("damaged");
  }

  @Test
  void freshBeginsAnewButNotOverWhatIsSomethingElse() throws IOException {
    keepBoth();
    try (FateFile anew = open(PROGRAM, 3, true)) {
      assertThat(anew.known()).isEmpty();
    }
    Files.writeString(folder.resolve("fates"), "my thesis\n", StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> open(PROGRAM, 3, true)).hasMessageContaining("no result file");
    assertThat(folder.resolve("fates")).hasContent("my thesis\n");
  }

  @Test
  void twoDoNotWriteAtOnce() throws IOException {
    keepBoth();
    try (FateFile one = open(PROGRAM, 2, false)) {
      assertThat(one.known()).hasSize(2);
      assertThatThrownBy(() -> open(PROGRAM, 2, false)).hasMessageContaining("another run");
    }
  }
}
