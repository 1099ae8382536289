// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitWordTest {
  private final BitWord word = new BitWord();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 19, 31})
  void testAndSetBitTellsWhatWasThereAndSetsOnlyItsBit(int nr) {
    assertThat(word.testAndSetBit(nr)).isFalse();
    assertThat(word.read()).isEqualTo(1 << nr);
    assertThat(word.testAndSetBit(nr)).isTrue();
    assertThat(word.read()).isEqualTo(1 << nr);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 19, 31})
  void clearBitLeavesItsNeighboursAlone(int nr) {
    setAll();
    word.clearBit(nr);
    assertThat(word.read()).isEqualTo(~(1 << nr));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 19, 31})
  void nonAtomicSetAndClearTouchOnlyTheirBit(int nr) {
    word.setBitNonAtomic(nr);
    assertThat(word.read()).isEqualTo(1 << nr);
    setAll();
    word.clearBitNonAtomic(nr);
    assertThat(word.read()).isEqualTo(~(1 << nr));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 19, 31})
  void testBitSeesOnlyItsBit(int nr) {
    assertThat(word.testBit(nr)).isFalse();
    setAll();
    word.clearBit(nr);
    assertThat(word.testBit(nr)).isFalse();
    word.testAndSetBit(nr);
    assertThat(word.testBit(nr)).isTrue();
  }

  @Test
  void clearMaskClearsEveryBitOfTheMaskAndNoOther() {
    setAll();
    word.clearMaskNonAtomic(0x8000_0081);
    assertThat(word.read()).isEqualTo(0x7fff_ff7e);
  }

  private void setAll() {
    for (int nr = 0; nr < 32; nr++) {
      word.setBitNonAtomic(nr);
    }
  }
}
