// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One CPU with the process that runs on it: its interrupt and preemption state, its page and {@code
 * kmalloc} accounts, and what the kernel logged on it.
 *
 * <p>The port takes the CPU as an argument instead of asking the thread for it, so that a checker
 * decides who runs where. At any time at most one thread acts as a given CPU; nothing here is
 * atomic. A process may go on on another CPU that has none, {@link #migrateTo}: the two change
 * numbers. What others look at is whether it is idle, {@link #awaitIdle}, has run its RCU
 * callbacks, {@link #awaitCallbacks}, and is called, {@link CrossCall}.
 */
@Unshared(because = "An actor is a CPU: its interrupt state and its accounts are nobody else's.")
@Primitive
public final class Cpu {
  private static final VarHandle IDLE;
  private static final VarHandle CALLED_BACK;
  private static final VarHandle WORK;

  /** Nobody runs as this CPU: who calls it acts for it. */
  private static final int NO_WORK = 0;

  /** It takes an interprocessor interrupt wherever its interrupts are on. */
  private static final int AT_WORK = 1;

  /** One has been sent to it. */
  private static final int CALLED = 2;

  static {
    try {
      IDLE = MethodHandles.lookup().findVarHandle(Cpu.class, "idle", boolean.class);
      CALLED_BACK = MethodHandles.lookup().findVarHandle(Cpu.class, "calledBack", boolean.class);
      WORK = MethodHandles.lookup().findVarHandle(Cpu.class, "work", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** {@code smp_processor_id()}. It changes only in {@link #migrateTo}. */
  public int id;

  /** The process: the number of the CPU that it has begun on. */
  final int process;

  /** This CPU's share of {@code NR_SLAB_*}, in pages; {@code mod_zone_page_state}. */
  public int nrSlab;

  /** Head of the callbacks queued by {@code call_rcu}, chained through {@code next}; or null. */
  public ListHead rcuQueue;

  int kmallocLive;
  int kmallocsUntilFailure;
  Kfreed kfreed;

  private boolean masked;
  private int preemptDepth;
  private boolean idle;
  private boolean calledBack;
  private int work;
  private String complaint;

  public Cpu(int id) {
    this.id = id;
    process = id;
  }

  /**
   * The process goes on on another CPU, which is idle and stays so but for it.
   *
   * @throws KernelBug if it must not sleep: interrupts or preemption are disabled, on either
   */
  public void migrateTo(Cpu other) {
    KernelBug.bugOn(
        masked || preemptDepth > 0 || other.masked || other.preemptDepth > 0,
        "set_task_cpu",
        "it is not preemptible");
    int from = id;
    id = other.id;
    other.id = from;
  }

  /** {@code irqs_disabled()}. */
  public boolean irqsDisabled() {
    return masked;
  }

  /**
   * {@code local_irq_save(flags)}.
   *
   * @return the flags: whether interrupts were disabled already
   */
  public boolean localIrqSave() {
    boolean flags = masked;
    masked = true;
    return flags;
  }

  /**
   * {@code local_irq_restore(flags)}.
   *
   * @throws KernelBug if interrupts are enabled: nothing was saved
   */
  public void localIrqRestore(boolean flags) {
    KernelBug.bugOn(!masked, "local_irq_restore", "interrupts are enabled");
    masked = flags;
  }

  /**
   * {@code local_irq_enable()}.
   *
   * @throws KernelBug if they are enabled
   */
  public void localIrqEnable() {
    KernelBug.bugOn(!masked, "local_irq_enable", "interrupts are enabled");
    masked = false;
  }

  /**
   * {@code local_irq_disable()}.
   *
   * @throws KernelBug if they are disabled
   */
  public void localIrqDisable() {
    KernelBug.bugOn(masked, "local_irq_disable", "interrupts are disabled");
    masked = true;
  }

  /** {@code preempt_count()}. */
  public int preemptCount() {
    return preemptDepth;
  }

  /** {@code preempt_disable()}. */
  public void preemptDisable() {
    preemptDepth++;
  }

  /**
   * {@code preempt_enable()}.
   *
   * @throws KernelBug if preemption is enabled
   */
  public void preemptEnable() {
    KernelBug.bugOn(preemptDepth == 0, "preempt_enable", "preempt_count underflow");
    preemptDepth--;
  }

  /** {@code might_sleep()}: complains where the process must not, for it would be in the way. */
  @Kernel("might_sleep")
  public void mightSleep() {
    if (masked || preemptDepth > 0) {
      complain("might_sleep: sleeping function called from invalid context");
    }
  }

  /**
   * {@code cpu_relax()}, and the soft lockup detector. It writes nothing, so that a loop that waits
   * has changed nothing when it comes round; what ends it if nobody else does is the {@link Timer}.
   *
   * @param since {@link Timer#jiffies} when the wait began
   * @throws SoftLockup if that is longer ago than {@link Timer#SOFT_LOCKUP}
   */
  @Unshared(false)
  static void cpuRelax(int since) {
    Thread.onSpinWait();
    int waited = Timer.jiffies() - since;
    if (waited > 0) {
      Thread.yield();
    }
    if (waited > Timer.SOFT_LOCKUP) {
      throw new SoftLockup();
    }
  }

  /**
   * From now on no grace period waits for this CPU ({@code nohz_cpu_mask}): it enters the idle loop
   * for good, with what it was doing done or dead, or sleeps and will read nothing more that a
   * grace period protects. All that it did before has been done for whom {@link #awaitIdle} lets go
   * on.
   */
  public void goIdle() {
    if (rcuQueue == null) {
      callbacksAreRun();
    }
    IDLE.setRelease(this, true);
  }

  /**
   * Waits, on another CPU, until this one has passed a quiescent state of RCU. Classic RCU: who has
   * interrupts or preemption off is a reader. The port has no scheduler, so a CPU passes one where
   * its work ends, and nowhere else; each CPU must tell so itself, for what another CPU sees of its
   * interrupt state may lag behind what it has read. Since no CPU comes back from idle, release and
   * acquire do; the {@code smp_mb} of {@code rcu_start_batch} is for those that do.
   *
   * @throws SoftLockup if that takes longer than {@link Timer#SOFT_LOCKUP}
   */
  public void awaitIdle() {
    int since = Timer.jiffies();
    while (!(boolean) IDLE.getAcquire(this)) {
      cpuRelax(since);
    }
  }

  /**
   * Tells, when this CPU is idle and queues no more, that it has run all RCU callbacks that it
   * queued. {@link #goIdle} does if there are none.
   */
  public void callbacksAreRun() {
    CALLED_BACK.setRelease(this, true);
  }

  /**
   * Waits, on another CPU, until this one has run all its callbacks and is idle.
   *
   * @throws SoftLockup if that takes longer than {@link Timer#SOFT_LOCKUP}
   */
  public void awaitCallbacks() {
    int since = Timer.jiffies();
    while (!(boolean) CALLED_BACK.getAcquire(this)) {
      cpuRelax(since);
    }
  }

  /**
   * Somebody is about to run as this CPU, who sees to the interprocessor interrupts that others
   * send, until {@link CrossCall#rest}.
   */
  public void startWork() {
    WORK.setRelease(this, AT_WORK);
  }

  /** Whether an interprocessor interrupt was sent to this CPU, and it has not taken it. */
  @Unshared(false)
  public boolean isCalled() {
    return (int) WORK.getAcquire(this) == CALLED;
  }

  /**
   * Sends an interprocessor interrupt from another CPU, which no third one does at the same time.
   *
   * @return false if nobody runs as this CPU
   */
  @Unshared(false)
  boolean call() {
    return (int) WORK.compareAndExchange(this, AT_WORK, CALLED) == AT_WORK;
  }

  /**
   * Waits, on another CPU, until this one has done what it was called for.
   *
   * @throws SoftLockup if that takes longer than {@link Timer#SOFT_LOCKUP}
   */
  @Unshared(false)
  void awaitAnswer() {
    int since = Timer.jiffies();
    while (isCalled()) {
      cpuRelax(since);
    }
  }

  /** It has done what it was called for. */
  @Unshared(false)
  void answer() {
    WORK.setRelease(this, AT_WORK);
  }

  /** Nobody runs as this CPU any more, unless it is called; whether that is so. */
  @Unshared(false)
  boolean stopWork() {
    return (int) WORK.compareAndExchange(this, AT_WORK, NO_WORK) != CALLED;
  }

  /** Logs that the kernel found something wrong and went on; the first message is kept. */
  public void complain(String what) {
    if (complaint == null) {
      complaint = what;
    }
  }

  /** The first message of {@link #complain}, or null. */
  public String complaint() {
    return complaint;
  }

  /** Lets the n-th {@code kmalloc} from now fail, once; 1 is the next. */
  public void failKmalloc(int n) {
    kmallocsUntilFailure = n;
  }

  /**
   * {@code kmalloc}s minus {@code kfree}s made by this CPU; only the sum over all CPUs means much.
   */
  public int kmallocLive() {
    return kmallocLive;
  }

  /** Whether nobody has written to memory behind the {@code kfree} that this CPU did. */
  public boolean isFreedMemoryIntact() {
    return kfreed == null || kfreed.isIntact();
  }
}
