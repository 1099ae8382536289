// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.claim.Defect;

class ReproduceCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void reproducesEveryDefect(Defect defect) {
    assertThat(Main.run("reproduce", defect.label())).isEqualTo(ExitStatus.AS_DECLARED);
  }

  @Test
  void writesWhatItShowedAndWhatItProved() throws Exception {
    Path json = folder.resolve("r.json");

    assertThat(Main.run("reproduce", "a", "--full", "--json", json.toString())).isZero();

    List<Map<String, Object>> results = Findings.read(Files.readString(json));
    assertThat(results)
        .extracting(result -> result.get("verdict"))
        .containsExactly("REFUTED", "PROVED");
    assertThat(results)
        .extracting(result -> result.get("revision"))
        .containsExactly("posted", "corrected");
    assertThat(results).extracting(result -> result.get("model")).containsExactly("sc", "jmm");
    String token = (String) results.get(0).get("witness");
    assertThat(token).startsWith("v1.");
    assertThat(Main.run("reproduce", "a", "--replay", token)).isZero();
    assertThat(Main.run("reproduce", "a2", "--replay", token)).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aModelThatIsTooStrongIsAsDeclared() {
    assertThat(Main.run("reproduce", "no-wmb", "--model", "sc")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lock-bit",
        "zzzzzzzz",
        "a b",
        "a --judge jury",
        "a --model arm",
        "a --replay v1.0",
        "a --replay nonsense",
        "a --judge lincheck --model sc",
        "a --judge jcstress --full",
        "--model sc",
        "--judge lincheck",
        "a --json /no/such/folder/r.json"
      })
  void refusesWhatCannotBe(String arguments) {
    assertThat(Main.run(("reproduce " + arguments).split(" "))).isEqualTo(ExitStatus.USAGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSING_WRITE_BARRIER", "COMPOUND_PAGE_BUG_ON", "STALE_NULL_CACHE"})
  void saysWhereLincheckCannotSeeIt(Defect defect) {
    assertThat(Main.run("reproduce", defect.label(), "--judge", "lincheck"))
        .isEqualTo(ExitStatus.NOT_RUN);
    assertThat(LincheckDemonstration.whyNot(defect)).isNotEqualTo("there is no scenario");
  }

  @ParameterizedTest
  @EnumSource
  void lincheckHasAScenarioOrAReason(Defect defect) {
    assertThat(LincheckDemonstration.trial(defect).isPresent())
        .isEqualTo(LincheckDemonstration.whyNot(defect).equals("there is no scenario"));
  }

  @ParameterizedTest
  @EnumSource
  void jcstressRunsATestThatShowsIt(Defect defect) {
    assertThat(JcstressDemonstration.test(defect).shows()).contains(defect);
  }

  @Test
  void listsAllDefectsWithinTheTerminal() {
    assertThat(Main.run("reproduce")).isZero();
    for (int width : new int[] {50, 80, 100, 160}) {
      List<String> lines = DefectList.lines(width);
      assertThat(lines).allMatch(line -> line.length() <= width);
      for (Defect defect : Defect.values()) {
        assertThat(lines).anyMatch(line -> line.contains(defect.label()));
      }
    }
  }
}
