// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Interleaved;
import vacate.claim.Mutated;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class FindingJsonTest {
  private static final String NAMES =
      "id name kind revision judge model test expected verdict executions blocked runs depth"
          + " samples observed witness reason outcomes millis form condition loadBuffering";

  private static Map<String, Object> written(Finding finding) throws IOException {
    return Findings.read(FindingJson.write(List.of(finding))).get(0);
  }

  @Test
  void theNamesAreTheSameInTheSameOrderWhicheverJudgeItIsOf() throws IOException {
    List<Finding> findings =
        List.of(
            Findings.stress("t", Verdict.NOT_OBSERVED, Verdict.OBSERVED),
            Findings.explorer(MemoryModel.SC, Verdict.PROVED),
            Findings.lincheck(Verdict.PROVED),
            new Mutated(
                new Question(List.of(new Topic.OfBarrier("a1", "b")), null, null, List.of()),
                MemoryModel.PSO,
                Verdict.REFUTED,
                7,
                "v1.x",
                null));
    String json = FindingJson.write(findings);

    assertThat(JSON.std.mapFrom(json)).containsEntry("version", 1);
    assertThat(Findings.read(json))
        .hasSize(4)
        .allSatisfy(result -> assertThat(String.join(" ", result.keySet())).isEqualTo(NAMES));
  }

  @Test
  void whatHardwareShowedHasSamplesAndNoModel() throws IOException {
    assertThat(written(Findings.stress("t", Verdict.OBSERVED, Verdict.OBSERVED)))
        .containsEntry("id", "d1")
        .containsEntry("kind", "defect")
        .containsEntry("revision", "posted")
        .containsEntry("judge", "jcstress")
        .containsEntry("model", null)
        .containsEntry("samples", 1_900_000)
        .containsEntry("observed", 153)
        .containsEntry("runs", null)
        .containsEntry("executions", null)
        .containsEntry("form", null)
        .containsEntry(
            "outcomes",
            List.of(
                Map.of(
                    "id", "DISCARDED, bit_spin_unlock",
                    "expect", "ACCEPTABLE_INTERESTING",
                    "desc", "d1: lock lost",
                    "count", 153)));
  }

  @Test
  void whatWasExploredHasExecutionsAndAModel() throws IOException {
    assertThat(written(Findings.explorer(MemoryModel.TSO, Verdict.PROVED, Verdict.PROVED)))
        .containsEntry("judge", "explorer")
        .containsEntry("model", "tso")
        .containsEntry("executions", 274)
        .containsEntry("blocked", 128)
        .containsEntry("outcomes", null)
        .containsEntry("samples", null)
        .containsEntry("millis", 70);
  }

  @Test
  void whatAnswersSeveralTopicsHasThemJoinedByAPlusSign() throws IOException {
    Explored one = Findings.explorer(MemoryModel.SC, Verdict.PROVED, Verdict.PROVED);
    Finding joined =
        new Explored(
            new Question(
                List.of(
                    Topic.of(Claim.C1),
                    Topic.of(Claim.C10, Form.QUALIFIED),
                    Topic.of(Defect.LOCK_BIT_LOST)),
                one.revision(),
                one.test(),
                List.of(Verdict.PROVED, Verdict.BOUNDED)),
            one.model(),
            one.verdict(),
            null,
            null,
            "why",
            null,
            0,
            "possible");

    assertThat(written(joined))
        .containsEntry("id", "C1+C10+d1")
        .containsEntry("kind", "claim")
        .containsEntry("form", "literal+qualified")
        .containsEntry("condition", Claim.C10.condition(Form.QUALIFIED))
        .containsEntry("expected", "PROVED|BOUNDED")
        .containsEntry("executions", null)
        .containsEntry("loadBuffering", "possible");
  }

  @Test
  void readsWhatLincheckSaid() throws IOException {
    Interleaved run = Findings.scenario("a", Verdict.NOT_RUN, Verdict.PROVED);
    Interleaved not = Interleaved.not(run.question(), Verdict.INTERRUPTED, "why");

    assertThat(
            FindingJson.interleaved(FindingJson.write(List.of(run, not)), test -> run.question()))
        .containsExactly(run, not);
  }

  @Test
  void refusesAnotherDocument() {
    assertThatThrownBy(() -> FindingJson.interleaved("{\"version\":1}", test -> null))
        .isInstanceOf(IOException.class);
  }
}
