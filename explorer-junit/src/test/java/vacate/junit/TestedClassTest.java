// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vacate.explorer.Deadline;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.junit.cases.Mailbox;

class TestedClassTest {
  @Test
  void aTestIsNotBegunWhenTheTimeIsOver() {
    Deadline past = new Deadline(() -> 1, 1, "no time");

    Map<MemoryModel, Result> results =
        new TestedClass(Mailbox.Plain.class, getClass().getClassLoader())
            .explore(Set.of(MemoryModel.SC, MemoryModel.JMM), ExplorationTerms.DEFAULT, past);

    assertThat(results.values())
        .hasSize(2)
        .allSatisfy(
            r -> {
              assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
              assertThat(r.reason()).isEqualTo("not begun: the time for the run is over");
            });
  }
}
