// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Question;
import vacate.claim.Sampled;
import vacate.claim.Topic;
import vacate.explorer.Verdict;

class TopicJobTest {
  @Test
  void whatIsSaidOfSeveralTopicsIsSaidOfEachThatIsAsked() {
    Sampled of = Findings.stress("test", Verdict.NOT_OBSERVED, Verdict.NOT_OBSERVED);
    List<Topic> topics =
        List.of(
            Topic.of(Claim.C1),
            Topic.of(Claim.C10),
            Topic.of(Claim.C10, Form.QUALIFIED),
            Topic.of(Defect.LOCK_BIT_LOST));
    Finding joined = about(of, topics);

    assertThat(TopicJob.split(List.of(joined), List.of(Topic.of(Claim.C10), Topic.of(Claim.C2))))
        .containsExactly(of.about(Topic.of(Claim.C10)));
    assertThat(TopicJob.split(List.of(joined), Topic.all(Claim.C10))).hasSize(2);
  }

  @Test
  void aClaimIsNotAskedForWithACondition() {
    Finding qualified =
        Findings.stress("test", Verdict.NOT_OBSERVED, Verdict.NOT_OBSERVED)
            .about(Topic.of(Claim.C10, Form.QUALIFIED));

    assertThat(TopicJob.split(List.of(qualified), List.of(Topic.of(Claim.C10)))).isEmpty();
    assertThat(TopicJob.split(List.of(qualified), Topic.all(Claim.C10))).containsExactly(qualified);
  }

  private static Sampled about(Sampled of, List<Topic> topics) {
    return new Sampled(
        new Question(topics, of.revision(), of.test(), of.expected()),
        of.verdict(),
        of.forks(),
        of.samples(),
        of.results(),
        of.reason(),
        of.outcomes(),
        of.millis());
  }
}
