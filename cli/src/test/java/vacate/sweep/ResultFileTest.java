// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.Bounds;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.Swept;
import vacate.universe.Universe;

class ResultFileTest {
  private static final Terms TERMS = SmallSweep.terms(SmallSweep.fingerprint());
  private static final Shard SHARD = new Shard(2, 60);
  private static final List<Scenario> SCENARIOS = SmallSweep.scenarios(SHARD);
  private static final byte[] KEY = {0x01, 0x20, (byte) 0x80};

  @TempDir Path folder;
  private Path path;
  private List<Swept> written;

  @BeforeEach
  void writeAll() throws Exception {
    path = folder.resolve("results");
    written = SCENARIOS.stream().map(SmallSweep::swept).toList();
    try (ResultFile file = open(TERMS, SHARD, false)) {
      assertThat(file.known()).isEmpty();
      for (Swept one : written) {
        file.add(one);
      }
    }
  }

  private ResultFile open(Terms terms, Shard shard, boolean fresh)
      throws IOException, ResultRefusal {
    List<Scenario> scenarios = shard.equals(SHARD) ? SCENARIOS : SmallSweep.scenarios(shard);
    return ResultFile.open(path, terms, shard, scenarios, fresh);
  }

  private Set<Swept> known() throws IOException, ResultRefusal {
    try (ResultFile file = open(TERMS, SHARD, false)) {
      return new HashSet<>(file.known().values());
    }
  }

  @Test
  void whatWasKeptIsKnown() throws Exception {
    assertThat(known()).containsExactlyInAnyOrderElementsOf(written).hasSizeGreaterThan(2);
  }

  @Test
  void hasALineForEachScenarioBelowThatWhichSaysOfWhatItIs() throws Exception {
    assertThat(Files.readAllLines(path))
        .hasSize(1 + written.size())
        .allMatch(line -> line.startsWith("{") && line.endsWith("\"}"));
  }

  @Test
  void whatWasBrokenOffIsNotKept() throws Exception {
    try (ResultFile file = open(TERMS, SHARD, true)) {
      Swept one = written.get(0);
      file.add(new Swept(one.revision(), one.scenario(), one.rulings(), false));
    }

    assertThat(known()).isEmpty();
  }

