// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Kind;
import vacate.claim.Row;
import vacate.claim.Topic;
import vacate.claim.Verdict;

class TopicJobTest {
  @Test
  void aRowOfSeveralTopicsBecomesOneForEachThatIsAsked() {
    Topic joined = new Topic("C1+C10+d1", "a+b+c", Kind.CLAIM, Form.LITERAL, null);
    Row row = Rows.stress("test", Verdict.NOT_OBSERVED, Verdict.NOT_OBSERVED).of(joined);

    List<Row> rows = TopicJob.split(List.of(row), List.of(Topic.of(Claim.C10), Topic.of(Claim.C2)));

    assertThat(rows).containsExactly(row.of(Topic.of(Claim.C10)));
  }

  @Test
  void aClaimIsNotAskedForWithACondition() {
    Topic qualified = Topic.of(Claim.C10, Form.QUALIFIED);
    Row row = Rows.stress("test", Verdict.NOT_OBSERVED, Verdict.NOT_OBSERVED).of(qualified);

    assertThat(TopicJob.split(List.of(row), List.of(Topic.of(Claim.C10)))).isEmpty();
    assertThat(TopicJob.split(List.of(row), Topic.all(Claim.C10))).containsExactly(row);
  }
}
