// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.util.concurrent.ThreadFactory;

/**
 * Stands for {@code Thread.Builder} of later JDKs, and for those of virtual and of platform
 * threads, in woven code.
 */
public interface ThreadBuilder {
  ThreadBuilder name(String name);

  ThreadBuilder name(String prefix, long start);

  ThreadBuilder daemon();

  ThreadBuilder daemon(boolean on);

  ThreadBuilder priority(int priority);

  ThreadBuilder uncaughtExceptionHandler(Thread.UncaughtExceptionHandler handler);

  ThreadBuilder inheritInheritableThreadLocals(boolean inherit);

  Thread unstarted(Runnable task);

  Thread start(Runnable task);

  ThreadFactory factory();
}
