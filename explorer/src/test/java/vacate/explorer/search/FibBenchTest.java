// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.model.MemoryModel;

/** The counts that GenMC 0.10.3 gives for its fib_bench. */
class FibBenchTest {
  @ParameterizedTest
  @CsvSource({"SC, 218243", "TSO, 525630", "JMM, 525630"})
  void hasAsManyExecutionsAsGenmcCounts(MemoryModel model, long executions) {
    assertThat(Tally.countOnly(new FibBench(), model).complete).isEqualTo(executions);
  }
}
