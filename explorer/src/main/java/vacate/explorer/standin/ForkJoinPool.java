// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/**
 * Stands for {@link java.util.concurrent.ForkJoinPool} in woven code: a pool starts a thread for
 * each task, which orders no two tasks that the pool would not, too. That no two tasks have a
 * thread in common, and none waits for one, the result says that it assumes. Who waits in no thread
 * of one just waits.
 */
public class ForkJoinPool extends AbstractExecutorService {
  /** Whoever is given it makes threads as the pool does. */
  public static final ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory = null;

  private static final class Common {
    static final ForkJoinPool POOL = new ForkJoinPool(true);
  }

  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(ForkJoinPool.class, "busy", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean common;
  private volatile boolean shutdown;

  /** How many tasks are not over. */
  private int busy;

  private ForkJoinPool(boolean common) {
    this.common = common;
  }

  public ForkJoinPool() {
    this(false);
  }

  public ForkJoinPool(int parallelism) {
    this(false);
    if (parallelism <= 0) {
      throw new IllegalArgumentException();
    }
    if (parallelism == 1) {
      JdkHooks.notModelled("java.util.concurrent.ForkJoinPool.<init> for one thread");
    }
  }

  /** Which task comes first where a thread has several, {@code asyncMode} says: none has. */
  public ForkJoinPool(
      int parallelism,
      ForkJoinWorkerThreadFactory factory,
      UncaughtExceptionHandler handler,
      boolean asyncMode) {
    this(parallelism);
    if (factory != defaultForkJoinWorkerThreadFactory || handler != null) {
      JdkHooks.notModelled("java.util.concurrent.ForkJoinPool.<init> with a factory or a handler");
    }
  }

  public static ForkJoinPool commonPool() {
    return Common.POOL;
  }

  /** As later JDKs know it. */
  public static ForkJoinPool asyncCommonPool() {
    return Common.POOL;
  }

  /** Of one processor, as code of the JDK sees it. */
  public static int getCommonPoolParallelism() {
    return 1;
  }

  // ---- tasks

  void start(ForkJoinTask<?> task) {
    JdkHooks.hasThreadForEachTask();
    if (!common) {
      if (shutdown) {
        throw new RejectedExecutionException();
      }
      BUSY.getAndAdd(this, 1);
    }
    new PoolThread(this, task).start();
  }

  void runs(ForkJoinTask<?> task) {
    task.runTask();
    if (!common) {
      BUSY.getAndAdd(this, -1);
    }
  }

  @Override
  public void execute(Runnable task) {
    start(adapted(task));
  }

  private static ForkJoinTask<?> adapted(Runnable task) {
    return task instanceof ForkJoinTask<?> t ? t : new AdaptedTask<>(task, null);
  }

  public void execute(ForkJoinTask<?> task) {
    start(task);
  }

  public <T> T invoke(ForkJoinTask<T> task) {
    start(task);
    return task.join();
  }

  private <T> ForkJoinTask<T> started(ForkJoinTask<T> task) {
    start(task);
    return task;
  }

  public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
    return started(task);
  }

  @Override
  public <T> ForkJoinTask<T> submit(Callable<T> task) {
    return started(new AdaptedTask<T>(task));
  }

  @Override
  public <T> ForkJoinTask<T> submit(Runnable task, T result) {
    return started(new AdaptedTask<>(task, result));
  }

  @Override
  public ForkJoinTask<?> submit(Runnable task) {
    ForkJoinTask<?> adapted = adapted(task);
    start(adapted);
    return adapted;
  }

  // ---- its end; the common pool goes on

  @Override
  public void shutdown() {
    if (!common) {
      shutdown = true;
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    if (!common) {
      JdkHooks.notModelled("java.util.concurrent.ForkJoinPool.shutdownNow");
    }
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  private boolean isIdle() {
    return (int) BUSY.getVolatile(this) == 0;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && isIdle();
  }

  /** Is over in time or not: both may be. Who waits for the common pool waits until it is idle. */
  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(time);
    LockHooks.throwIfInterrupted();
    boolean terminated = isTerminated();
    if (!terminated && !(common && isIdle())) {
      LockHooks.timePasses(nanos);
    }
    return terminated;
  }

  /** As later JDKs know it. */
  public void close() {
    shutdown();
    while (!common && !isTerminated()) {
      Thread.onSpinWait();
    }
  }

  public static void managedBlock(java.util.concurrent.ForkJoinPool.ManagedBlocker blocker)
      throws InterruptedException {
    while (!blocker.isReleasable()) {
      if (blocker.block()) {
        return;
      }
    }
  }
}
