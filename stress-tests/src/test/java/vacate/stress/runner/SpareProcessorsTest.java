// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PrimitiveIterator;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpareProcessorsTest {
  private static final long MILLI = 1_000_000;

  @Test
  void whoSeesEveryMomentHasAProcessor() {
    assertThat(share(LongStream.iterate(0, t -> t + 1_000))).isEqualTo(1);
  }

  @Test
  void whoSeesNoneOfEachSecondSliceHasHalfOfOne() {
    LongStream everyOtherSlice =
        LongStream.iterate(0, t -> t + 100_000).filter(t -> t / (4 * MILLI) % 2 == 0);
    assertThat(share(everyOtherSlice)).isCloseTo(0.5, within(0.02));
  }

  @Test
  void whoComesWhenItIsOverHasNone() {
    assertThat(share(LongStream.of(300 * MILLI))).isZero();
  }

  @Test
  void aMachineLeavesUsNoMoreThanItHas() throws InterruptedException {
    assertThat(SpareProcessors.measure(2)).isBetween(0.0, 2.0);
  }

  private static double share(LongStream moments) {
    PrimitiveIterator.OfLong iterator = moments.iterator();
    LongSupplier clock = iterator::nextLong;
    return SpareProcessors.share(clock, 0, 200 * MILLI);
  }
}
