// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KmallocTest {
  private final Cpu cpu = new Cpu(0);

  @Test
  void memoryIsZeroedAndOfTheSizeAskedFor() {
    assertThat(Kmalloc.kmalloc(cpu, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void theBalanceCountsWhatIsNotFreed() {
    long[] memory = Kmalloc.kmalloc(cpu, 1);
    Kmalloc.kmalloc(cpu, 1);
    assertThat(cpu.kmallocLive()).isEqualTo(2);
    Kmalloc.kfree(cpu, memory);
    assertThat(cpu.kmallocLive()).isEqualTo(1);
  }

  @Test
  void freeingNullChangesNothing() {
    Kmalloc.kfree(cpu, null);
    assertThat(cpu.kmallocLive()).isZero();
  }

  @Test
  void theChosenCallFailsAndOnlyThat() {
    cpu.failKmalloc(2);
    assertThat(Kmalloc.kmalloc(cpu, 1)).isNotNull();
    assertThat(Kmalloc.kmalloc(cpu, 1)).isNull();
    assertThat(Kmalloc.kmalloc(cpu, 1)).isNotNull();
    assertThat(cpu.kmallocLive()).isEqualTo(2);
    assertThat(cpu.complaint()).isNull();
  }

  @Test
  void aSizeReadFromFreedMemoryFailsWithAComplaint() {
    assertThat(Kmalloc.kmalloc(cpu, Kmalloc.POISON)).isNull();
    assertThat(cpu.kmallocLive()).isZero();
    assertThat(cpu.complaint()).startsWith("kmalloc: ");
  }
}
