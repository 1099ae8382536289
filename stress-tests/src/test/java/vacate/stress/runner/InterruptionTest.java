// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void theEndOfTheJvmWaitsUntilTheResultsAreOut() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook;
    try (Interruption interruption = Interruption.calls(() -> {})) {
      hook = new Thread(() -> interruption.interrupted(stopped::countDown));
      hook.start();
      stopped.await();
      assertThat(hook.isAlive()).isTrue();
    }
    hook.join();
  }
}
