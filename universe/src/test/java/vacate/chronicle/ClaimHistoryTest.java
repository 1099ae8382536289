// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.history.PostedVersion;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * The claims in each version. All scenarios were explored once, under all models, by {@code
 * ./vacate history --explore-claims}, and what was found is kept; here those that are small are
 * explored again, and must come to the same.
 */
class ClaimHistoryTest {
  /** Executions: those that have no more, of all versions, are a matter of half a minute or so. */
  private static final long SMALL = 20;

  /** Of a version at least; since 2017 few come to any claim. */
  private static final int FEW = 4;

  private static final ClaimChronicle KEPT = ClaimChronicle.kept();

  /** One, as its classes stay warm. */
  private static final Inquest INQUEST = new Inquest(ClaimChronicle.EXECUTIONS);

  static List<PostedVersion> versions() {
    return PostedVersion.ported();
  }

  /** Every one is found again, and counted again. */
  @ParameterizedTest
  @MethodSource("versions")
  void smallScenariosComeToWhatIsKept(PostedVersion version) {
    List<ClaimFound> small =
        KEPT.of(version, MemoryModel.SC).stream()
            .filter(f -> f.executions() <= SMALL && !f.claims().isEmpty())
            .toList();
    List<String> found = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (ClaimFound one : small) {
      INQUEST
          .look(one.revision(), one.scenario(), Set.of(MemoryModel.SC))
          .forEach(f -> found.add(f.text()));
      kept.add(
          new ClaimFound(
                  one.revision(),
                  one.scenario(),
                  Set.of(MemoryModel.SC),
                  one.executions(),
                  one.whole(),
                  one.claims())
              .text());
    }

    assertThat(small).hasSizeGreaterThan(FEW);
    assertThat(found).isEqualTo(kept);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void allThatIsInTheBoundIsKeptUnderEachModel(PostedVersion version) {
    for (MemoryModel model : MemoryModel.values()) {
      assertThat(KEPT.of(version, model))
          .extracting(ClaimFound::scenario)
          .containsExactlyElementsOf(HistoricBound.scenarios(version));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void nothingIsInTheBoundTwice(PostedVersion version) {
    assertThat(HistoricBound.scenarios(version)).doesNotHaveDuplicates().isNotEmpty();
  }

  /** None holds because nothing ever comes to it. */
  @ParameterizedTest
  @MethodSource("versions")
  void someScenarioComesToEachClaimThatTheVersionMakes(PostedVersion version) {
    Revision revision = version.revision.get();
    Set<Claim> asked = EnumSet.noneOf(Claim.class);
    KEPT.of(version, MemoryModel.SC).forEach(f -> asked.addAll(f.claims().keySet()));

    assertThat(asked)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Claim.values())
                .filter(c -> !(Restatements.of(revision, c) instanceof Restatement.NotMade))
                .toList());
  }

  /** A weaker model has more executions. */
  @ParameterizedTest
  @MethodSource("versions")
  void whatBreaksDoesSoUnderEachWeakerModel(PostedVersion version) {
    for (Claim claim : Claim.values()) {
      for (MemoryModel model : MemoryModel.values()) {
        for (MemoryModel weaker : MemoryModel.values()) {
          if (weaker.includes(model)
              && KEPT.of(version, claim, model) instanceof ClaimVerdict.Breaks) {
            assertThat(KEPT.of(version, claim, weaker))
                .as("%s in %s", claim, version)
                .isInstanceOf(ClaimVerdict.Breaks.class);
          }
        }
      }
    }
  }

  /**
   * To explore a version whole: {@code -Dvacate.explore=2007-08-31}. What is found is then in
   * {@code target/claims.tsv}; read why it differs before it is kept.
   */
  @Test
  @EnabledIfSystemProperty(named = "vacate.explore", matches = ".*")
  void allScenariosComeToWhatIsKept() throws IOException {
    PostedVersion version =
        versions().stream()
            .filter(v -> v.label.equals(System.getProperty("vacate.explore")))
            .findFirst()
            .orElseThrow();
    ClaimChronicle found =
        ClaimChronicle.explore(
            List.of(version), List.of(MemoryModel.values()), (v, scenario) -> {});
    Files.write(Path.of("target", "claims.tsv"), found.lines());

    assertThat(MemoryModel.values()).allMatch(model -> KEPT.agrees(found, version, model));
  }

  /** One of them is not wrong because it has not seen as much. */
  @ParameterizedTest
  @CsvSource({
    "whole C4 C9!, whole C4 C9!, true",
    "whole C4 C9!, whole C4 C9, false",
    "whole C4 C9!, cut C4 C9, true",
    "cut C9!, whole C4 C9!, true",
    "cut C4 C9!, whole C4 C9, false",
    "cut C4 C8, whole C4 C9, false",
    "cut C4, cut C4 C9, false",
  })
  void agreesWithWhoHasSeenLess(String one, String other, boolean agrees) {
    assertThat(said(one).agrees(said(other), PostedVersion.JUNE, MemoryModel.SC)).isEqualTo(agrees);
  }

  private static ClaimChronicle said(String what) {
    String line = "posted\tsc\tkept: vacate\t1\t" + what.replaceFirst(" ", "\t");
    return new ClaimChronicle(List.of(ClaimFound.read(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "posted\tsc\tkept: vacate\t1\twhole",
        "posted\tsc\tkept: vacate\t1\tdone\tC9!",
        "posted\tsc\tkept: vacate\t1\twhole\tC9?",
        "posted\tsc\tkept: vacate\t1\twhole\tC99",
        "june\tsc\tkept: vacate\t1\twhole\tC9!",
      })
  void readsNothingElse(String line) {
    assertThatThrownBy(() -> ClaimFound.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing found of claims: " + line);
  }

  @Test
  void readsWhatItWrites() {
    String line = "posted\tsc,jmm\tkept: vacate\t1\twhole\tC4 C9! C10!+";

    assertThat(ClaimFound.read(line).text()).isEqualTo(line);
  }

  /** What each of these says of a version is told by another test where the steps are June's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "POSTED_20070504 # partial: free(0) | vacate # C1! C4! C5 C8! C10!+ C12!+ C15! C18!",
        "POSTED_20170307 # objects(4) partial: free(0) | shrink # C12!+ C15 C16!+ C17!+ C19!+",
        "POSTED_2019 # partial second: free(0) | shrink # C12!+ C15 C16 C17!+ C19!+",
        "POSTED_20071106 # kept referenced: shrink; put | vacate # C4! C5 C10!+",
        "POSTED_20071128 # objects(4) partial: shrink | free(0) # C1 C5 C11 C15 C16 C17",
        "POSTED_20080215 # objects(4) partial: shrink | free(0) # C1 C5 C11 C15 C16 C17",
      })
  void fareSo(Revision revision, String scenario, String claims) {
    List<ClaimFound> found =
        INQUEST.look(revision, Scenario.parse(scenario), Set.of(MemoryModel.SC));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).text().replaceAll(".*\t", "").split(" ")).contains(claims.split(" "));
  }
}
