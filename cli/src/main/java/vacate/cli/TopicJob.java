// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.List;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.report.Setting;

/** A judge whose rows join what a test is evidence for: makes each a row a topic that is asked. */
final class TopicJob implements Job {
  private final Job job;
  private final List<Topic> topics;

  TopicJob(Job job, List<Topic> topics) {
    this.job = job;
    this.topics = topics;
  }

  @Override
  public List<Row> run() throws IOException {
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

  /** The rows' ids are joined by a plus sign. */
  static List<Row> split(List<Row> rows, List<Topic> topics) {
    return rows.stream().flatMap(row -> topics.stream().filter(row::isAbout).map(row::of)).toList();
  }
}
