// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** What {@code Thread.ofVirtual} and {@code Thread.ofPlatform} give. */
public final class ThreadMaker implements ThreadBuilder {
  private final boolean virtual;
  private Boolean daemon;
  private int priority;
  private Thread.UncaughtExceptionHandler handler;
  private String name;
  private long counter = -1;

  private ThreadMaker(boolean virtual) {
    this.virtual = virtual;
  }

  public static ThreadBuilder ofVirtual() {
    return new ThreadMaker(true);
  }

  public static ThreadBuilder ofPlatform() {
    return new ThreadMaker(false);
  }

  public static Thread startVirtualThread(Runnable task) {
    return ofVirtual().start(task);
  }

  @Override
  public ThreadBuilder name(String given) {
    name = Objects.requireNonNull(given);
    counter = -1;
    return this;
  }

  @Override
  public ThreadBuilder name(String prefix, long start) {
    if (start < 0) {
      throw new IllegalArgumentException("'start' is negative");
    }
    name = Objects.requireNonNull(prefix);
    counter = start;
    return this;
  }

  @Override
  public ThreadBuilder daemon() {
    return daemon(true);
  }

  @Override
  public ThreadBuilder daemon(boolean on) {
    daemon = on;
    return this;
  }

  @Override
  public ThreadBuilder priority(int given) {
    if (given < Thread.MIN_PRIORITY || given > Thread.MAX_PRIORITY) {
      throw new IllegalArgumentException();
    }
    priority = given;
    return this;
  }

  @Override
  public ThreadBuilder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler given) {
    handler = Objects.requireNonNull(given);
    return this;
  }

  /** Nobody inherits. */
  @Override
  public ThreadBuilder inheritInheritableThreadLocals(boolean inherit) {
    return this;
  }

  private String next() {
    return name == null || counter < 0 ? name : name + counter++;
  }

  @Override
  public Thread unstarted(Runnable task) {
    Objects.requireNonNull(task);
    String given = next();
    Thread thread =
        virtual
            ? new VirtualThread(task, given == null ? "" : given)
            : given == null ? new Thread(task) : new Thread(task, given);
    if (daemon != null) {
      thread.setDaemon(daemon);
    }
    if (priority != 0) {
      thread.setPriority(priority);
    }
    if (handler != null) {
      thread.setUncaughtExceptionHandler(handler);
    }
    return thread;
  }

  @Override
  public Thread start(Runnable task) {
    Thread thread = unstarted(task);
    thread.start();
    return thread;
  }

  @Override
  public ThreadFactory factory() {
    return this::unstarted;
  }
}
