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
import vacate.explorer.Progress;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class StoryTest {
  private static final Map<Defect, Story> TOLD = new EnumMap<>(Defect.class);

  private static Storyteller teller(Defect defect) {
    return new Storyteller(defect, Progress.NONE);
  }

  /** Each is told once. */
  private static Story story(Defect defect) {
    return TOLD.computeIfAbsent(defect, d -> teller(d).tell());
  }

  /**
   * The texts in the resources are what the command printed, but for the token, which each change
   * of a source line makes another. If a test or the search changes they are to be read anew, and
   * replaced.
   */
  @ParameterizedTest
  @EnumSource(names = {"ABORT_REPORTS_SUCCESS", "LOCK_BIT_LOST", "MISSING_WRITE_BARRIER"})
  void isToldInTheSameWordsEachTime(Defect defect) throws IOException {
    List<String> lines = StoryText.lines(story(defect), 100, false);

    assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(golden(defect.label() + ".txt"));
  }

  private static List<String> golden(String name) throws IOException {
    try (var in = StoryTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectIsShownAndItsCureProved(Defect defect) {
    Story story = story(defect);

    assertThat(story.witness()).isNotNull();
    assertThat(story.meaning()).startsWith(defect.id + ": ");
    assertThat(story.steps()).isNotEmpty();
    assertThat(story.cured().verdict()).isEqualTo(Verdict.PROVED);
    assertThat(StoryText.lines(story, 100, false))
        .hasSizeLessThanOrEqualTo(60)
        .filteredOn(line -> !line.startsWith("replay token: "))
        .allMatch(line -> line.length() <= 100);
    assertThat(StoryText.lines(story, 60, false))
        .filteredOn(line -> !line.startsWith("replay token: "))
        .filteredOn(line -> !line.contains("protocol.P0"))
        .allMatch(line -> line.length() <= 60);
  }

  @ParameterizedTest
  @EnumSource
  void itsExhibitIsEvidenceForItAndForItsCure(Defect defect) {
    Evidence broken = Evidence.of(Exhibit.of(defect).broken());
    Evidence cured = Evidence.of(Exhibit.of(defect).cured());

    assertThat(broken.isBroken).isTrue();
    assertThat(broken.defects).contains(defect);
    assertThat(cured.isBroken).isFalse();
    assertThat(cured.defects).contains(defect);
  }

  @Test
  void thePageIsAsTheMachineHasItInTheEnd() {
    Story story = story(Defect.DYING_SLAB_REVIVED);
    PageState last = story.steps().get(story.steps().size() - 1).after();

    assertThat(story.start()).isEqualTo(new PageState(1 << 7, 1, 1, true, 6, "partial", false));
    assertThat(last).isEqualTo(new PageState(0, 0xffff, 0, false, 4, "partial", false));
    assertThat(story.findings())
        .contains("DEAD_PAGE_ON_LIST: page 1 is on the partial list and no slab of cache scene");
  }

  @Test
  void aStoreThatOverwritesTheLockBitIsToldInTwo() {
    assertThat(story(Defect.LOCK_BIT_STUCK).steps())
        .extracting(Step::text)
        .containsSubsequence(
            "__ClearPageSlab: loads flags locked|slab",
            "slab_unlock: -locked",
            "__ClearPageSlab: stores flags locked, locked comes back");
  }

  @Test
  void aModelThatIsTooStrongHasNoWitness() {
    Story story = teller(Defect.MISSING_WRITE_BARRIER).tell(MemoryModel.TSO);

    assertThat(story.witness()).isNull();
    assertThat(StoryText.lines(story, 100, false))
        .anyMatch(line -> line.startsWith("Under tso it does not come about"));
  }

  @Test
  void aTokenTellsTheSameExecutionAgain() {
    Story told = story(Defect.LOCK_BIT_LOST);
    Story again = teller(Defect.LOCK_BIT_LOST).replay(null, told.witness().token());

    assertThat(again.witness()).isEqualTo(told.witness());
    assertThat(again.steps()).isEqualTo(told.steps());
    assertThat(again.findings()).isEqualTo(told.findings());
    assertThat(again.model()).isEqualTo(MemoryModel.SC);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> teller(Defect.ABORT_REPORTS_SUCCESS).replay(null, told.witness().token()));
  }
}
