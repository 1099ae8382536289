// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.cases.Ordering;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weave.Digest;
import vacate.explorer.weave.ProgramLoader;

class CheckpointFileTest {
  private static final List<String> OF = List.of("models jmm", "test Dekker");
  private static final String DEKKER =
      Ordering.PlainDekker.class.getName().replace('.', '/') + ".class";

  @TempDir Path folder;
  private Path classes;
  private Path file;
  private final List<String> begunAnew = new ArrayList<>();

  /** A program of one class, of which three executions were visited. */
  @BeforeEach
  void stop() throws Exception {
    classes = folder.resolve("classes");
    file = folder.resolve("kept");
    Path target = classes.resolve(DEKKER);
    Files.createDirectories(target.getParent());
    try (var in = Ordering.class.getClassLoader().getResourceAsStream(DEKKER)) {
      Files.write(target, in.readAllBytes());
    }
    ProgramLoader program = program();
    CheckpointFile kept = kept(program, OF);
    explore(program, kept, 3);
    kept.write();
  }

  private ProgramLoader program() throws IOException {
    return new ProgramLoader(new URL[] {classes.toUri().toURL()});
  }

  private CheckpointFile kept(ProgramLoader program, List<String> of) {
    return new CheckpointFile(file, of, program, begunAnew::add);
  }

  private static Result explore(ProgramLoader program, Checkpoints kept, long limit) {
    StressTest test = new TestReader(program).read(Ordering.PlainDekker.class.getName()).get();
    Settings settings = Settings.of(new Bounds(100, limit)).checkpoints(kept);
    Map<MemoryModel, Result> results =
        Explorer.explore(test, program, java.util.Set.of(MemoryModel.JMM), settings, Progress.NONE);
    return results.get(MemoryModel.JMM);
  }

  private String refusal() throws IOException {
    return refusal(OF);
  }

  private String refusal(List<String> of) throws IOException {
    try {
      kept(program(), of).read(file);
      return null;
    } catch (Refusal e) {
      return e.getMessage();
    }
  }

  @Test
  void whatWasKeptIsGoneOnWith() throws Exception {
    ProgramLoader program = program();
    CheckpointFile kept = kept(program, OF);
    kept.read(file);
    Result resumed = explore(program, kept, 3);
    assertThat(resumed.executions()).isEqualTo(3);
    assertThat(kept.hasUnfinished()).isTrue();

    Result all = explore(program, kept, Long.MAX_VALUE);
    Result atOnce = explore(program, Checkpoints.NONE, Long.MAX_VALUE);
    assertThat(all.executions()).isEqualTo(atOnce.executions());
    assertThat(all.outcomeIds()).isEqualTo(atOnce.outcomeIds());
    assertThat(kept.hasUnfinished()).isFalse();
    assertThat(begunAnew).isEmpty();
  }

  @Test
  void whereverABitIsAnotherItIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    assertThat(refusal()).isNull();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      Files.write(file, damaged);
      assertThat(refusal()).as("byte %d", i).isNotNull();
    }
  }

  @Test
  void whereverItEndsEarlyItIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(refusal()).as("%d bytes", length).isNotNull();
    }
  }

  @Test
  void oneOfSomethingElseIsRefusedByWhatItIsOf() throws Exception {
    assertThat(refusal(List.of("models sc", "test Dekker")))
        .isEqualTo("is of something else: it has models jmm where there is models sc");
    assertThat(refusal(List.of("models jmm")))
        .isEqualTo("is of something else: it has test Dekker where there is nothing more");
  }

  @Test
  void aProgramThatHasChangedIsRefusedByTheClass() throws Exception {
    Path target = classes.resolve(DEKKER);
    byte[] code = Files.readAllBytes(target);
    Files.write(target, Arrays.copyOf(code, code.length + 1));
    assertThat(refusal())
        .isEqualTo(
            "is of another program: the class "
                + Ordering.PlainDekker.class.getName()
                + " has changed since");
  }

  /** Its sum is right. */
  @Test
  void oneOfAnotherExplorerIsRefused() throws Exception {
    String text = Files.readString(file);
    String[] edits = {
      "(?m)^explorer .", "explorer x", "^vacate checkpoint 1", "vacate checkpoint 2"
    };
    for (int i = 0; i < edits.length; i += 2) {
      String body = text.replaceFirst(edits[i], edits[i + 1]).replaceFirst("(?m)^sum .*\n", "");
      String sum = Digest.of(body.getBytes(StandardCharsets.UTF_8));
      Files.writeString(file, body + "sum " + sum + "\n");
      assertThat(refusal()).contains("another version of vacate");
    }
  }

  @Test
  void nothingElseIsLeftBesideIt() throws Exception {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(classes, file);
    }
  }

  /** The file that was there before is still whole. */
  @Test
  void whatCannotBeWrittenIsSaid() throws Exception {
    Path missing = folder.resolve("missing").resolve("kept");
    CheckpointFile kept = new CheckpointFile(missing, OF, program(), begunAnew::add);
    assertThatThrownBy(kept::write).isInstanceOf(IOException.class);
    assertThat(refusal()).isNull();
  }
}
