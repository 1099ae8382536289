// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void whoeverWritesBehindKfreeIsSeen() {
    long[] first = Kmalloc.kmalloc(cpu, 2);
    assertThat(cpu.isFreedMemoryIntact()).isTrue();
    Kmalloc.kfree(cpu, first);
    Kmalloc.kfree(cpu, Kmalloc.kmalloc(cpu, 1));
    assertThat(cpu.isFreedMemoryIntact()).isTrue();
    first[1] = 0;
    assertThat(cpu.isFreedMemoryIntact()).isFalse();
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

  @Test
  void itMustBeAllowedToSleep() {
    cpu.localIrqSave();
    assertThat(Kmalloc.kmalloc(cpu, 1)).isNotNull();
    assertThat(cpu.complaint()).startsWith("might_sleep: ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1", "1, 1", "2, 2", "3, 4", "8, 8", "9, 12", "12, 12", "13, 16", "17, 24", "24, 24",
    "25, 32", "33, 64", "64, 64"
  })
  void thereAreCachesOfPowersOfTwoAndOf96And192Bytes(int asked, int given) {
    assertThat(Kmalloc.ksize(asked)).isEqualTo(given);
  }
}
