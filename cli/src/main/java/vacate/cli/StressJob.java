// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Row;
import vacate.report.Setting;
import vacate.stress.runner.Budget;
import vacate.stress.runner.HardwareInfo;
import vacate.stress.runner.Progress;
import vacate.stress.runner.RunOptions;
import vacate.stress.runner.RunReport;
import vacate.stress.runner.StressRun;
import vacate.stress.runner.StressTest;

/** The jcstress judge: runs stress tests, says how it goes, and holds it against the explorer. */
final class StressJob implements Job {
  private final RunOptions options;
  private StressRun run;
  private boolean stopped;
  private final StatusLine status = StatusLine.onStderr();

  StressJob(List<StressTest> tests, Budget budget, Long seed) {
    Path results = Path.of(System.getProperty("vacate.home", "."), "results", "stress");
    this.options =
        new RunOptions(tests, budget, seed == null ? RunOptions.drawSeed() : seed, results);
  }

  /** Rows of all tests, also after Ctrl-C: those that were not reached are NOT RUN. */
  @Override
  public List<Row> run() throws IOException {
    System.err.printf(
        "jcstress: %d tests, budget %s, seed %d%n%s%n",
        options.tests().size(), options.budget(), options.seed(), HardwareInfo.read());
    RunReport report = start().run();
    status.clear();
    System.err.printf(
        "jcstress: %s; every fork is listed in %s%n",
        Elapsed.text(Duration.ofMillis(report.millis())), report.directory());
    List<Row> rows = new ArrayList<>(report.rows());
    if (!report.stopped()) {
      status.show("explorer: is each observed outcome allowed?");
      rows.addAll(AllowedOutcomes.check(report.rows()));
      status.clear();
    }
    return rows;
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (run != null) {
      run.stop();
    }
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("jcstress budget", options.budget().toString()),
        new Setting("jcstress seed", Long.toString(options.seed())));
  }

  /** The budget begins to run here, not when the job is made. */
  private synchronized StressRun start() {
    run = new StressRun(options, this::show);
    if (stopped) {
      run.stop();
    }
    return run;
  }

  private void show(Progress progress) {
    if (progress.current() != null) {
      status.show(
          String.format(
              "jcstress: %d of %d tests settled, %d observed, about %s left; %s",
              progress.done(),
              progress.total(),
              progress.observed(),
              Elapsed.text(progress.remaining()),
              TestName.shorten(progress.current())));
    }
  }
}
