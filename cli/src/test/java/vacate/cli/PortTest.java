// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.ResultPrinter;
import vacate.explorer.Strict;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.stress.protocol.P01_AllocVacateFresh;
import vacate.stress.protocol.P06_FreeVacateLast;
import vacate.stress.protocol.P10_FreeFree;
import vacate.stress.protocol.P14_ShrinkVacate;
import vacate.stress.protocol.P15_DestroyVacate;

/**
 * The barriers of the port itself, which neither Lincheck nor a unit test can see: take one out of
 * {@code vacate.kernel} or {@code vacate.slub} and something here turns red.
 */
class PortTest {
  @ParameterizedTest
  @EnumSource
  void theCorrectedProtocolIsProvedUnderEveryModel(MemoryModel model) {
    for (Class<?> test :
        List.of(
            P01_AllocVacateFresh.Corrected.class,
            P06_FreeVacateLast.Corrected.class,
            P10_FreeFree.Corrected.class,
            P14_ShrinkVacate.Corrected.class,
            P15_DestroyVacate.Corrected.class)) {
      Result result = explore(test, model);
      assertThat(result.verdict()).as(() -> ResultPrinter.print(result)).isEqualTo(Verdict.PROVED);
    }
  }

  /** The fence of the patch is needed where stores may pass stores, and only there. */
  @ParameterizedTest
  @CsvSource({"SC, PROVED", "TSO, PROVED", "PSO, REFUTED", "JMM, REFUTED"})
  void withoutItsWriteBarrierThePatchIs(MemoryModel model, Verdict verdict) {
    assertThat(explore(P01_AllocVacateFresh.WithoutWriteBarrier.class, model).verdict())
        .isEqualTo(verdict);
  }

  private static Result explore(Class<?> test, MemoryModel model) {
    return Strict.read(Explorer.explore(test, model));
  }
}
