// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class ParallelTest {
  private final CountDownLatch secondIsHandedOver = new CountDownLatch(1);
  private final List<String> handedOver = new ArrayList<>();

  private static Result result(String test) {
    return new Result(test, MemoryModel.SC, Verdict.PROVED, null, 1, 0, 0, null, List.of());
  }

  private void take(Result result) {
    handedOver.add(result.test());
    secondIsHandedOver.countDown();
  }

  @Test
  void eachIsHandedOverWhenItIsReadyAndAllAreReturnedInOrder() {
    List<Callable<Result>> explorations =
        List.of(
            () -> {
              secondIsHandedOver.await();
              return result("first");
            },
            () -> result("second"),
            () -> result("third"));
    assertThat(Parallel.all(explorations, 2, this::take))
        .extracting(Result::test)
        .containsExactly("first", "second", "third");
    assertThat(handedOver.get(0)).isEqualTo("second");
    assertThat(handedOver).containsExactlyInAnyOrder("first", "second", "third");
  }

  @Test
  void whatGoesWrongInOneIsThrown() {
    List<Callable<Result>> explorations =
        List.of(
            () -> {
              throw new IllegalStateException("internal error in first");
            },
            () -> result("second"));
    assertThatThrownBy(() -> Parallel.all(explorations, 1, this::take))
        .hasMessage("internal error in first");
    assertThat(handedOver).isEmpty();
  }
}