  /** Each byte, in three ways: nobody sees a result that nobody has written. */
  @Test
  void aByteThatIsAnotherIsSeen() throws Exception {
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i++) {
      for (byte key : KEY) {
        byte[] damaged = whole.clone();
        damaged[i] ^= key;
        Files.write(path, damaged);
        if (i == whole.length - 1) { // without its end the last line is none
          assertThat(known()).containsExactlyInAnyOrderElementsOf(allButTheLast());
        } else {
          assertThatThrownBy(this::known)
              .as("byte %d", i)
              .isInstanceOf(ResultRefusal.class)
              .hasMessageNotContaining("\n");
          assertThat(Files.readAllBytes(path)).as("byte %d", i).isEqualTo(damaged);
        }
      }
    }
  }

  private List<Swept> allButTheLast() {
    return written.subList(0, written.size() - 1);
  }

  /**
   * At each length: whole lines are known, what was cut off is not, and the rest is added to it.
   */
  @Test
  void ofACutFileTheWholeLinesAreKnown() throws Exception {
    byte[] whole = Files.readAllBytes(path);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(path, cut);
      long lines = new String(cut, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      if (lines == 0) {
        assertThatThrownBy(this::known).as("%d", length).isInstanceOf(ResultRefusal.class);
        assertThat(Files.readAllBytes(path)).isEqualTo(cut);
        continue;
      }
      try (ResultFile file = open(TERMS, SHARD, false)) {
        assertThat(file.known()).as("%d", length).hasSize((int) lines - 1);
        for (Swept one : written) {
          if (!file.known().containsKey(one.scenario())) {
            file.add(one);
          }
        }
      }
      assertThat(Files.readAllBytes(path)).as("%d", length).isEqualTo(whole);
    }
  }

  @Test
  void anEmptyFileIsOneThatHasJustBeenMade() throws Exception {
    Files.write(path, new byte[0]);

    assertThat(known()).isEmpty();
    assertThat(Files.readAllLines(path)).hasSize(1);
  }

  static Stream<Terms> otherTerms() {
    Fingerprint f = TERMS.fingerprint();
    Universe larger = new Universe(1, 2);
    List<MemoryModel> sc = List.of(MemoryModel.SC);
    Bounds few = new Bounds(TERMS.bounds().loop(), 5);
    return Stream.of(
        TERMS.with(new Fingerprint("x", f.universe(), f.explorer(), f.asm(), f.java())),
        TERMS.with(new Fingerprint(f.core(), "x", f.explorer(), f.asm(), f.java())),
        TERMS.with(new Fingerprint(f.core(), f.universe(), "x", f.asm(), f.java())),
        TERMS.with(new Fingerprint(f.core(), f.universe(), f.explorer(), "x", f.java())),
        TERMS.with(new Fingerprint(f.core(), f.universe(), f.explorer(), f.asm(), "x")),
        new Terms(f, Revision.POSTED, TERMS.models(), TERMS.universe(), TERMS.bounds()),
        new Terms(f, TERMS.revision(), sc, TERMS.universe(), TERMS.bounds()),
        new Terms(f, TERMS.revision(), TERMS.models(), larger, TERMS.bounds()),
        new Terms(f, TERMS.revision(), TERMS.models(), TERMS.universe(), few));
  }

  @ParameterizedTest
  @MethodSource("otherTerms")
  void whatIsOfSomethingElseIsRefusedAndNotTouched(Terms other) throws Exception {
    byte[] before = Files.readAllBytes(path);

    assertThatThrownBy(() -> open(other, SHARD, false))
        .isInstanceOf(ResultRefusal.class)
        .hasMessageMatching("is of (another program: its|something else:) \\w+ .+");
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  @Test
  void anotherShardIsSomethingElse() {
    assertThatThrownBy(() -> open(TERMS, new Shard(3, 60), false))
        .hasMessage("is of something else: shard 2/60, and not 3/60");
  }

  @ParameterizedTest
  @MethodSource("otherTerms")
  void isBegunAnewIfThatIsAskedFor(Terms other) throws Exception {
    try (ResultFile file = open(other, SHARD, true)) {
      assertThat(file.known()).isEmpty();
    }
    assertThat(Files.readAllLines(path)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# A readme\n", "{\"format\":\"vacate swe", "\n", "\u0000"})
  void aFileThatIsNoResultFileIsNeverTouched(String text) throws Exception {
    Files.writeString(path, text);

    for (boolean fresh : new boolean[] {false, true}) {
      assertThatThrownBy(() -> open(TERMS, SHARD, fresh)).isInstanceOf(ResultRefusal.class);
    }
    assertThat(Files.readString(path)).isEqualTo(text);
  }

  @Test
  void twoSweepsDoNotWriteToOneFile() throws Exception {
    try (ResultFile file = open(TERMS, SHARD, false)) {
      assertThatThrownBy(() -> open(TERMS, SHARD, true))
          .isInstanceOf(ResultRefusal.class)
          .hasMessage("is being written by another sweep");
      assertThat(file.known()).hasSameSizeAs(written);
    }
    assertThat(known()).hasSameSizeAs(written);
  }

  /** An interrupted thread must be able to say what it has found. */
  @Test
  void aThreadThatIsInterruptedKeepsWhatItHas() throws Exception {
    try (ResultFile file = open(TERMS, SHARD, true)) {
      Thread.currentThread().interrupt();
      file.add(written.get(0));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(known()).containsExactly(written.get(0));
  }

  @Test
  void linesOfAnotherFileAreNotTakenForItsOwn() throws Exception {
    List<String> lines = Files.readAllLines(path);
    Terms other = TERMS.with(SmallSweep.fingerprint().on("21"));
    try (ResultFile file = open(other, SHARD, true)) {
      assertThat(file.known()).isEmpty();
    }
    List<String> mixed = new ArrayList<>(Files.readAllLines(path));
    mixed.add(lines.get(1));
    Files.write(path, mixed);

    assertThatThrownBy(() -> open(other, SHARD, false))
        .hasMessage("is damaged in line 2: it is not as it was written");
  }

  @Test
  void aScenarioIsThereOnce() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(path));
    lines.add(lines.get(1));
    Files.write(path, lines);

    assertThatThrownBy(this::known)
        .hasMessageMatching("is damaged in line \\d+: .* is there twice");
  }

  @Test
  void aScenarioOfAnotherShardIsNotTaken() throws Exception {
    try (ResultFile file = open(TERMS, SHARD, true)) {
      file.add(SmallSweep.swept(SmallSweep.scenarios(new Shard(1, 60)).get(0)));
    }

    assertThatThrownBy(this::known).hasMessageEndingWith(" is not of this sweep");
  }

  @Test
  void readsWhatItSaysOfItself() throws Exception {
    ResultDocument document = ResultDocument.read(Files.readAllBytes(path));

    assertThat(document.terms()).isEqualTo(TERMS);
    assertThat(document.shard()).isEqualTo(SHARD);
    assertThat(document.of(SCENARIOS)).isEqualTo(byScenario());
  }

  private Map<Scenario, Swept> byScenario() {
    return written.stream().collect(Collectors.toMap(Swept::scenario, swept -> swept));
  }
}
