// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vacate.claim.Sampled;

/**
 * One run of some stress tests: measures the machine, plans what can be decided in the time that
 * there is, and does it. Where there are cores for more than one test at a time, several run side
 * by side.
 *
 * <pre>{@code
 * StressRun run = new StressRun(options, plan -> ..., progress -> ...);
 * try (Interruption interruption = Interruption.calls(run::stop)) {
 *   print(run.run());
 * }
 * }</pre>
 */
public final class StressRun {
  private final RunOptions options;
  private final Consumer<Plan> planned;
  private final Consumer<RunProgress> listener;
  private final Platform platform;
  private Lanes lanes;
  private boolean stopped;

  /**
   * Prepares a run, which may be started once.
   *
   * @param planned told what will be done, before it is; not if the run is stopped before
   * @param listener told whenever a fork starts, and at the end
   */
  public StressRun(RunOptions options, Consumer<Plan> planned, Consumer<RunProgress> listener) {
    this(options, planned, listener, Platform.HERE);
  }

  StressRun(
      RunOptions options,
      Consumer<Plan> planned,
      Consumer<RunProgress> listener,
      Platform platform) {
    this.options = options;
    this.planned = planned;
    this.listener = listener;
    this.platform = platform;
  }

  /**
   * Runs until all is decided, the time is up, or {@link #stop} is called.
   *
   * @return a finding for every test, whatever happened
   * @throws IOException if the run's directory cannot be made or the link to the forks cannot be
   *     opened
   */
  public RunReport run() throws IOException {
    long began = platform.nanoTime();
    try (RunDirectory directory = RunDirectory.create(options)) {
      Plan plan = plan(directory.path, began);
      Schedule schedule = new Schedule(plan, options.seed(), platform::nanoTime);
      if (!isStopped()) {
        planned.accept(plan);
        carryOut(plan, schedule, directory);
      }
      listener.accept(schedule.progress(null));
      return new RunReport(
          findings(plan, schedule, directory.path),
          options.seed(),
          directory.path,
          isStopped(),
          millisSince(began));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Kills the running forks and lets {@link #run} return with what there is. May be called from any
   * thread, at any time.
   */
  public synchronized void stop() {
    stopped = true;
    if (lanes != null) {
      lanes.stop();
    }
  }

  private Plan plan(Path directory, long began) throws IOException, InterruptedException {
    try (Lanes open = open(directory.resolve("measured"))) {
      Topology topology = platform.topology();
      double spare = platform.spare(topology);
      Capacity machine = Measurement.of(open, topology, spare, options.seed());
      if (isStopped()) {
        return Plan.stopped(machine, options.tests());
      }
      Duration left = options.limit().minusMillis(millisSince(began));
      return Planner.plan(machine, options.tests(), options.budget(), left);
    }
  }

  private void carryOut(Plan plan, Schedule schedule, RunDirectory directory)
      throws IOException, InterruptedException {
    int free = plan.machine().capacity();
    int running = 0;
    try (Lanes open = open(directory.path)) {
      while (true) {
        Optional<Turn> turn = isStopped() ? Optional.empty() : schedule.next(free);
        if (turn.isPresent()) {
          listener.accept(schedule.progress(turn.get().test().name()));
          free -= plan.machine().coresFor(turn.get().test());
          running++;
          open.start(turn.get());
        } else if (running > 0) {
          Lanes.Ended ended = open.await();
          free += plan.machine().coresFor(ended.turn().test());
          running--;
          schedule.ended(ended);
          directory.record(ended.turn(), ended.result(), ended.millis());
        } else {
          return;
        }
      }
    }
  }

  private List<Sampled> findings(Plan plan, Schedule schedule, Path directory) {
    SampledFindings findings =
        new SampledFindings(plan.machine().topology(), directory, isStopped());
    List<Sampled> all = new ArrayList<>();
    for (HardwareTest test : options.tests()) {
      Optional<Plan.LeftOut> out = plan.leftOut(test);
      if (out.isPresent()) {
        all.add(findings.leftOut(out.get()));
      } else {
        all.addAll(findings.of(schedule.tally(test)));
      }
    }
    return all;
  }

  private synchronized Lanes open(Path directory) throws IOException {
    lanes = platform.open(directory);
    if (stopped) {
      lanes.stop();
    }
    return lanes;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private long millisSince(long nanos) {
    return (platform.nanoTime() - nanos) / 1_000_000;
  }
}
