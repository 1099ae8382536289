// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpinLockTest {
  private static final int ROUNDS = 200_000;

  private final Cpu cpu = new Cpu(0);
  private final Cpu other = new Cpu(1);
  private final SpinLock lock = new SpinLock();
  private int entered;

  @Test
  void isLockedWhileHeldAndBalancesPreemption() {
    assertThat(lock.isLocked()).isFalse();
    lock.lock(cpu);
    assertThat(lock.isLocked()).isTrue();
    assertThat(cpu.preemptCount()).isEqualTo(1);
    lock.unlock(cpu);
    assertThat(lock.isLocked()).isFalse();
    assertThat(cpu.preemptCount()).isZero();
  }

  @Test
  void lockingItTwiceOnOneCpuIsABug() {
    lock.lock(cpu);
    assertThatThrownBy(() -> lock.lock(cpu))
        .isInstanceOf(KernelBug.class)
        .hasMessage("spin_lock: recursion on the same CPU");
  }

  @Test
  void unlockByAnotherCpuIsABugAndReleasesNothing() {
    lock.lock(cpu);
    assertThatThrownBy(() -> lock.unlock(other))
        .isInstanceOf(KernelBug.class)
        .hasMessage("spin_unlock: wrong owner");
    assertThat(lock.isLocked()).isTrue();
  }

  @Test
  void unlockOfAFreeLockIsABug() {
    assertThatThrownBy(() -> lock.unlock(cpu)).isInstanceOf(KernelBug.class);
  }

  @Test
  void twoCpusAreNeverInsideTogether() throws InterruptedException {
    Contest.between(
        cpu,
        other,
        me -> {
          for (int i = 0; i < ROUNDS; i++) {
            lock.lock(me);
            entered++;
            lock.unlock(me);
          }
        });
    assertThat(entered).isEqualTo(2 * ROUNDS);
  }
}
