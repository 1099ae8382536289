// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vacate.claim.Finding;
import vacate.claim.Standing;
import vacate.report.Report;
import vacate.report.ReportFolder;
import vacate.report.Setting;
import vacate.story.Counterexample;
import vacate.story.Counterexamples;
import vacate.stress.runner.HardwareInfo;
import vacate.work.FileTrouble;

/** What {@code --report} asks for, made at the end of a run. */
final class ReportOutput {
  private final ReportFolder folder;
  private final boolean withMachine;

  /**
   * @param withMachine whether to tell of the machine, the seeds and the times
   */
  ReportOutput(ReportFolder folder, boolean withMachine) {
    this.folder = folder;
    this.withMachine = withMachine;
  }

  /**
   * Replays what the findings rest on, tells the defects, and writes all of it. Of a run that was
   * interrupted it writes the findings at once: who wants it to end will not wait for the rest.
   *
   * @param settings of the jobs that made the findings
   */
  void write(List<Finding> findings, List<Setting> settings) throws IOException {
    StatusLine status = StatusLine.onStderr();
    List<Counterexample> counterexamples = new ArrayList<>();
    if (findings.stream().noneMatch(finding -> finding.standing() == Standing.INTERRUPTED)) {
      status.show("report: replaying witnesses, telling the defects");
      counterexamples.addAll(Counterexamples.of(Report.sorted(findings)));
      counterexamples.addAll(Counterexamples.ofDefects());
    }
    try {
      folder.write(
          new Report(
              findings, counterexamples, withMachine ? machine(findings, settings) : List.of()));
    } catch (IOException e) {
      throw new IOException(
          "--report " + folder + " cannot be written: " + FileTrouble.reason(e), e);
    } finally {
      status.clear();
    }
  }

  private static List<Setting> machine(List<Finding> findings, List<Setting> settings) {
    HardwareInfo hardware = HardwareInfo.read();
    List<Setting> machine = new ArrayList<>();
    machine.add(new Setting("CPU", hardware.cpu()));
    machine.add(new Setting("processors", Integer.toString(hardware.processors())));
    machine.add(new Setting("JVM", hardware.jvm()));
    machine.add(new Setting("OS", hardware.os()));
    machine.addAll(settings);
    Map<String, Long> times = new TreeMap<>();
    findings.forEach(
        finding -> times.merge(finding.judge().toString(), finding.millis(), Long::sum));
    times.forEach(
        (judge, millis) ->
            machine.add(
                new Setting(
                    "time of " + judge,
                    Elapsed.text(Duration.ofMillis(millis)) + " over all findings")));
    return machine;
  }
}
