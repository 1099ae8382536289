// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CpuTest {
  private final Cpu cpu = new Cpu(1);

  @Test
  void nestedSaveAndRestoreEnableInterruptsOnlyAtTheEnd() {
    boolean outer = cpu.localIrqSave();
    boolean inner = cpu.localIrqSave();
    assertThat(outer).isFalse();
    assertThat(inner).isTrue();
    cpu.localIrqRestore(inner);
    assertThat(cpu.irqsDisabled()).isTrue();
    cpu.localIrqRestore(outer);
    assertThat(cpu.irqsDisabled()).isFalse();
  }

  @Test
  void restoringWhatWasNotSavedIsABug() {
    assertThatThrownBy(() -> cpu.localIrqRestore(false))
        .isInstanceOf(KernelBug.class)
        .hasMessage("local_irq_restore: interrupts are enabled");
  }

  @Test
  void enablingEnabledInterruptsIsABug() {
    cpu.localIrqDisable();
    cpu.localIrqEnable();
    assertThat(cpu.irqsDisabled()).isFalse();
    assertThatThrownBy(cpu::localIrqEnable)
        .isInstanceOf(KernelBug.class)
        .hasMessage("local_irq_enable: interrupts are enabled");
  }

  @Test
  void disablingDisabledInterruptsIsABug() {
    cpu.localIrqDisable();
    assertThatThrownBy(cpu::localIrqDisable)
        .isInstanceOf(KernelBug.class)
        .hasMessage("local_irq_disable: interrupts are disabled");
    assertThat(cpu.irqsDisabled()).isTrue();
  }

  @Test
  void whoGoesOnElsewhereChangesItsNumber() {
    Cpu other = new Cpu(0);
    cpu.migrateTo(other);
    assertThat(cpu.id).isZero();
    assertThat(other.id).isEqualTo(1);
  }

  @Test
  void whoIsNotPreemptibleGoesNowhere() {
    Cpu masked = new Cpu(0);
    masked.localIrqDisable();
    Cpu counted = new Cpu(0);
    counted.preemptDisable();
    Cpu idle = new Cpu(2);
    assertThatThrownBy(() -> masked.migrateTo(idle)).isInstanceOf(KernelBug.class);
    assertThatThrownBy(() -> counted.migrateTo(idle)).isInstanceOf(KernelBug.class);
    assertThatThrownBy(() -> idle.migrateTo(masked)).isInstanceOf(KernelBug.class);
    assertThatThrownBy(() -> idle.migrateTo(counted))
        .isInstanceOf(KernelBug.class)
        .hasMessage("set_task_cpu: it is not preemptible");
    assertThat(idle.id).isEqualTo(2);
  }

  @Test
  void preemptionNestsAndMayNotBeEnabledTooOften() {
    cpu.preemptDisable();
    cpu.preemptDisable();
    cpu.preemptEnable();
    assertThat(cpu.preemptCount()).isEqualTo(1);
    cpu.preemptEnable();
    assertThatThrownBy(cpu::preemptEnable)
        .isInstanceOf(KernelBug.class)
        .hasMessage("preempt_enable: preempt_count underflow");
  }

  @Test
  void theFirstComplaintIsKept() {
    assertThat(cpu.complaint()).isNull();
    cpu.complain("first");
    cpu.complain("second");
    assertThat(cpu.complaint()).isEqualTo("first");
  }

  @Test
  void aProcessMaySleepWhereInterruptsAndPreemptionAreOn() {
    cpu.mightSleep();
    assertThat(cpu.complaint()).isNull();
    cpu.preemptDisable();
    cpu.mightSleep();
    assertThat(cpu.complaint()).startsWith("might_sleep: ");
  }
}
