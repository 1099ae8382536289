// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * One CPU calls a function on the others by interprocessor interrupts: {@code smp_call_function} of
 * 2.6.22, with {@code wait}, and {@code on_each_cpu}. A CPU that is at work takes the interrupt
 * wherever its interrupts are on, which whoever runs as this CPU must see to: {@link #interrupt}
 * whenever {@link Cpu#isCalled}, and {@link #rest} in the end. An idle CPU takes it at once; as
 * nobody runs as that, the caller does it in its place.
 */
@Primitive
public final class CrossCall {
  /** What runs on a CPU, with interrupts off; must be quick and not wait for the caller. */
  @FunctionalInterface
  public interface Function {
    void on(Cpu cpu);
  }

  private final Cpu[] cpus;

  /** {@code call_lock}: there is one call at a time, whoever makes it. */
  private final SpinLock callLock = new SpinLock();

  /** {@code call_data}. */
  private Function function;

  /**
   * @param cpus all there are
   */
  public CrossCall(Cpu... cpus) {
    this.cpus = cpus.clone();
  }

  /**
   * {@code on_each_cpu}: returns when all have done it, the caller last. Interrupts are on: who
   * waits with interrupts off takes no other's call, and two that call each other wait for ever.
   *
   * @throws KernelBug if they are off after all
   */
  public void onEachCpu(Cpu cpu, Function does) {
    cpu.preemptDisable();
    if (cpus.length > 1) {
      callOthers(cpu, does);
    }
    cpu.localIrqDisable();
    does.on(cpu);
    cpu.localIrqEnable();
    cpu.preemptEnable();
  }

  private void callOthers(Cpu cpu, Function does) {
    if (cpu.irqsDisabled()) {
      cpu.complain("smp_call_function: WARN_ON(irqs_disabled())");
    }
    callLock.lock(cpu);
    function = does;
    int called = 0;
    for (Cpu other : cpus) {
      if (other != cpu && other.call()) {
        called |= 1 << other.id;
      }
    }
    for (Cpu other : cpus) {
      if (other != cpu && (called >>> other.id & 1) == 0) {
        inPlaceOf(other, cpu, does);
      }
    }
    for (Cpu other : cpus) {
      if ((called >>> other.id & 1) != 0) {
        other.awaitAnswer();
      }
    }
    callLock.unlock(cpu);
  }

  /**
   * An idle CPU does it with its interrupts off, which those of who does it in its place have to
   * be: a handler that wants a lock of that CPU would wait for itself.
   */
  private static void inPlaceOf(Cpu idle, Cpu cpu, Function does) {
    boolean flags = cpu.localIrqSave();
    does.on(idle);
    cpu.localIrqRestore(flags);
  }

  /** Whether {@code call_lock} is held. */
  public boolean isLocked() {
    return callLock.isLocked();
  }

  /** {@code smp_call_function_interrupt}: a CPU does what it is called for. */
  @Kernel("smp_call_function_interrupt")
  public void interrupt(Cpu cpu) {
    boolean flags = cpu.localIrqSave(); // the hardware does
    try {
      function.on(cpu);
    } finally {
      cpu.answer(); // who dies in it keeps nobody waiting, so that it is seen where it died
    }
    cpu.localIrqRestore(flags);
  }

  /** Work is done: the CPU becomes idle, when it has done what it is called for until then. */
  public void rest(Cpu cpu) {
    while (!cpu.stopWork()) {
      interrupt(cpu);
    }
  }
}
