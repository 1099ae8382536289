// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BitSpinLockTest {
  private static final int NR = 3;
  private static final int OTHERS = 1 << 2 | 1 << 4;
  private static final int ROUNDS = 200_000;

  private final Cpu cpu = new Cpu(0);
  private final BitWord word = new BitWord();
  private int entered;

  @Test
  void lockAndUnlockChangeOneBitAndBalancePreemption() {
    word.setBitNonAtomic(2);
    word.setBitNonAtomic(4);

    BitSpinLock.lock(cpu, NR, word);
    assertThat(word.read()).isEqualTo(OTHERS | 1 << NR);
    assertThat(cpu.preemptCount()).isEqualTo(1);

    BitSpinLock.unlock(cpu, NR, word);
    assertThat(word.read()).isEqualTo(OTHERS);
    assertThat(cpu.preemptCount()).isZero();
  }

  @Test
  void trylockTakesAFreeLockAndKeepsPreemptionDisabled() {
    assertThat(BitSpinLock.trylock(cpu, NR, word)).isTrue();
    assertThat(word.testBit(NR)).isTrue();
    assertThat(cpu.preemptCount()).isEqualTo(1);
  }

  @Test
  void trylockOfATakenLockFailsAndEnablesPreemptionAgain() {
    BitSpinLock.lock(new Cpu(1), NR, word);
    assertThat(BitSpinLock.trylock(cpu, NR, word)).isFalse();
    assertThat(word.testBit(NR)).isTrue();
    assertThat(cpu.preemptCount()).isZero();
  }

  @Test
  void unlockOfAFreeLockIsABug() {
    cpu.preemptDisable();
    assertThatThrownBy(() -> BitSpinLock.unlock(cpu, NR, word))
        .isInstanceOf(KernelBug.class)
        .hasMessage("bit_spin_unlock: BUG_ON(!test_bit(bitnum, addr))");
    assertThat(cpu.preemptCount()).isEqualTo(1);
  }

  @Test
  void twoCpusAreNeverInsideTogether() throws InterruptedException {
    Cpu other = new Cpu(1);
    Contest.between(
        cpu,
        other,
        me -> {
          for (int i = 0; i < ROUNDS; i++) {
            BitSpinLock.lock(me, NR, word);
            entered++;
            BitSpinLock.unlock(me, NR, word);
          }
        });
    assertThat(entered).isEqualTo(2 * ROUNDS);
    assertThat(cpu.preemptCount()).isZero();
    assertThat(other.preemptCount()).isZero();
  }
}
