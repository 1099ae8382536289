// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.report.SweptClaims;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.sweep.KeptSummary;
import vacate.sweep.KeptSummary.Places;
import vacate.universe.Universe;

class SweptMatrixTest {
  private static final String FIRST = "store_user red_zone partial: free(0) | vacate";

  private static KeptSummary kept(Revision revision, int undecided, int literal, int qualified) {
    return new KeptSummary(
        revision,
        new Universe(2, 1),
        MemoryModel.JMM,
        1506,
        undecided,
        7,
        places(literal),
        places(qualified));
  }

  /** C10, which has a condition, in so many; it has none if that is 0. */
  private static SortedMap<Claim, Places> places(int scenarios) {
    SortedMap<Claim, Places> places = new TreeMap<>();
    if (scenarios > 0) {
      places.put(Claim.C10, new Places(scenarios, Scenario.parse(FIRST)));
    }
    return places;
  }

  private static List<String> lines(int width, KeptSummary... sweeps) {
    return SweptMatrix.lines(new SweptClaims(List.of(sweeps), List.of(Claim.C2, Claim.C10)), width);
  }

  @Test
  void saysInHowManyAClaimBreaksAndWhichIsTheFirst() {
    List<String> lines =
        lines(100, kept(Revision.POSTED, 0, 40, 9), kept(Revision.CORRECTED, 0, 0, 0));

    assertThat(lines.get(0))
        .startsWith("Each claim as the patch words it, in all 1506 scenarios of");
    assertThat(lines)
        .endsWith(
            "     posted  corrected", "C2   holds   holds", "C10  40 +9   holds      " + FIRST);
  }

  /** The tour's, of which the page leaves lines out. */
  @Test
  void comesToWhatTheReadmeShows() throws IOException {
    List<Revision> inOrder =
        List.of(
            Revision.POSTED,
            Revision.PRE_PATCH,
            Revision.WITHOUT_WRITE_BARRIER,
            Revision.CORRECTED);
    List<KeptSummary> sweeps =
        KeptSummary.daily().stream()
            .sorted(Comparator.comparing(s -> inOrder.indexOf(s.revision())))
            .toList();
    List<String> shown =
        words(Files.readAllLines(Path.of("..", "README.md")).stream())
            .filter(line -> line.matches(" C\\d+ (\\d+|not seen) .*"))
            .map(String::strip)
            .toList();

    assertThat(shown).hasSizeGreaterThan(3);
    assertThat(
            words(
                SweptMatrix.lines(new SweptClaims(sweeps, List.of(Claim.values())), 100).stream()))
        .containsAll(shown);
  }

  private static Stream<String> words(Stream<String> lines) {
    return lines.map(line -> line.stripTrailing().replaceAll(" +", " "));
  }

  @Test
  void whatWasNotExploredToItsEndIsNotSaidToHold() {
    List<String> lines = lines(100, kept(Revision.POSTED, 3, 0, 0));

    assertThat(lines)
        .endsWith(
            "     posted",
            "C2   not seen",
            "C10  not seen",
            "Of some scenarios not every execution was visited, 3 as posted: there more may break");
  }

  @Test
  void onANarrowTerminalAScenarioIsBrokenOrStandsBelow() {
    KeptSummary sweep = kept(Revision.POSTED, 0, 40, 0);

    assertThat(lines(40, sweep))
        .endsWith("C10  40      store_user red_zone", "               partial: free(0) | vacate");
    assertThat(lines(30, sweep)).endsWith("C10  40", "     " + FIRST);
  }

  @Test
  void ofNothingThereIsNothingToSay() {
    assertThat(SweptMatrix.lines(new SweptClaims(List.of(), List.of(Claim.C2)), 80)).isEmpty();
    assertThat(SweptMatrix.lines(SweptClaims.of(List.of(), KeptSummary.daily()), 80)).isEmpty();
  }
}
