// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Two threads, each a CPU of its own, that do the same thing at the same time. */
final class Contest {
  private Contest() {}

  /** Returns when both are done; throws what one of them threw. */
  static void between(Cpu one, Cpu other, Consumer<Cpu> action) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(2);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread[] threads = {thread(one, start, failure, action), thread(other, start, failure, action)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }

  private static Thread thread(
      Cpu cpu, CountDownLatch start, AtomicReference<Throwable> failure, Consumer<Cpu> action) {
    return new Thread(
        () -> {
          start.countDown();
          try {
            start.await();
            action.accept(cpu);
          } catch (Throwable t) {
            failure.set(t);
          }
        });
  }
}
