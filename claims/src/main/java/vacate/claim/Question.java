// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.List;
import vacate.explorer.Verdict;
import vacate.revision.Revision;

/**
 * What is put to a judge: a test, what it is evidence for, and what was declared.
 *
 * @param topics what the test is evidence for; at least one
 * @param revision of the protocol under test; null where none is
 * @param test name of the test
 * @param expected verdicts that are as declared
 */
public record Question(List<Topic> topics, Revision revision, String test, List<Verdict> expected) {
  /**
   * @throws IllegalArgumentException if it is about nothing
   */
  public Question {
    topics = List.copyOf(topics);
    expected = List.copyOf(expected);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException(test + " is evidence for nothing");
    }
  }

  /** The question that a test's annotations put to a judge. */
  public static Question of(String test, Evidence evidence, List<Verdict> expected) {
    return new Question(evidence.topics(), evidence.revision(), test, expected);
  }

  /** What the test is evidence for first of all. */
  public TopicKind kind() {
    return topics.get(0).kind();
  }

  /** The same about one of the topics alone. */
  public Question about(Topic topic) {
    return new Question(List.of(topic), revision, test, expected);
  }

  /** The same where something else is declared. */
  public Question expecting(List<Verdict> verdicts) {
    return new Question(topics, revision, test, verdicts);
  }
}
