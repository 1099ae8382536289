// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.LockHooks;

/** Stands for what later JDKs give a thread, virtual or not, to each task, in woven code. */
public class ThreadPerTaskExecutor extends AbstractExecutorService {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(ThreadPerTaskExecutor.class, "busy", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ThreadFactory factory;
  private volatile boolean shutdown;

  /** How many tasks are not over. */
  private int busy;

  private ThreadPerTaskExecutor(ThreadFactory factory) {
    this.factory = Objects.requireNonNull(factory);
  }

  public static ThreadPerTaskExecutor create(ThreadFactory factory) {
    return new ThreadPerTaskExecutor(factory);
  }

  @Override
  public void execute(Runnable task) {
    Objects.requireNonNull(task);
    if (shutdown) {
      throw new RejectedExecutionException();
    }
    BUSY.getAndAdd(this, 1);
    factory.newThread(() -> run(task)).start();
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      BUSY.getAndAdd(this, -1);
    }
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    JdkHooks.notModelled("java.util.concurrent.ExecutorService.shutdownNow");
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && (int) BUSY.getVolatile(this) == 0;
  }

  /** Is over in time or not: both may be. */
  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(time);
    LockHooks.throwIfInterrupted();
    boolean terminated = isTerminated();
    if (!terminated) {
      LockHooks.timePasses(nanos);
    }
    return terminated;
  }

  /** As later JDKs know it. */
  public void close() {
    shutdown();
    while (!isTerminated()) {
      Thread.onSpinWait();
    }
  }
}
