// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.search.Stop;

/** Which loops of setup are given up, and as what. */
class SetupLoopsTest {
  private int changed;
  private final SetupLoops setup =
      new SetupLoops(() -> changed, () -> null, IllegalStateException::new);

  /** Does what woven code does in a loop with one variable. */
  private void loop(IntUnaryOperator body) throws Stop {
    LoopFrame frame = setup.frame(1);
    frame.arrive(0);
    frame.entered();
    for (int n = 0; ; ) {
      n = body.applyAsInt(n);
      frame.arrive(0);
      if (frame.isLookedAt()) {
        frame.variable(new LoopFrame.Primitive(n));
      }
      frame.turned();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 1_000, 100_003})
  void whatComesBackToWhereItWasWaitsForEver(int period) {
    assertThatThrownBy(() -> loop(n -> (n + 1) % period))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("setup waits for ever, as nobody else runs");
  }

  /** As of a sequence whose beginning is in no cycle. */
  @Test
  void soDoesWhatComesToACycleOnlyLate() {
    assertThatThrownBy(() -> loop(n -> n < 3_000_000 ? n + 1 : 3_000_000 + (n - 2_999_999) % 12))
        .hasMessage("setup waits for ever, as nobody else runs");
  }

  @Test
  void whatChangesSomethingInEachTurnIsGivenUpAtLast() {
    LoopFrame frame = setup.frame(1);
    assertThatThrownBy(
            () -> {
              for (frame.entered(); ; frame.turned()) {
                changed++;
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("setup goes round a loop 200000000 times");
  }

  /** Something is changed once in a while, so it does not come back to where it was. */
  @Test
  void whatChangesSomethingNowAndThenDoesNotWait() {
    assertThatThrownBy(
            () ->
                loop(
                    n -> {
                      if (n == 0 && ++changed == 500_000) {
                        throw new ArithmeticException("the end");
                      }
                      return (n + 1) % 5;
                    }))
        .isInstanceOf(ArithmeticException.class);
  }
}
