// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of one CPU in three parts. */
class MergeCommandTest {
  private static final int SHARDS = 3;

  @TempDir static Path folder;

  @BeforeAll
  static void sweep() {
    for (int i = 1; i <= SHARDS; i++) {
      Captured.run(
          "sweep",
          "--cpus",
          "1",
          "--model",
          "sc",
          "--shard",
          i + "/" + SHARDS,
          "--results",
          shard(i));
    }
  }

  private static String shard(int number) {
    return folder.resolve(number + ".jsonl").toString();
  }

  @Test
  void theShardsTogetherSayWhatTheWholeSays() {
    Path one = folder.resolve("whole.json");
    Path other = folder.resolve("merged.json");
    Captured whole =
        Captured.run("sweep", "--cpus", "1", "--model", "sc", "--json", one.toString());
    Captured merged =
        Captured.run("merge", shard(3), shard(1), shard(2), "--json", other.toString());

    assertThat(merged.out()).contains("\nfrom 3 files\n");
    assertThat(merged.out().replaceFirst("from 3 files", "explored"))
        .isEqualTo(whole.out().replaceFirst("explored in .*", "explored"));
    assertThat(merged.exit()).isEqualTo(whole.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(other).hasSameTextualContentAs(one);
  }

  @Test
  void isNotProvedIfAShardIsMissing() {
    Captured merged = Captured.run("merge", shard(1), shard(3));

    assertThat(merged.exit()).isNotEqualTo(ExitStatus.AS_DECLARED);
    assertThat(merged.out())
        .contains("\nfrom 2 files\nshard 2/3 is missing\n")
        .contains("\nnot there, 66\n");
  }

  @Test
  void isNotProvedIfAScenarioIsMissing() throws Exception {
    String[] merge = {"merge", "1", "2", "3"};
    int missing = 0;
    for (int i = 1; i <= SHARDS; i++) {
      Path sound = folder.resolve("sound" + i + ".jsonl");
      List<String> lines = Files.readAllLines(Path.of(shard(i)));
      List<String> kept =
          lines.stream().filter(line -> !line.contains("rcu partial: destroy")).toList();
      missing += lines.size() - kept.size();
      merge[i] = Files.write(sound, kept).toString();
    }

    Captured merged = Captured.run(merge);
    assertThat(merged.exit()).isEqualTo(ExitStatus.UNDECIDED);
    assertThat(merged.out())
        .startsWith("BOUNDED corrected under sc of 198 ")
        .containsPattern("\nshard \\d/3, .*, has \\d+ of its 66 scenarios\n")
        .contains("\nnot there, " + missing + "\n");
  }

  @Test
  void nothingIsRunIfNothingIsThere() throws Exception {
    Path empty = folder.resolve("empty.jsonl");
    Files.write(empty, Files.readAllLines(Path.of(shard(1))).subList(0, 1));

    Captured merged = Captured.run("merge", empty.toString());
    assertThat(merged.exit()).isEqualTo(ExitStatus.NOT_RUN);
    assertThat(merged.out()).startsWith("NOT RUN corrected under sc ");
  }

  @Test
  void refusesInALineWhatDoesNotBelongTogether() throws Exception {
    Path damaged = folder.resolve("damaged.jsonl");
    Files.writeString(
        damaged, Files.readString(Path.of(shard(1))).replaceFirst("PROVED", "REFUTED"));
    Path other = folder.resolve("other.jsonl");
    Captured.run(
        "sweep", "--cpus", "1", "--model", "sc", "--shard", "2/50", "--results", other.toString());
    String[][] wrong = {
      {"merge"},
      {"merge", shard(1), shard(1)},
      {"merge", shard(1), other.toString()},
      {"merge", damaged.toString()},
      {"merge", "pom.xml"},
      {"merge", "/no/such/file"},
      {"merge", folder.toString()},
    };

    for (String[] command : wrong) {
      Captured refused = Captured.run(command);
      assertThat(refused.exit()).as(String.join(" ", command)).isEqualTo(ExitStatus.USAGE);
      assertThat(refused.err().strip().lines()).as(refused.err()).hasSize(1);
      assertThat(refused.out()).isEmpty();
    }
  }
}
