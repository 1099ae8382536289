// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The workers of one search. The first begins alone, since most searches are over before another
 * could help.
 */
public final class Crew implements Walk.Others {
  /** Makes the thread of a worker, which recurses once for every event. */
  @FunctionalInterface
  public interface Threads {
    Thread make(Runnable worker);
  }

  /** A part of the tree, and who hears of it. */
  record Work(Position from, SharedSearch.Part part) {}

  /** Another worker has failed. */
  private static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Left() {
      super(null, null, false, false);
    }
  }

  private final int size;
  private final Threads threads;
  private final Consumer<Work> walk;

  private final Deque<Work> left = new ArrayDeque<>();
  private final List<Thread> others = new ArrayList<>();
  private final int alone;
  private int seen;
  private int idle;
  private volatile Throwable failure;

  /** Whether some worker has nothing to do, or has failed. */
  private volatile boolean called;

  private volatile boolean hasBegun;

  /**
   * @param alone after how many children of nodes the others come
   */
  Crew(int size, int alone, Threads threads, Consumer<Work> walk) {
    this.alone = alone;
    this.size = size;
    this.threads = threads;
    this.walk = walk;
  }

  /**
   * Works until nothing is left; then all workers but this thread are gone.
   *
   * @param all the parts that there are, at least one
   */
  void run(List<Work> all) {
    seen = 0;
    idle = 0;
    failure = null;
    called = false;
    hasBegun = size == 1;
    left.addAll(all.subList(1, all.size()));
    work(all.get(0));
    for (Thread t : others) {
      join(t);
    }
    others.clear();
    left.clear();
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  private static void join(Thread t) {
    boolean interrupted = false;
    while (true) {
      try {
        t.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // whoever interrupts has also asked the search to stop
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Work first) {
    try {
      for (Work work = first == null ? next() : first; work != null; work = next()) {
        walk.accept(work);
      }
    } catch (Left another) {
      // it says why
    } catch (Throwable e) { // of whatever kind: the others must not wait for this one
      fail(e);
    }
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
    called = true;
    notifyAll();
  }

  /** The next part; null if there will be none. */
  private synchronized Work next() {
    idle++;
    while (left.isEmpty() && failure == null) {
      if (!hasBegun || idle == others.size() + 1) {
        notifyAll();
        return null; // and stays idle
      }
      called = true;
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (failure != null) {
      throw new Left();
    }
    idle--;
    called = left.size() <= 1 && idle > 0;
    return left.poll();
  }

  @Override
  public boolean wantWork() {
    if (!hasBegun && ++seen > alone) {
      begin();
    }
    if (called && failure != null) {
      throw new Left();
    }
    return called;
  }

  private synchronized void begin() {
    hasBegun = true;
    for (int i = 1; i < size; i++) {
      others.add(threads.make(() -> work(null)));
    }
  }

  @Override
  public synchronized void take(Position part, Walk from) {
    SharedSearch.Part behind = ((SharedSearch.Part) from.executions()).behind();
    behind.leaves(() -> Rest.of(part));
    left.add(new Work(part, behind));
    called = left.size() < idle;
    notify();
  }
}
