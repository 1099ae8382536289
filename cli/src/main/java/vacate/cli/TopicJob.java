// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import vacate.claim.Finding;
import vacate.claim.Topic;
import vacate.report.Setting;

/** A judge whose findings are about all that a test is evidence for: splits them by topic. */
final class TopicJob implements Job {
  private final Job job;
  private final List<Topic> topics;

  TopicJob(Job job, List<Topic> topics) {
    this.job = job;
    this.topics = topics;
  }

  @Override
  public List<Finding> run() throws IOException {
    return split(job.run(), topics);
  }

  @Override
  public void stop() {
    job.stop();
  }

  @Override
  public boolean hasFailed() {
    return job.hasFailed();
  }

  @Override
  public List<Setting> settings() {
    return job.settings();
  }

  /** What is said of several topics at once, said of each that is asked. */
  static List<Finding> split(List<Finding> findings, List<Topic> topics) {
    return findings.stream()
        .flatMap(finding -> topics.stream().filter(finding.topics()::contains).map(finding::about))
        .toList();
  }
}
