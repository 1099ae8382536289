// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final List<Integer> ALL = IntStream.range(0, 10).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 11})
  void eachIsInOneOfThem(int shards) {
    List<Integer> together = new ArrayList<>();
    for (int number = 1; number <= shards; number++) {
      together.addAll(new Shard(number, shards).of(ALL));
    }

    assertThat(together).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void neighboursAreInDifferentOnes() {
    assertThat(new Shard(2, 3).of(ALL)).containsExactly(1, 4, 7);
    assertThat(Shard.WHOLE.of(ALL)).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "2,1", "-1,4", "1,0", "5,4", "1,1001"})
  void thereIsNoOther(int number, int shards) {
    assertThatThrownBy(() -> new Shard(number, shards))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
