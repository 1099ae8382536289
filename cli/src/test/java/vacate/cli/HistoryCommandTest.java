// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.chronicle.Chronicle;
import vacate.chronicle.ClaimChronicle;
import vacate.chronicle.CureChronicle;
import vacate.chronicle.KeptChronicle;
import vacate.explorer.model.MemoryModel;
import vacate.history.Cures;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.report.HistorySvg;

/**
 * What is shown of the history, of what the build has explored. {@code docs/history.md} has the
 * matrix and the picture; if they are not what they would be now, what they would be is in the
 * folder {@code target}.
 */
class HistoryCommandTest {
  private static final Path DOCS = Path.of("..", "docs");

  @TempDir Path folder;

  @Test
  void thePageShowsTheMatrix() throws IOException {
    List<String> lines =
        new HistoryTable(KeptChronicle.read(), ExplorerDemonstration.WIDEST).matrix();
    String shown =
        String.join("\n", lines.stream().map(l -> l.isEmpty() ? "" : "    " + l).toList());
    Files.writeString(Path.of("target", "history.txt"), shown);

    assertThat(Files.readString(DOCS.resolve("history.md"))).contains(shown);
  }

  @Test
  void thePageShowsTheClaims() throws IOException {
    List<String> lines =
        new ClaimHistory(ClaimChronicle.kept(), MemoryModel.SC, ExplorerDemonstration.WIDEST)
            .matrix();
    String shown =
        String.join("\n", lines.stream().map(l -> l.isEmpty() ? "" : "    " + l).toList());
    Files.writeString(Path.of("target", "claims.txt"), shown);

    assertThat(Files.readString(DOCS.resolve("history.md"))).contains(shown);
  }

  @Test
  void thePageShowsTheCures() throws IOException {
    List<String> lines = new CureText(CureChronicle.kept(), ExplorerDemonstration.WIDEST).table();
    String shown =
        String.join("\n", lines.stream().map(l -> l.isEmpty() ? "" : "    " + l).toList());
    Files.writeString(Path.of("target", "cures.txt"), shown);

    assertThat(Files.readString(DOCS.resolve("history.md"))).contains(shown);
  }

  @ParameterizedTest
  @EnumSource
  void aPageTellsWhatTheVersionWouldHaveToBeChangedIn(PostedVersion version) {
    String page = String.join(" ", new CureText(CureChronicle.kept(), 80).page(version));

    Cures.of(version)
        .ifPresent(
            cure ->
                assertThat(page)
                    .contains("its cure, " + cure.revision(), "PROVED in ")
                    .doesNotContain("REFUTED"));
  }

