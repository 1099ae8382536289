// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Pieces of work on several threads, all of which can be left at once. */
public final class Stoppable {
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** Interrupts what is at work, and begins no other; from any thread, at any time. */
  public void stop() {
    stopped = true;
    workers.forEach(Thread::interrupt);
  }

  /** Whether it was stopped; what pieces say that end after that may be less than all. */
  public boolean isStopped() {
    return stopped;
  }

  /**
   * Does a piece on this thread.
   *
   * @return what it says; empty if it was stopped before it began, or broke off when stopped
   */
  public <T> Optional<T> run(Supplier<T> piece) {
    workers.add(Thread.currentThread());
    try {
      return stopped ? Optional.empty() : Optional.of(piece.get());
    } catch (RuntimeException | Error e) {
      if (stopped) {
        return Optional.empty();
      }
      throw e;
    } finally {
      workers.remove(Thread.currentThread());
    }
  }
}
