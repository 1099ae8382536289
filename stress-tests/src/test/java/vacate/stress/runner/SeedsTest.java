// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void aSeedIsTheSameInEveryRunAndRelease() {
    assertThat(Seeds.stressSeed(42, "a.Test", 0)).isEqualTo(1309530931);
    assertThat(Seeds.stressSeed(42, "a.Test", 1)).isEqualTo(982181795);
  }

  @Test
  void runTestAndForkEachMakeADifference() {
    int seed = Seeds.stressSeed(42, "a.Test", 0);
    assertThat(Seeds.stressSeed(43, "a.Test", 0)).isNotEqualTo(seed);
    assertThat(Seeds.stressSeed(42, "b.Test", 0)).isNotEqualTo(seed);
    assertThat(Seeds.stressSeed(42, "a.Test", 1)).isNotEqualTo(seed);
  }

  @Test
  void seedsArePositiveAndHardlyEverRepeat() {
    int[] seeds = IntStream.range(0, 10_000).map(i -> Seeds.stressSeed(-1, "a", i)).toArray();
    assertThat(IntStream.of(seeds).allMatch(seed -> seed > 0)).isTrue();
    assertThat(IntStream.of(seeds).distinct().count()).isGreaterThan(9_990);
  }

  @Test
  void aDrawnSeedIsNotNegative() {
    assertThat(IntStream.range(0, 100).mapToLong(i -> RunOptions.drawSeed()))
        .allMatch(seed -> seed >= 0);
  }
}
