// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.invariant.Violation;
import vacate.revision.Revision;
import vacate.slub.Vacated;

class ConclusionTest {
  @Test
  void whatAVacateOfAFullSlabSaysIsAnAnswerOfAVacate() {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse("full: vacate"));

    assertThat(Conclusion.of(scene.vacate(0)))
        .isEqualTo(new Conclusion.Returned(Vacated.EMPTIED, 1));
  }

  @Test
  void whoDiesSaysWhereInSmallLetters() {
    assertThat(Conclusion.of("list_del")).isEqualTo(new Conclusion.Died("list_del"));
    assertThat(Conclusion.of("PAGE")).isEqualTo(new Conclusion.Done("PAGE"));
    assertThat(Conclusion.of("EMPTIED=1+oops")).isEqualTo(new Conclusion.Done("EMPTIED=1+oops"));
  }

  @ParameterizedTest
  @EnumSource
  void everyViolationInTheEndIsABrokenMachine(Violation violation) {
    String outcome = "PAGE, EMPTIED=1, " + violation;

    assertThat(Aftermath.in(outcome)).contains(new Aftermath(violation));
    assertThat(Aftermath.isBroken(outcome)).isTrue();
  }

  @Test
  void aSceneWhereNothingWasDoneIsSound() {
    Scene scene = new Scene(Revision.CORRECTED, Scenario.parse("full: vacate"));

    assertThat(Aftermath.in("1, " + scene.outcome())).contains(new Aftermath(null));
  }

  @Test
  void aTestThatDidNotAskForTheMachineSaysNothingOfIt() {
    assertThat(Aftermath.in("1, 0")).isEqualTo(Optional.empty());
    assertThat(Aftermath.isBroken("1, 0")).isFalse();
  }
}
