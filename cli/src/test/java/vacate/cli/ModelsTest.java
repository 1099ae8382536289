// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.model.MemoryModel;

class ModelsTest {
  /** The claims know their models by name only, and list them from strong to weak. */
  @ParameterizedTest
  @EnumSource
  void theModelsOfTheClaimsAreInTheOrderThatTheExplorerDeclares(MemoryModel model) {
    MemoryModel weaker = MemoryModel.of(model.toString());
    for (MemoryModel other : MemoryModel.values()) {
      assertThat(weaker.includes(MemoryModel.of(other.toString())))
          .isEqualTo(other.compareTo(model) <= 0);
    }
  }
}
