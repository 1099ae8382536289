// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.claim.Defect;
import vacate.claim.Evidence;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Verdict;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.stress.claim.C02_NewSlab;

class ReproductionTest {
  private static final Map<Defect, Reproduction> TOLD = new EnumMap<>(Defect.class);

  private static Reproducer reproducer(Defect defect) {
    return new Reproducer(defect, Progress.NONE);
  }

  /** Each is told once. */
  private static Reproduction reproduction(Defect defect) {
    return TOLD.computeIfAbsent(defect, d -> reproducer(d).tell());
  }

  /**
   * The texts in the resources are what the command printed, but for the token, which each change
   * of a source line makes another. If a test or the search changes they are to be read anew, and
   * replaced.
   */
  @ParameterizedTest
  @EnumSource(names = {"ABORT_REPORTS_SUCCESS", "LOCK_BIT_LOST", "MISSING_WRITE_BARRIER"})
  void isToldInTheSameWordsEachTime(Defect defect) throws IOException {
    List<String> lines = ReproductionText.lines(reproduction(defect), 100, false);

    assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(golden(defect.label() + ".txt"));
  }

  private static List<String> golden(String name) throws IOException {
    try (var in = ReproductionTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectIsShownAndItsCureProved(Defect defect) {
    Reproduction reproduction = reproduction(defect);

    assertThat(reproduction.isShown()).isTrue();
    assertThat(reproduction.diagnosis().meaning()).startsWith(defect.id + ": ");
    assertThat(reproduction.diagnosis().story().steps()).isNotEmpty();
    assertThat(reproduction.cured().verdict()).isEqualTo(Verdict.PROVED);
    assertThat(ReproductionText.lines(reproduction, 100, false))
        .hasSizeLessThanOrEqualTo(60)
        .filteredOn(line -> !line.startsWith("replay token: "))
        .allMatch(line -> line.length() <= 100);
    assertThat(ReproductionText.lines(reproduction, 60, false))
        .filteredOn(line -> !line.startsWith("replay token: "))
        .filteredOn(line -> !line.contains("protocol.P0"))
        .allMatch(line -> line.length() <= 60);
  }

  @ParameterizedTest
  @EnumSource
  void itsTestsAreEvidenceForItAndForItsCure(Defect defect) {
    Evidence broken = Evidence.of(DefectTests.of(defect).broken());
    Evidence cured = Evidence.of(DefectTests.of(defect).cured());

    assertThat(broken.isBroken).isTrue();
    assertThat(broken.defects).contains(defect);
    assertThat(cured.isBroken).isFalse();
    assertThat(cured.defects).contains(defect);
  }

  @Test
  void thePageIsAsTheMachineHasItInTheEnd() {
    Reproduction reproduction = reproduction(Defect.DYING_SLAB_REVIVED);
    PageState last =
        reproduction
            .diagnosis()
            .story()
            .steps()
            .get(reproduction.diagnosis().story().steps().size() - 1)
            .after();

    assertThat(reproduction.diagnosis().story().start())
        .isEqualTo(new PageState(1 << 7, 1, 1, true, 6, "partial", false));
    assertThat(last).isEqualTo(new PageState(0, 0xffff, 0, false, 4, "partial", false));
    assertThat(reproduction.diagnosis().findings())
        .contains("DEAD_PAGE_ON_LIST: page 1 is on the partial list and no slab of cache scene");
  }

  @Test
  void aStoreThatOverwritesTheLockBitIsToldInTwo() {
    assertThat(reproduction(Defect.LOCK_BIT_STUCK).diagnosis().story().steps())
        .extracting(Step::text)
        .containsSubsequence(
            "__ClearPageSlab: loads flags locked|slab",
            "slab_unlock: -locked",
            "__ClearPageSlab: stores flags locked, locked comes back");
  }

  @Test
  void aModelThatIsTooStrongHasNoWitness() {
    Reproduction reproduction = reproducer(Defect.MISSING_WRITE_BARRIER).tell(MemoryModel.TSO);

    assertThat(reproduction.isShown()).isFalse();
    assertThat(ReproductionText.lines(reproduction, 100, false))
        .anyMatch(line -> line.startsWith("Under tso it does not come about"));
  }

  @Test
  void aTokenTellsTheSameExecutionAgain() {
    Reproduction told = reproduction(Defect.LOCK_BIT_LOST);
    Reproduction again = reproducer(Defect.LOCK_BIT_LOST).replay(null, told.token());

    assertThat(again.diagnosis()).isEqualTo(told.diagnosis());
    assertThat(again.model()).isEqualTo(MemoryModel.SC);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reproducer(Defect.ABORT_REPORTS_SUCCESS).replay(null, told.token()));
  }

  @Test
  void aStoreToTheFreelistThatIsLateIsToldAndMarked() {
    ClassLoader loader = getClass().getClassLoader();
    Class<?> test = C02_NewSlab.WithoutWriteBarrier.class;
    Witness witness = Explorer.explore(test, MemoryModel.PSO).outcome("BROKEN").witness();
    Story story =
        Story.of(
            new TestReader(loader).read(test.getName()).orElseThrow(),
            loader,
            MemoryModel.PSO,
            witness.token());

    assertThat(story.steps())
        .filteredOn(step -> step.text().contains("freelist NULL -> 0x"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(story.passedBy(step)).isNotNull());
  }
}
