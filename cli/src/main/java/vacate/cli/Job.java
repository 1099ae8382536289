// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Finding;
import vacate.report.Setting;
import vacate.stress.runner.Interruption;

/** One judge at work. */
interface Job {
  /** Why there is no verdict where Ctrl-C came first. */
  String INTERRUPTED = "interrupted";

  /** Runs until it is done or stopped; the findings are what there is by then. */
  List<Finding> run() throws IOException;

  /** Lets {@link #run} return soon; from any thread, at any time, also before it runs. */
  void stop();

  /** What its findings depend on besides the tests: seeds, budgets. */
  default List<Setting> settings() {
    return List.of();
  }

  /** Whether the judge itself failed in something, which it has told with a trace. */
  default boolean hasFailed() {
    return false;
  }

  /**
   * Runs the jobs one after the other and reports. Ctrl-C stops the one at work and all that
   * follow; what there is so far is reported all the same, and so it is if one cannot be run.
   *
   * @return the {@link ExitStatus}
   * @throws IOException if a job cannot be run, or what is asked for not be written; after the rest
   *     is reported
   */
  @SuppressWarnings("try")
  static int runAll(List<Job> jobs, FinalOutput report) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Failures failures = new Failures();
    try (Interruption open = Interruption.calls(() -> jobs.forEach(Job::stop))) {
      for (Job job : jobs) {
        failures.of(() -> findings.addAll(job.run()));
      }
      int exit = ExitStatus.NOT_RUN;
      if (!findings.isEmpty() || !failures.any()) {
        exit = report.of(findings, settings(jobs), failures);
      }
      failures.rethrow();
      return jobs.stream().anyMatch(Job::hasFailed) ? ExitStatus.INTERNAL : exit;
    }
  }

  private static List<Setting> settings(List<Job> jobs) {
    return jobs.stream().flatMap(job -> job.settings().stream()).toList();
  }
}
