// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RwSemaphoreTest {
  private static final int ROUNDS = 200_000;

  private final Cpu cpu = new Cpu(0);
  private final RwSemaphore semaphore = new RwSemaphore(2);
  private int written;

  @Test
  void readersShareIt() {
    assertThat(semaphore.isHeld()).isFalse();
    assertThat(semaphore.downReadTrylock(cpu)).isTrue();
    assertThat(semaphore.downReadTrylock(new Cpu(1))).isTrue();
    assertThat(semaphore.downReadTrylock(cpu)).isTrue();
    semaphore.upRead(new Cpu(1));
    semaphore.upRead(cpu);
    assertThat(semaphore.isHeld()).isTrue();
    semaphore.upRead(cpu);
    assertThat(semaphore.isHeld()).isFalse();
  }

  @Test
  void whoGoesOnOnAnotherCpuLeavesAsWhoHasEntered() {
    semaphore.downReadTrylock(cpu);
    cpu.migrateTo(new Cpu(1));
    semaphore.upRead(cpu);
    assertThat(semaphore.isHeld()).isFalse();
  }

  @Test
  void readersAreTurnedAwayWhileAWriterIsInside() {
    semaphore.downWrite(cpu);
    assertThat(semaphore.isHeld()).isTrue();
    assertThat(semaphore.downReadTrylock(cpu)).isFalse();
    semaphore.upWrite();
    assertThat(semaphore.downReadTrylock(cpu)).isTrue();
  }

  @Test
  void leavingWithoutHavingEnteredIsABug() {
    assertThatThrownBy(() -> semaphore.upRead(cpu))
        .isInstanceOf(KernelBug.class)
        .hasMessage("up_read: not held for reading");
  }

  @Test
  void aReaderMayNotLeaveAsAWriter() {
    semaphore.downReadTrylock(cpu);
    assertThatThrownBy(semaphore::upWrite)
        .isInstanceOf(KernelBug.class)
        .hasMessage("up_write: not held for writing");
  }

  @Test
  void writersAreNeverInsideTogetherNorWithAReader() throws InterruptedException {
    Contest.between(
        cpu,
        new Cpu(1),
        me -> {
          for (int i = 0; i < ROUNDS; i++) {
            semaphore.downWrite(me);
            written++;
            semaphore.upWrite();
            if (semaphore.downReadTrylock(me)) {
              semaphore.upRead(me);
            }
          }
        });
    assertThat(written).isEqualTo(2 * ROUNDS);
    assertThat(semaphore.isHeld()).isFalse();
  }

  @Test
  void noReaderIsLostAmongManyAtOnce() throws InterruptedException {
    Contest.between(
        cpu,
        new Cpu(1),
        me -> {
          for (int i = 0; i < ROUNDS; i++) {
            KernelBug.bugOn(!semaphore.downReadTrylock(me), "test", "turned away without a writer");
            semaphore.upRead(me);
          }
        });
    assertThat(semaphore.isHeld()).isFalse();
  }
}
