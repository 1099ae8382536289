// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.model.MemoryModel;

class TypedNamesTest {
  @Test
  void theNearestComeFirst() {
    List<String> names =
        List.of("one-means-success", "lock-bit-lost", "lock-bit-stuck", "C4", "C14");
    assertThat(TypedNames.near("lock-bit-lots", names).subList(0, 2))
        .containsExactly("lock-bit-lost", "lock-bit-stuck");
    assertThat(TypedNames.near("C24", names)).startsWith("C4", "C14");
    assertThat(TypedNames.near("success", names)).startsWith("one-means-success");
  }

  @Test
  void parsesWhatConstantsArePrintedAs() {
    assertThat(TypedNames.parse("--model", List.of("jmm", "sc", "jmm"), MemoryModel.values()))
        .containsExactly(MemoryModel.SC, MemoryModel.JMM);
    assertThatThrownBy(() -> TypedNames.parse("--model", List.of("arm"), MemoryModel.values()))
        .isInstanceOf(UsageException.class)
        .hasMessage("--model arm is none of sc, tso, pso, jmm");
  }
}
