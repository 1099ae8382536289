// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vacate.explorer.hook.LockHooks;

/**
 * Stands for {@link java.util.concurrent.ForkJoinTask} in woven code, after its Javadoc: to fork a
 * task starts a thread, what it does happens before a join that returns.
 *
 * @param <V> the type of the result
 */
public abstract class ForkJoinTask<V> implements Future<V>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final int NORMAL = 1;
  private static final int THROWN = 2;
  private static final int CANCELLED = 3;

  private static final VarHandle STATUS;
  private static final VarHandle TAG;

  static {
    try {
      STATUS = MethodHandles.lookup().findVarHandle(ForkJoinTask.class, "status", int.class);
      TAG = MethodHandles.lookup().findVarHandle(ForkJoinTask.class, "tag", short.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int status;
  private Throwable thrown;
  private Thread thrower;
  private short tag;

  public ForkJoinTask() {}

  public abstract V getRawResult();

  protected abstract void setRawResult(V value);

  protected abstract boolean exec();

  // ---- to run it

  public final ForkJoinTask<V> fork() {
    Thread current = Thread.currentThread();
    ForkJoinPool pool = current instanceof PoolThread p ? p.pool() : ForkJoinPool.commonPool();
    pool.start(this);
    return this;
  }

  public final V join() {
    await();
    return reported();
  }

  public final V invoke() {
    runTask();
    return join();
  }

  public final void quietlyJoin() {
    await();
  }

  public final void quietlyInvoke() {
    runTask();
    await();
  }

  public static void invokeAll(ForkJoinTask<?> one, ForkJoinTask<?> other) {
    other.fork();
    one.invoke();
    other.join();
  }

  public static void invokeAll(ForkJoinTask<?>... tasks) {
    invokeAll(List.of(tasks));
  }

  public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
    ForkJoinTask<?> first = null;
    for (ForkJoinTask<?> task : tasks) {
      if (first == null) {
        first = task;
      } else {
        task.fork();
      }
    }
    if (first != null) {
      first.invoke();
    }
    tasks.forEach(ForkJoinTask::join);
    return tasks;
  }

  final void runTask() {
    if (isDone()) {
      return;
    }
    boolean completed;
    try {
      completed = exec();
    } catch (Throwable e) {
      trySetException(e);
      return;
    }
    if (completed) {
      ends(NORMAL);
    }
  }

  // ---- how it ends

  private void ends(int how) {
    STATUS.compareAndSet(this, 0, how);
  }

  private int status() {
    return (int) STATUS.getAcquire(this);
  }

  private void await() {
    while (status() == 0) {
      Thread.onSpinWait();
    }
  }

  /** Code of the JDK overrides it. */
  protected int trySetException(Throwable e) {
    if (status() == 0) {
      thrown = e;
      thrower = Thread.currentThread();
      ends(THROWN);
    }
    return status();
  }

  private V reported() {
    int how = status();
    if (how == CANCELLED) {
      throw new CancellationException();
    }
    if (how == THROWN) {
      ForkJoinTask.<RuntimeException>rethrow(thrownHere());
    }
    return getRawResult();
  }

  /** Who has not thrown it gets one of its own, of that cause, where the class can be made so. */
  private Throwable thrownHere() {
    if (thrower == Thread.currentThread()) {
      return thrown;
    }
    Class<? extends Throwable> type = thrown.getClass();
    try {
      return type.getConstructor(Throwable.class).newInstance(thrown);
    } catch (NoSuchMethodException e) {
      return withCause(type);
    } catch (Exception e) {
      return thrown;
    }
  }

  private Throwable withCause(Class<? extends Throwable> type) {
    try {
      return type.getConstructor().newInstance().initCause(thrown);
    } catch (Exception e) {
      return thrown;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void rethrow(Throwable t) throws T {
    throw (T) t;
  }

  public void complete(V value) {
    try {
      setRawResult(value);
    } catch (Throwable e) {
      trySetException(e);
      return;
    }
    ends(NORMAL);
  }

  public final void quietlyComplete() {
    ends(NORMAL);
  }

  public void completeExceptionally(Throwable e) {
    trySetException(
        e instanceof RuntimeException || e instanceof Error ? e : new RuntimeException(e));
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    ends(CANCELLED);
    return status() == CANCELLED;
  }

  // ---- what it came to

  @Override
  public final V get() throws InterruptedException, ExecutionException {
    LockHooks.throwIfInterrupted();
    while (status() == 0) {
      LockHooks.throwIfInterrupted();
    }
    return got();
  }

  /** Is over in time or not: both may be. */
  @Override
  public final V get(long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long nanos = unit.toNanos(time);
    LockHooks.throwIfInterrupted();
    if (status() == 0) {
      LockHooks.timePasses(nanos);
      throw new TimeoutException();
    }
    return got();
  }

  private V got() throws ExecutionException {
    if (status() == THROWN) {
      throw new ExecutionException(thrownHere());
    }
    return reported();
  }

  @Override
  public final boolean isDone() {
    return status() != 0;
  }

  @Override
  public final boolean isCancelled() {
    return status() == CANCELLED;
  }

  public final boolean isCompletedAbnormally() {
    return status() > NORMAL;
  }

  public final boolean isCompletedNormally() {
    return status() == NORMAL;
  }

  public final Throwable getException() {
    int how = status();
    return how == CANCELLED ? new CancellationException() : how == THROWN ? thrownHere() : null;
  }

  // ---- what users mark it with

  public final short getForkJoinTaskTag() {
    return (short) TAG.getVolatile(this);
  }

  public final short setForkJoinTaskTag(short value) {
    return (short) TAG.getAndSet(this, value);
  }

  public final boolean compareAndSetForkJoinTaskTag(short expected, short value) {
    return TAG.compareAndSet(this, expected, value);
  }

  // ---- of the pool

  public static ForkJoinPool getPool() {
    return Thread.currentThread() instanceof PoolThread p ? p.pool() : null;
  }

  public static boolean inForkJoinPool() {
    return Thread.currentThread() instanceof PoolThread;
  }

  public static ForkJoinTask<?> adapt(Runnable task) {
    return new AdaptedTask<>(task, null);
  }

  public static <T> ForkJoinTask<T> adapt(Runnable task, T result) {
    return new AdaptedTask<>(task, result);
  }

  public static <T> ForkJoinTask<T> adapt(Callable<? extends T> task) {
    return new AdaptedTask<>(task);
  }
}
