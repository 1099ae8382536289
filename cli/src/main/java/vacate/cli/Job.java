// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Row;
import vacate.report.Setting;
import vacate.stress.runner.Interruption;

/** One judge at work. */
interface Job {
  /** Why there is no verdict where Ctrl-C came first. */
  String INTERRUPTED = "interrupted";

  /** Runs until it is done or stopped; the rows are what there is by then. */
  List<Row> run() throws IOException;

  /** Lets {@link #run} return soon; from any thread, at any time, also before it runs. */
  void stop();

  /** What its rows depend on besides the tests: seeds, budgets. */
  default List<Setting> settings() {
    return List.of();
  }

  /**
   * Runs the jobs one after the other and reports. Ctrl-C stops the one at work and all that
   * follow; what there is so far is reported all the same.
   *
   * @return the {@link ExitCode}
   */
  @SuppressWarnings("try")
  static int runAll(List<Job> jobs, Report report) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Interruption open = Interruption.calls(() -> jobs.forEach(Job::stop))) {
      for (Job job : jobs) {
        rows.addAll(job.run());
      }
      return report.of(rows, jobs.stream().flatMap(job -> job.settings().stream()).toList());
    }
  }
}
