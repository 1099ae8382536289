// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.model.MemoryModel;

class ModelsTest {
  /** Tables list them from strong to weak. */
  @ParameterizedTest
  @EnumSource
  void eachModelIncludesThoseThatStandBeforeIt(MemoryModel model) {
    for (MemoryModel other : MemoryModel.values()) {
      assertThat(model.includes(other)).isEqualTo(other.compareTo(model) <= 0);
    }
  }

  @Test
  void theHelpNamesThemAll() {
    List<String> ids = Arrays.stream(MemoryModel.values()).map(MemoryModel::id).toList();
    assertThat(Models.ALL).isEqualTo(String.join(",", ids));
    assertThat(Models.ONE).isEqualTo(String.join("|", ids));
  }
}
