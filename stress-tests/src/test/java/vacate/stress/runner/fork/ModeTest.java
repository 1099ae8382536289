// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.vm.CompileMode;

class ModeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void oneActorIsSlowAndTheOthersAreNot(int actors) {
    int first = Mode.FIRST_SLOW.compileMode(actors);
    int last = Mode.LAST_SLOW.compileMode(actors);
    for (int actor = 0; actor < actors; actor++) {
      assertThat(CompileMode.isInt(first, actor)).isEqualTo(actor == 0);
      assertThat(CompileMode.isC2(first, actor)).isEqualTo(actor != 0);
      assertThat(CompileMode.isInt(last, actor)).isEqualTo(actor == actors - 1);
      assertThat(CompileMode.isC2(last, actor)).isEqualTo(actor != actors - 1);
    }
  }

  @Test
  void theOtherModesTreatAllActorsAlike() {
    assertThat(Stream.of(Mode.C2_STRESS, Mode.C2, Mode.C1, Mode.INTERPRETER))
        .allMatch(mode -> mode.compileMode(3) == CompileMode.UNIFIED);
  }

  @Test
  void onlyTheRandomizedCompilerIsGivenTheSeed() {
    assertThat(Mode.C2_STRESS.flags(77)).contains("-XX:StressSeed=77");
    assertThat(Stream.of(Mode.values()).filter(mode -> mode.flags(77).toString().contains("77")))
        .containsExactly(Mode.C2_STRESS);
  }

  @Test
  void aForkWithoutSeedOrTimeIsRefused() {
    IntStream.of(0, -1)
        .forEach(
            none -> {
              assertThatThrownBy(() -> new ForkSpec("test", Mode.C2, none, 1, false))
                  .isInstanceOf(IllegalArgumentException.class);
              assertThatThrownBy(() -> new ForkSpec("test", Mode.C2, 1, none, false))
                  .isInstanceOf(IllegalArgumentException.class);
            });
  }
}
