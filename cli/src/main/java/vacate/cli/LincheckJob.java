// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Finding;
import vacate.claim.Interleaved;
import vacate.claim.Question;
import vacate.explorer.Verdict;
import vacate.lincheck.Budget;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

/** The Lincheck judge, in a JVM of its own. */
final class LincheckJob implements Job {
  private final List<Trial> trials;
  private final StatusLine status = StatusLine.onStderr();
  private final Budget budget;
  private Process fork;
  private boolean stopped;

  LincheckJob(List<Trial> trials, Budget budget) {
    this.trials = trials;
    this.budget = budget;
  }

  /**
   * All scenarios whose name matches.
   *
   * @param regex null for all
   * @throws UsageException if it matches none
   */
  static LincheckJob of(String regex, Budget budget) {
    return new LincheckJob(
        Selection.select(LincheckJudge.trials(), Trial::name, "--tests", regex), budget);
  }

  /** Findings on all scenarios; those that Ctrl-C came before are INTERRUPTED. */
  @Override
  public List<Finding> run() throws IOException {
    Path folder = LincheckJvm.folder();
    Path results = Files.createTempFile(folder, "rows", ".json");
    System.err.printf("lincheck: %d scenarios; traces are kept in %s%n", trials.size(), folder);
    long start = System.nanoTime();
    if (launch(results, folder)) {
      follow();
    }
    status.clear();
    System.err.printf("lincheck: %s%n", Elapsed.text(Duration.ofNanos(System.nanoTime() - start)));
    List<Interleaved> judged =
        Files.size(results) == 0
            ? List.of()
            : FindingJson.interleaved(Files.readString(results), this::asked);
    Files.delete(results);
    return withThoseNotRun(judged);
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (fork != null) {
      fork.destroyForcibly();
    }
  }

  private synchronized boolean launch(Path results, Path traces) throws IOException {
    if (stopped) {
      return false;
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(results.toString());
    arguments.add(traces.toString());
    arguments.add(budget.name());
    trials.forEach(trial -> arguments.add(trial.name()));
    fork = LincheckJvm.start(LincheckFork.class, traces, arguments);
    return true;
  }

  private void follow() throws IOException {
    int done = 0;
    status.show("lincheck: starting");
    try (BufferedReader judged = fork.inputReader()) {
      for (String name = judged.readLine(); name != null; name = judged.readLine()) {
        done++;
        status.show(String.format("lincheck: %d of %d scenarios; %s", done, trials.size(), name));
      }
    }
  }

  private Question asked(String name) {
    return trials.stream()
        .filter(trial -> trial.name().equals(name))
        .findFirst()
        .orElseThrow()
        .question();
  }

  private List<Finding> withThoseNotRun(List<Interleaved> judged) {
    List<Finding> all = new ArrayList<>(judged);
    for (Trial trial : trials.subList(judged.size(), trials.size())) {
      all.add(
          stopped
              ? Interleaved.not(trial.question(), Verdict.INTERRUPTED, INTERRUPTED)
              : Interleaved.not(
                  trial.question(),
                  Verdict.NOT_RUN,
                  "the judging JVM ended early, see stderr.txt"));
    }
    return all;
  }
}
