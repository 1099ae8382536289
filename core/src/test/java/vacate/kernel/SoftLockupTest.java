// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A CPU waits for a lock that nobody frees; the test is the timer. */
class SoftLockupTest {
  private final Cpu cpu = new Cpu(0);
  private final Cpu gone = new Cpu(1);

  @Test
  void aBitLockThatNobodyReleasesIsOne() throws InterruptedException {
    BitWord word = new BitWord();
    BitSpinLock.lock(gone, 3, word);
    assertLocksUp(() -> BitSpinLock.lock(cpu, 3, word));
    assertThat(word.testBit(3)).isTrue();
  }

  @Test
  void aSpinLockThatNobodyReleasesIsOne() throws InterruptedException {
    SpinLock lock = new SpinLock();
    lock.lock(gone);
    assertLocksUp(() -> lock.lock(cpu));
  }

  @Test
  void aWriterOrAReaderThatNeverLeavesIsOneToAWriter() throws InterruptedException {
    RwSemaphore written = new RwSemaphore(2);
    written.downWrite(gone);
    assertLocksUp(() -> written.downWrite(cpu));

    RwSemaphore read = new RwSemaphore(2);
    read.downReadTrylock(gone);
    assertLocksUp(() -> read.downWrite(cpu));
  }

  @Test
  void nothingIsOneUntilTheTimeIsOver() {
    int since = Timer.jiffies();
    for (int tick = 0; tick < Timer.SOFT_LOCKUP; tick++) {
      Timer.tick();
      Cpu.cpuRelax(since);
    }
    assertThat(Timer.jiffies() - since).isEqualTo(Timer.SOFT_LOCKUP);
  }

  /** It ends, and not before the timer has ticked for as long as it may last. */
  private static void assertLocksUp(Runnable wait) throws InterruptedException {
    Throwable[] thrown = {null};
    int began = Timer.jiffies();
    Thread waiter =
        new Thread(
            () -> {
              try {
                wait.run();
              } catch (SoftLockup lockup) {
                thrown[0] = lockup;
              }
            });
    waiter.start();
    while (waiter.isAlive()) {
      Timer.tick();
      Thread.yield();
    }
    waiter.join();
    assertThat(thrown[0]).hasMessage("soft_lockup: a lock was never released");
    assertThat(Timer.jiffies() - began).isGreaterThan(Timer.SOFT_LOCKUP);
  }
}
