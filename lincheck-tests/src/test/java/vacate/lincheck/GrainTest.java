// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.revision.Revision;

class GrainTest {
  /** A few times what seeing everything takes. */
  private static final int RUNS = 200;

  private static Canary explore(Revision revision, Grain grain) {
    Canary canary = new Canary(() -> new SlabSetUp(revision), grain);
    canary.explore(RUNS);
    return canary;
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED", "CORRECTED"})
  void anInheritedStepIsSeenHalfDoneAtTheFineGrain(Revision revision) {
    assertThat(explore(revision, Grain.FINE).seen).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTED", "CORRECTED"})
  void anInheritedStepIsNotSeenHalfDoneAtTheCoarseGrain(Revision revision) {
    assertThat(explore(revision, Grain.COARSE).seen).containsExactly(0, 2);
  }

  static class Overloaded {
    void once() {}

    void once(int argument) {}

    void twice() {}
  }

  static final class Heir extends Overloaded {
    @Override
    void twice() {}
  }

  @Test
  void aMethodIsNamedOfTheClassThatInheritsIt() {
    assertThat(Grain.names(Heir.class, method -> method.getName().equals("once")))
        .containsExactly("once");
  }

  @Test
  void aMethodThatIsOverriddenIsNotNamed() {
    assertThat(Grain.names(Heir.class, m -> m.getDeclaringClass() == Overloaded.class))
        .containsExactly("once");
  }

  @Test
  void whatIsSaidOfOneOfTwoOverloadsIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Grain.names(Heir.class, method -> method.getParameterCount() == 1))
        .withMessageContaining("once");
  }
}
