// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Defect;

class EssentialsTest {
  private static final List<HardwareTest> SUITE = StressSuite.tests();
  private static final List<HardwareTest> CHOSEN = Essentials.of(SUITE);

  @Test
  void allSlicesAndTheControlsOfTheMachineAreAmongThem() {
    assertThat(CHOSEN)
        .containsAll(
            SUITE.stream()
                .filter(test -> test.name().matches(".*[.](slice|control)[.].*"))
                .toList());
  }

  @Test
  void everyDefectThatMustBeSeenSomewhereMustBeSeenInOneOfThem() {
    for (Defect defect : Defect.values()) {
      if (SUITE.stream().anyMatch(test -> mustShow(test, defect))) {
        assertThat(CHOSEN).as(defect.label()).anyMatch(test -> mustShow(test, defect));
      } else if (SUITE.stream().anyMatch(test -> test.shows().contains(defect))) {
        assertThat(CHOSEN).as(defect.label()).anyMatch(test -> test.shows().contains(defect));
      }
    }
  }

  @Test
  void aDefectIsShownInTheProtocolRatherThanInASlice() {
    assertThat(
            CHOSEN.stream()
                .filter(test -> mustShow(test, Defect.LOCK_BIT_LOST))
                .map(test -> Weight.of(test)))
        .contains(Weight.HEAVY);
  }

  @Test
  void besideEveryTestThatShowsADefectItsCureIsAmongThem() {
    for (HardwareTest test : SUITE) {
      String cure = test.name().replaceFirst("[.]Posted(2\\d+)?(\\w*)$", ".Corrected$2");
      if (!test.shows().isEmpty() && !cure.equals(test.name())) {
        assertThat(CHOSEN).extracting(HardwareTest::name).contains(cure);
      }
    }
  }

  @Test
  void theyAreInTheOrderOfTheSuiteAndFewerThanIt() {
    assertThat(CHOSEN).isSortedAccordingTo(StressSuite.ORDER).doesNotHaveDuplicates();
    assertThat(SUITE).containsAll(CHOSEN);
    assertThat(CHOSEN.size()).isLessThan(SUITE.size());
  }

  private static boolean mustShow(HardwareTest test, Defect defect) {
    return test.mustBeObserved() && !test.shows().isEmpty() && test.shows().get(0) == defect;
  }
}
