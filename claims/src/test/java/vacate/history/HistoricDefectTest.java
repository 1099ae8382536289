// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.claim.Defect;
import vacate.revision.Revision;

/** The table of the history, held against itself. */
class HistoricDefectTest {
  @Test
  void idsAndNamesAreOnesOwn() {
    List<HistoricDefect> all = List.of(HistoricDefect.values());

    assertThat(all).extracting(d -> d.id).doesNotHaveDuplicates();
    assertThat(all).extracting(HistoricDefect::label).doesNotHaveDuplicates();
  }

  /** A name means one thing, wherever it is typed; so does an id, as it is spelled. */
  @Test
  void whatJuneHasTooHasTheSameIdAndName() {
    for (HistoricDefect historic : HistoricDefect.values()) {
      for (Defect defect : Defect.values()) {
        assertThat(defect.id.equals(historic.id))
            .as("%s and %s", defect, historic)
            .isEqualTo(defect.label().equals(historic.label()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isASentenceWithProvenance(HistoricDefect defect) {
    assertThat(defect.sentence).isNotBlank().doesNotEndWith(".");
    assertThat(defect.provenance).isNotBlank().doesNotEndWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsShownIsShownInItsFirstVersionAndNoneBefore(HistoricDefect defect) {
    assertThat(defect.shownIn().stream().map(PostedVersion::of))
        .allSatisfy(version -> assertThat(version).isGreaterThanOrEqualTo(defect.since));
    if (!defect.shownIn().isEmpty()) {
      assertThat(defect.shownIn()).contains(defect.since.revision.get());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noVersionHasWhatItIsNotAskedFor(HistoricDefect defect) {
    assertThat(defect.shownIn()).allSatisfy(r -> assertThat(defect.probes(r)).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotShownSaysWhy(HistoricDefect defect) {
    if (defect.proof instanceof Proof.NotShown not) {
      assertThat(not.because()).isNotBlank().endsWith(".");
      assertThat(defect.probes(Revision.POSTED)).isEmpty();
      assertThat(defect.shownIn()).isEmpty();
    } else {
      assertThat(((Proof.Explored) defect.proof).probes()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVersionIsPortedOrSaysWhyNot(PostedVersion version) {
    assertThat(version.revision.isEmpty()).isEqualTo(version.notPorted.endsWith("."));
    assertThat(version.messages).isNotEmpty().allMatch(id -> id.contains("@"));
    assertThat(version).hasToString(version.label);
  }

  /** Each is cured, or left for a reason; and nothing that the version has not. */
  @ParameterizedTest
  @EnumSource
  void whatAVersionHasItsCureCures(PostedVersion version) {
    Cures.of(version)
        .ifPresent(
            cure -> {
              Set<HistoricDefect> cured = EnumSet.noneOf(HistoricDefect.class);
              cure.changes().forEach(change -> cured.addAll(change.cures()));
              cured.addAll(cure.left().keySet());
              assertThat(cured)
                  .containsAll(
                      Arrays.stream(HistoricDefect.values())
                          .filter(d -> d.shownIn().contains(version.revision.get()))
                          .toList());
            });
  }

  @Test
  void everyVersionThatIsPortedHasACure() {
    assertThat(PostedVersion.ported()).allMatch(version -> Cures.of(version).isPresent());
    assertThat(Cures.curedBy(Revision.CORRECTED)).containsExactly(PostedVersion.JUNE);
    assertThat(Cures.revisions()).doesNotHaveDuplicates().contains(Revision.CORRECTED_20071128);
  }

  @Test
  void everyPostedRevisionIsAVersion() {
    Stream<Revision> posted =
        Arrays.stream(Revision.values()).filter(r -> r.label.startsWith("posted"));

    assertThat(posted).allSatisfy(r -> assertThat(PostedVersion.of(r).revision).contains(r));
    assertThatThrownBy(() -> PostedVersion.of(Revision.CORRECTED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("corrected was not posted");
  }
}
