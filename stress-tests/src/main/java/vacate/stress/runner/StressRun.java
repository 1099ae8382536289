// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.Forks;

/**
 * One run of some stress tests. Where there are processors for more than one test at a time,
 * several run side by side.
 *
 * <pre>{@code
 * StressRun run = new StressRun(options, progress -> ...);
 * try (Interruption interruption = Interruption.calls(run::stop)) {
 *   print(run.run());
 * }
 * }</pre>
 */
public final class StressRun {
  private final RunOptions options;
  private final Consumer<Progress> listener;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final int lanes = Math.max(1, processors / 2);
  private final Semaphore free = new Semaphore(processors, true);
  private final Turns turns;
  private volatile Forks forks;
  private volatile boolean stopped;

  /**
   * Prepares a run, which may be started once; its budget begins now.
   *
   * @param listener called when a fork starts and at the end, from several threads, though never at
   *     the same time; it must not throw
   */
  public StressRun(RunOptions options, Consumer<Progress> listener) {
    this.options = options;
    this.listener = listener;
    this.turns = new Turns(options, processors, lanes, System::nanoTime);
  }

  /**
   * Runs until the budget is spent, all is settled, or {@link #stop} is called.
   *
   * @return a row for every test, whatever happened
   * @throws IOException if the run's directory cannot be made or the link to the forks cannot be
   *     opened
   */
  public RunReport run() throws IOException {
    try (RunDirectory directory = RunDirectory.create(options);
        Forks started = new Forks(directory.path)) {
      forks = started;
      if (stopped) {
        started.stop();
      }
      runLanes(directory);
      tell(null);
      return turns.report(directory.path);
    }
  }

  /**
   * Kills the running forks and lets {@link #run} return with what there is. May be called from any
   * thread, at any time.
   */
  public void stop() {
    stopped = true;
    turns.stop();
    Forks started = forks;
    if (started != null) {
      started.stop();
    }
  }

  private void runLanes(RunDirectory directory) {
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    List<Future<?>> started = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      started.add(pool.submit(() -> runLane(directory)));
    }
    pool.shutdown();
    try {
      for (Future<?> lane : started) {
        lane.get();
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      stop();
      throw new IllegalStateException("the runner failed", e.getCause());
    }
  }

  /** Null, so that it may throw. */
  private Void runLane(RunDirectory directory) throws InterruptedException {
    for (Optional<Turn> turn = turns.next(); turn.isPresent(); turn = turns.next()) {
      runTurn(turn.get(), directory);
    }
    return null;
  }

  private void runTurn(Turn turn, RunDirectory directory) throws InterruptedException {
    int needed = Math.min(turn.test().actors(), processors);
    free.acquire(needed);
    try {
      tell(turn.test().name());
      long began = System.nanoTime();
      ForkResult result = fork(turn);
      long millis = (System.nanoTime() - began) / 1_000_000;
      turns.ended(turn, result, millis);
      directory.record(turn, result, millis);
    } finally {
      free.release(needed);
    }
  }

  private ForkResult fork(Turn turn) {
    try {
      return forks.run(turn.spec(), turn.number(), turn.limit());
    } catch (IOException e) {
      return ForkResult.failed(ForkResult.Status.FAILED, "no fork: " + e.getMessage());
    }
  }

  private synchronized void tell(String current) {
    listener.accept(turns.progress(current));
  }
}
