// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.stress.runner.fork.ForkResult;
import vacate.stress.runner.fork.ForkSpec;
import vacate.stress.runner.fork.Forks;
import vacate.stress.runner.fork.Mode;
import vacate.stress.typed.TypedScene;

/** One scenario that somebody has typed, sampled on this machine in one mode after the other. */
public final class ScenarioRun {
  /** Sampling in one fork; as long again goes into its start, about. */
  private static final int MILLIS = 1000;

  /** A fork that has not ended by then hangs. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Revision revision;
  private final Scenario scenario;
  private final Duration time;
  private final long seed;
  private final Path root;
  private final Consumer<Sampled> progress;
  private Forks forks;
  private boolean stopped;

  /**
   * What was seen.
   *
   * @param counts samples by outcome
   * @param forks how many JVMs took them
   * @param failures of forks that returned none, each in a line
   * @param isStopped whether it ended before its time
   */
  public record Sampled(
      Map<String, Long> counts, int forks, List<String> failures, boolean isStopped) {
    public Sampled {
      counts = new TreeMap<>(counts);
      failures = List.copyOf(failures);
    }

    /** How many there were. */
    public long samples() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Prepares a run, which may be started once.
   *
   * @param time no fork is begun after that
   * @param seed of the randomized modes
   * @param root below which the forks leave their files
   * @param progress is told what was seen after each fork
   * @throws IllegalArgumentException if no JVM can play it
   */
  public ScenarioRun(
      Revision revision,
      Scenario scenario,
      Duration time,
      long seed,
      Path root,
      Consumer<Sampled> progress) {
    this.revision = revision;
    this.scenario = scenario;
    this.time = time;
    this.seed = seed;
    this.root = root;
    this.progress = progress;
    TypedScene.test(scenario);
  }

  /**
   * Runs until the time is up or {@link #stop} is called; one fork at least.
   *
   * @throws IOException if files cannot be written, or no JVM can be started
   */
  public Sampled run() throws IOException {
    String test = TypedScene.test(scenario).getName();
    int actors = (int) scenario.cpus().stream().filter(does -> !does.isEmpty()).count();
    boolean yielding = actors > Runtime.getRuntime().availableProcessors();
    Map<String, Long> counts = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    int done = 0;
    long end = System.nanoTime() + time.toNanos();
    try (Forks open = open()) {
      for (int i = 0; !isStopped() && (i == 0 || System.nanoTime() < end); i++) {
        Mode mode = Mode.values()[i % Mode.values().length];
        ForkSpec spec =
            new ForkSpec(
                test,
                mode,
                Seeds.stressSeed(seed, test, i),
                MILLIS,
                yielding,
                TypedScene.flags(revision, scenario));
        ForkResult result = open.run(spec, i, LIMIT);
        if (result.status() == ForkResult.Status.DONE) {
          done++;
          result.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
        } else if (result.status() != ForkResult.Status.STOPPED) {
          failures.add(mode.label + ": " + result.message());
        }
        progress.accept(new Sampled(counts, done, failures, isStopped()));
      }
    }
    return new Sampled(counts, done, failures, isStopped());
  }

  /** Ends the running fork and the run, which returns what there is; from any thread. */
  public synchronized void stop() {
    stopped = true;
    if (forks != null) {
      forks.stop();
    }
  }

  private synchronized Forks open() throws IOException {
    forks = new Forks(Files.createDirectories(root));
    if (stopped) {
      forks.stop();
    }
    return forks;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
