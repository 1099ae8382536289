// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.Swept;

class MergedSweepTest {
  private static final int SHARDS = 3;
  private static final Terms TERMS = SmallSweep.terms(Fingerprint.own());

  @TempDir Path folder;
  private final List<Path> files = new ArrayList<>();

  @BeforeEach
  void writeAll() throws Exception {
    for (int number = 1; number <= SHARDS; number++) {
      files.add(written(number + ".jsonl", TERMS, new Shard(number, SHARDS)));
    }
  }

  private Path written(String name, Terms terms, Shard shard) throws IOException, ResultRefusal {
    Path path = folder.resolve(name);
    List<Scenario> scenarios = SmallSweep.scenarios(shard);
    List<Scenario> anyOrder = new ArrayList<>(scenarios);
    Collections.reverse(anyOrder);
    try (ResultFile file = ResultFile.open(path, terms, shard, scenarios, false)) {
      for (Scenario scenario : anyOrder) {
        file.add(SmallSweep.swept(scenario));
      }
    }
    return path;
  }

  @Test
  void theShardsTogetherAreTheWhole() throws Exception {
    Collections.reverse(files);
    MergedSweep merged = MergedSweep.of(files);

    assertThat(merged.swept())
        .isEqualTo(SmallSweep.scenarios(Shard.WHOLE).stream().map(SmallSweep::swept).toList());
    assertThat(merged.lacking()).isEmpty();
    assertThat(merged.terms()).isEqualTo(TERMS);
  }

  @Test
  void ofAShardThatIsMissingNothingIsKnown() throws Exception {
    files.remove(1);
    MergedSweep merged = MergedSweep.of(files);

    assertThat(merged.lacking()).containsExactly("shard 2/3 is missing");
    assertThat(merged.swept().stream().filter(s -> s.rulings().isEmpty()).map(Swept::scenario))
        .containsExactlyElementsOf(SmallSweep.scenarios(new Shard(2, SHARDS)));
  }

  @Test
  void aShardThatIsNotWholeIsNamed() throws Exception {
    Path cut = files.get(1);
    List<String> lines = Files.readAllLines(cut);
    Files.writeString(cut, String.join("\n", lines.subList(0, 5)));
    MergedSweep merged = MergedSweep.of(files);

    assertThat(merged.lacking())
        .containsExactly(
            "shard 2/3, " + cut + ", has 3 of its " + (lines.size() - 1) + " scenarios");
    assertThat(merged.swept()).filteredOn(s -> !s.whole()).hasSize(lines.size() - 1 - 3);
  }

  @Test
  void aShardIsThereOnce() throws Exception {
    Path again = Files.copy(files.get(0), folder.resolve("again.jsonl"));
    files.add(again);

    assertThatThrownBy(() -> MergedSweep.of(files))
        .isInstanceOf(ResultRefusal.class)
        .hasMessage(again + " is shard 1/3, as " + files.get(0) + " is");
  }

  @Test
  void shardsOfAnotherCutDoNotGoWithThem() throws Exception {
    files.set(2, written("other.jsonl", TERMS, new Shard(4, 4)));

    assertThatThrownBy(() -> MergedSweep.of(files))
        .hasMessageEndingWith("is of something else: shards 4, and not 3");
  }

  @Test
  void anotherProgramsFilesAreRefusedThoughTheyAgree() throws Exception {
    Terms foreign = SmallSweep.terms(SmallSweep.fingerprint());
    Path only = written("foreign.jsonl", foreign, Shard.WHOLE);

    assertThatThrownBy(() -> MergedSweep.of(List.of(only)))
        .hasMessage(only + " is of another program: its core is not the same");
  }

  /** Another machine may have another Java, but all shards must have the same. */
  @Test
  void itDoesNotMatterOnWhichJavaTheyAreAddedUp() throws Exception {
    Terms elsewhere = TERMS.with(TERMS.fingerprint().on("21.0.1"));
    Path only = written("elsewhere.jsonl", elsewhere, Shard.WHOLE);
    Path part = written("part.jsonl", elsewhere, new Shard(2, SHARDS));

    assertThat(MergedSweep.of(List.of(only)).lacking()).isEmpty();
    assertThatThrownBy(() -> MergedSweep.of(List.of(files.get(0), part)))
        .hasMessageContaining(" is of something else: java 21.0.1, and not ");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path damaged = files.get(2);
    Files.writeString(damaged, Files.readString(damaged).replaceFirst("REFUTED", "PROVED"));

    assertThatThrownBy(() -> MergedSweep.of(files))
        .isInstanceOf(ResultRefusal.class)
        .hasMessage(damaged + " is damaged in line 2: it is not as it was written");
  }
}
