// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vacate.claim.Finding;
import vacate.report.Setting;
import vacate.stress.runner.HardwareInfo;
import vacate.stress.runner.HardwareTest;
import vacate.stress.runner.Plan;
import vacate.stress.runner.RunOptions;
import vacate.stress.runner.RunProgress;
import vacate.stress.runner.RunReport;
import vacate.stress.runner.StressRun;
import vacate.stress.runner.TimeBudget;

/** The jcstress judge: runs stress tests, says how it goes, and holds it against the explorer. */
final class StressJob implements Job {
  /** Part of the time for the samples; the rest is for the explorer. */
  private static final int PERCENT_FOR_SAMPLES = 90;

  private final RunOptions options;
  private final int others;
  private final StatusLine status = StatusLine.onStderr();
  private final AllowedOutcomes allowed = new AllowedOutcomes(status::show);
  private StressRun run;
  private boolean stopped;

  /**
   * @param others how many tests the budget is not about
   * @param time how long all of it may take
   * @param seed null to draw one
   */
  StressJob(List<HardwareTest> tests, int others, TimeBudget budget, Duration time, Long seed) {
    Path results = Path.of(System.getProperty("vacate.home", "."), "results", "stress");
    this.options =
        new RunOptions(
            tests,
            budget,
            time.multipliedBy(PERCENT_FOR_SAMPLES).dividedBy(100),
            seed == null ? RunOptions.drawSeed() : seed,
            results);
    this.others = others;
  }

  /** These tests on the quick budget, whichever it is about. */
  static StressJob quick(List<HardwareTest> tests) {
    return new StressJob(tests, 0, TimeBudget.QUICK, TimeBudget.QUICK.time, null);
  }

  /** Findings on all tests, also after Ctrl-C: those that it came before are INTERRUPTED. */
  @Override
  public List<Finding> run() throws IOException {
    System.err.printf(
        "jcstress: %s, budget %s, seed %d%n%s%n",
        Count.of(options.tests().size(), "test"),
        options.budget(),
        options.seed(),
        HardwareInfo.read());
    status.show("jcstress: measuring the machine");
    RunReport report = start().run();
    status.clear();
    System.err.printf(
        "jcstress: %s; every fork is listed in %s%n",
        Elapsed.text(Duration.ofMillis(report.millis())), report.directory());
    List<Finding> findings = new ArrayList<>(report.findings());
    status.show("explorer: is each observed outcome allowed?");
    findings.addAll(allowed.check(report.findings()));
    status.clear();
    return findings;
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    allowed.stop();
    if (run != null) {
      run.stop();
    }
  }

  @Override
  public boolean hasFailed() {
    return allowed.hasFailed();
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("jcstress budget", options.budget().toString()),
        new Setting("jcstress seed", Long.toString(options.seed())));
  }

  /** The time begins to run here, not when the job is made. */
  private synchronized StressRun start() {
    run = new StressRun(options, this::tell, this::show);
    if (stopped) {
      run.stop();
    }
    return run;
  }

  private void tell(Plan plan) {
    status.clear();
    PlanText.of(plan, others, Terminal.width()).forEach(System.err::println);
  }

  private void show(RunProgress progress) {
    if (progress.current() != null) {
      status.show(
          String.format(
              "jcstress: %d of %s decided, %d observed, %s; %s",
              progress.done(),
              Count.of(progress.total(), "test"),
              progress.observed(),
              left(progress.remaining()),
              TestName.shorten(progress.current())));
    }
  }

  /** Nobody knows better than to a few seconds. */
  private static String left(Duration remaining) {
    return remaining.toSeconds() == 0
        ? "waiting for the last"
        : "about " + Elapsed.text(remaining) + " left";
  }
}
