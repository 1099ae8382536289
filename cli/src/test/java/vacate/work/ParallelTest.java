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
  private final List<String> handedOver = new ArrayList<>();

  private static Result result(String test) {
    return new Result(test, MemoryModel.SC, Verdict.PROVED, null, 1, 0, 0, null, List.of());
  }

  private void take(Result result) {
    handedOver.add(result.test());
  }

  @Test
  void resultsComeInTheOrderOfTheListWhoeverIsFirst() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    List<Callable<Result>> explorations =
        List.of(
            () -> {
              secondIsDone.await();
              return result("first");
            },
            () -> {
              secondIsDone.countDown();
              return result("second");
            },
            () -> result("third"));
    assertThat(Parallel.all(explorations, 2, this::take)).hasSize(3);
    assertThat(handedOver).containsExactly("first", "second", "third");
  }

  @Test
  void whatGoesWrongInOneIsThrown() {
    List<Callable<Result>> explorations =
        List.of(
            () -> result("first"),
            () -> {
              throw new IllegalStateException("internal error in second");
            });
    assertThatThrownBy(() -> Parallel.all(explorations, 2, this::take))
        .hasMessage("internal error in second");
    assertThat(handedOver).containsExactly("first");
  }
}
