// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class CrossCallTest {
  private final Cpu cpu0 = new Cpu(0);
  private final Cpu cpu1 = new Cpu(1);
  private final Cpu cpu2 = new Cpu(2);
  private final CrossCall calls = new CrossCall(cpu0, cpu1, cpu2);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  private void note(Cpu cpu) {
    String who = Thread.currentThread().getName();
    done.add(cpu.id + (cpu.irqsDisabled() ? " masked by " : " by ") + who);
  }

  @Test
  void theCallerActsForIdleCpusAndIsLastWithItsInterruptsOff() {
    Thread.currentThread().setName("caller");

    calls.onEachCpu(cpu1, this::note);

    assertThat(done).containsExactly("0 by caller", "2 by caller", "1 masked by caller");
    assertThat(cpu1.irqsDisabled()).isFalse();
    assertThat(cpu1.preemptCount()).isZero();
    assertThat(cpu1.complaint()).isNull();
  }

  /** As the idle CPU's would be: no handler comes in the middle. */
  @Test
  void whileItActsForAnotherTheCallersInterruptsAreOff() {
    List<Boolean> masked = new ArrayList<>();
    calls.onEachCpu(cpu1, cpu -> masked.add(cpu1.irqsDisabled()));
    assertThat(masked).containsExactly(true, true, true);
  }

  @Test
  void whoIsAtWorkAnswersItselfAndTheCallerWaitsForIt() throws Exception {
    cpu2.startWork();
    FutureTask<?> call = called(() -> calls.onEachCpu(cpu0, this::note));
    Thread.currentThread().setName("worker");

    awaitCall(cpu2);
    assertThat(call.isDone()).isFalse();
    calls.interrupt(cpu2);
    call.get();

    assertThat(done.subList(0, 2))
        .containsExactlyInAnyOrder("1 by caller", "2 masked by worker"); // at the same time
    assertThat(done).hasSize(3).endsWith("0 masked by caller");
    assertThat(cpu2.irqsDisabled()).isFalse();
    assertThat(cpu2.isCalled()).isFalse();
  }

  @Test
  void whoGoesToRestAnswersFirstAndThenTheCallerActsForIt() throws Exception {
    cpu1.startWork();
    FutureTask<?> call = called(() -> calls.onEachCpu(cpu0, this::note));
    Thread.currentThread().setName("worker");

    awaitCall(cpu1);
    calls.rest(cpu1);
    call.get();
    calls.onEachCpu(cpu0, this::note);

    assertThat(done.subList(0, 2))
        .containsExactlyInAnyOrder("2 by caller", "1 masked by worker"); // at the same time
    assertThat(done.subList(2, done.size()))
        .containsExactly("0 masked by caller", "1 by worker", "2 by worker", "0 masked by worker");
  }

  @Test
  void whoDiesInItsAnswerKeepsNobodyWaiting() throws Exception {
    cpu1.startWork();
    FutureTask<?> call =
        called(() -> calls.onEachCpu(cpu0, cpu -> KernelBug.bugOn(cpu == cpu1, "here", "")));

    awaitCall(cpu1);
    assertThatThrownBy(() -> calls.interrupt(cpu1)).isInstanceOf(KernelBug.class);

    call.get();
    assertThat(cpu1.irqsDisabled()).isTrue();
  }

  @Test
  void whoCallsWithInterruptsOffIsComplainedOf() {
    cpu0.localIrqDisable();

    assertThatThrownBy(() -> calls.onEachCpu(cpu0, this::note))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("local_irq_disable");
    assertThat(cpu0.complaint()).startsWith("smp_call_function: WARN_ON");
  }

  @Test
  void anOnlyCpuCallsNobody() {
    cpu0.localIrqSave();
    cpu0.localIrqRestore(false);

    new CrossCall(cpu0).onEachCpu(cpu0, this::note);

    assertThat(done).hasSize(1);
    assertThat(cpu0.complaint()).isNull();
  }

  private static FutureTask<?> called(Runnable call) {
    Callable<?> callable = java.util.concurrent.Executors.callable(call);
    FutureTask<?> task = new FutureTask<>(callable);
    new Thread(task, "caller").start();
    return task;
  }

  private static void awaitCall(Cpu cpu) {
    while (!cpu.isCalled()) {
      Thread.onSpinWait();
    }
  }
}
