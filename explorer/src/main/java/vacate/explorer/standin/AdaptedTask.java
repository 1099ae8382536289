// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableFuture;

/**
 * What a {@link ForkJoinPool} makes of a {@code Runnable} or a {@code Callable}.
 *
 * @param <T> the type of the result
 */
final class AdaptedTask<T> extends ForkJoinTask<T> implements RunnableFuture<T> {
  private static final long serialVersionUID = 1L;

  private final transient Runnable runnable;
  private final transient Callable<? extends T> callable;
  private transient T result;

  AdaptedTask(Runnable runnable, T result) {
    this.runnable = Objects.requireNonNull(runnable);
    this.callable = null;
    this.result = result;
  }

  AdaptedTask(Callable<? extends T> callable) {
    this.runnable = null;
    this.callable = Objects.requireNonNull(callable);
  }

  @Override
  public T getRawResult() {
    return result;
  }

  @Override
  protected void setRawResult(T value) {
    result = value;
  }

  @Override
  protected boolean exec() {
    if (runnable != null) {
      runnable.run();
      return true;
    }
    try {
      result = callable.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new RuntimeException(e);
    }
    return true;
  }

  @Override
  public void run() {
    invoke();
  }
}
