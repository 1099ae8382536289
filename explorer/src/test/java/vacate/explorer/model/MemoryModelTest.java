// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The declaration is an order, and has an end. That it is true random programs show. */
class MemoryModelTest {
  @ParameterizedTest
  @EnumSource
  void noModelIsWeakerThanOneThatIsWeakerThanIt(MemoryModel model) {
    assertThat(model.includes(model)).isTrue();
    assertThat(model.isWeakerThan(model)).isFalse();
    for (MemoryModel other : MemoryModel.values()) {
      assertThat(model.isWeakerThan(other) && other.isWeakerThan(model)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWeakestIncludesEveryModel(MemoryModel model) {
    assertThat(MemoryModel.weakest().includes(model)).isTrue();
  }

  @Test
  void modelsAreSortedByWhatTheyInclude() {
    List<MemoryModel> all = List.of(MemoryModel.values());
    List<MemoryModel> down = MemoryModel.weakestFirst(all);
    List<MemoryModel> up = MemoryModel.strongestFirst(all);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        assertThat(down.get(j).isWeakerThan(down.get(i))).isFalse();
        assertThat(up.get(i).isWeakerThan(up.get(j))).isFalse();
      }
    }
    assertThat(down).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anIdNamesItsModel() {
    assertThat(MemoryModel.values()).allMatch(model -> MemoryModel.of(model.id()) == model);
  }
}