  @Test
  void thePictureIsOfWhatWasExplored() throws IOException {
    String svg = HistorySvg.of(KeptChronicle.read());
    Files.writeString(Path.of("target", "history.svg"), svg);

    assertThat(Files.readString(DOCS.resolve("img").resolve("history.svg"))).isEqualTo(svg);
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionHasAPageThatFits(PostedVersion version) {
    List<String> page = new HistoryTable(KeptChronicle.read(), 80).page(version);

    assertThat(page).allMatch(line -> line.length() <= 80);
    assertThat(String.join("\n", page))
        .startsWith(version.label)
        .contains("<" + version.messages.get(0) + ">", "what it brought", "what it mended");
  }

  @Test
  void aPageTellsWhatTheVersionMendedAndBrought() {
    Captured run = Captured.run("history", "--version", "2007-05-18");

    assertThat(run.exit()).isZero();
    String mended =
        run.out()
            .substring(
                run.out().indexOf("what it mended"), run.out().indexOf("the claims of June"));
    assertThat(mended).contains("R2", "F1", "R3", "R4", "h1").doesNotContain("M2");
    assertThat(run.out())
        .contains("seen: partial: nomem; vacate => OK; NO_MEMORY=0, REFERENCE_WRONG");
  }

  /** The same claim, in steps of its own, of a version that drops the reference early. */
  @Test
  void aPageTellsWhatTheClaimsAreAboutThere() {
    String out = Captured.run("history", "--version", "2007-08-31", "--model", "jmm").out();

    assertThat(out.replaceAll("\\s+", " "))
        .contains("scenarios under jmm")
        .contains("C5 While isolate holds its reference, and then while the slab is frozen")
        .contains("C7 n/a: it is about what would be without a barrier");
  }

  @Test
  void whatAVersionDoesNotClaimIsNotJudged() {
    Captured run =
        Captured.run("judge", "kept: shrink", "--revision", "posted20071128", "--claim", "C8");

    assertThat(run.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err())
        .contains("in posted20071128 nothing is to be asked for C8: nobody looks for PageSlab");
  }

  @Test
  void aClaimOfAnotherVersionIsJudgedByItsOwnSteps() {
    Captured run =
        Captured.run(
            "judge",
            "kept referenced: shrink; put | vacate",
            "--revision",
            "posted20071106",
            "--claim",
            "C4",
            "--model",
            "sc");

    assertThat(run.out())
        .contains("get_page_unless_zero succeeds while discard_slab is freeing the page");
  }

  @Test
  void writesAllAsJson() throws IOException {
    Path json = folder.resolve("h.json");

    assertThat(Main.run("history", "--json", json.toString())).isZero();

    List<Map<String, Object>> all = Findings.read(Files.readString(json));
    assertThat(all)
        .extracting(d -> d.get("name"))
        .containsExactlyElementsOf(
            Arrays.stream(HistoricDefect.values()).map(HistoricDefect::label).toList());
    Object r3 = all.get(HistoricDefect.SHRINK_STOPS_WITH_A_LOCK.ordinal()).get("versions");
    assertThat(JSON.std.asString(r3))
        .contains("\"2007-05-18\":{\"found\":\"unseen\",\"scenarios\":1,\"executions\":1}")
        .contains("\"outcome\":\"OK, LOCK_LEFT\"", "\"2019\":{\"found\":\"n/a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version 2008",
        "--version",
        "--since 2007",
        "--model pc",
        "--json /no/such/f.json"
      })
  void refusesWhatCannotBe(String arguments) {
    assertThat(Main.run(("history " + arguments).split(" "))).isEqualTo(ExitStatus.USAGE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SHRINK_STOPS_WITH_A_LOCK",
        "VACATE_MASKS_NO_INTERRUPTS",
        "SLAB_BORN_LOCKED",
        "LOCK_HAMMERS",
        "DYING_SLAB_MET_ON_LIST"
      })
  void reproducesDefectsOfOtherVersions(HistoricDefect defect) {
    Captured run = Captured.run("reproduce", defect.label());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(defect.label() + " (" + defect.id + ")")
        .contains(defect.shownIn().isEmpty() ? "" : "replay token: v1.");
  }

  @Test
  void anIdIsTheOneThatIsSpelled() {
    assertThat(Captured.run("reproduce", "J2").out()).startsWith("scratch-leaked (J2)");
    assertThat(Captured.run("reproduce", "j").out()).startsWith("compound-page-bug-on (j)");
    assertThat(Main.run("reproduce", "J2", "--judge", "jcstress")).isEqualTo(ExitStatus.USAGE);
    assertThat(Main.run("reproduce", "L4", "--replay", "v1.0")).isEqualTo(ExitStatus.USAGE);
    assertThat(Main.run("reproduce", "R3", "--replay", "v1.0")).isEqualTo(ExitStatus.USAGE);
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectIsListed(HistoricDefect defect) {
    assertThat(DefectList.lines(100)).anyMatch(line -> line.contains(defect.label()));
  }

  @Test
  void whatIsKeptIsOfAllThatCanBeLookedFor() {
    assertThat(KeptChronicle.read().sightings().keySet())
        .containsExactlyElementsOf(Chronicle.defects());
  }
}
