// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.LateSharing;
import vacate.explorer.cases.Ordering;
import vacate.explorer.cases.Wide;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;

class JsonTest {
  @Test
  void hasTheShapeOfVersion1() {
    Witness witness = new Witness("v1.0.AA", null);
    Result r =
        new Result(
            "pkg.Class.Nested",
            MemoryModel.JMM,
            Verdict.NOT_RUN,
            "a \"quoted\"\nreason",
            4,
            0,
            1.26,
            null,
            List.of(
                new Outcome("0, 1", Expectation.ACCEPTABLE, "", 1, witness),
                new Outcome("1", Expectation.FORBIDDEN, "", 0, null)));
    assertThat(Json.of(List.of(r)))
        .isEqualTo(
            """
            {"version":1,"tests":[
            {"test":"pkg.Class.Nested","model":"jmm","verdict":"NOT RUN",\
            "reason":"a \\"quoted\\"\\u000areason","executions":4,"blocked":0,"millis":1.3,\
            "outcomes":[{"id":"0, 1","expect":"ACCEPTABLE","executions":1,"witness":"v1.0.AA"},\
            {"id":"1","expect":"FORBIDDEN","executions":0,"witness":null}]}
            ]}
            """);
  }

  @Test
  void halfACharacterIsEscapedSoThatAFileCanHoldIt() {
    Outcome o = new Outcome("\ud800 \udc00 \ud83d\ude00\ud83d", Expectation.FORBIDDEN, "", 0, null);
    Result r = new Result("T", MemoryModel.SC, Verdict.PROVED, null, 1, 0, 1, null, List.of(o));
    assertThat(Json.of(List.of(r))).contains("{\"id\":\"\\ud800 \\udc00 \ud83d\ude00\\ud83d\",");
  }

  @Test
  void writesARealResult() {
    Result r = Explorer.explore(Ordering.PlainDekker.class, MemoryModel.TSO);
    assertThat(Json.of(List.of(r)))
        .contains("\"test\":\"vacate.explorer.cases.Ordering.PlainDekker\",\"model\":\"tso\"")
        .contains("\"verdict\":\"REFUTED\",\"reason\":null,\"executions\":4")
        .contains("{\"id\":\"0, 0\",\"expect\":\"FORBIDDEN\",\"executions\":1,\"witness\":\"v1.");
  }

  @Test
  void whatIsAssumedIsSaid() {
    Result racy = Explorer.explore(Wide.Racy.class, MemoryModel.SC);
    assertThat(Json.of(List.of(racy))).contains(",\"assumes\":\"a 64-bit JVM: Racy#1.x is ");
    assertThat(ResultPrinter.print(racy)).contains("assumes a 64-bit JVM: Racy#1.x");
  }

  @Test
  void whatWasReducedIsSaid() {
    Result twins = Explorer.explore(Ordering.VolatileDekker.class, MemoryModel.SC);
    assertThat(Json.of(List.of(twins))).contains("\"executions\":3,\"mirrored\":1,\"blocked\":0");
    assertThat(ResultPrinter.print(twins))
        .contains("reduced: 1 of these mirrors another, as two actors do the same");
  }

  /** Of the two counters one is found to be shared long before the other. */
  @Test
  void twinsAreSoThoughWhatIsTheirsIsSharedOneAfterTheOther() {
    Result twins = Explorer.explore(LateSharing.OwnOfTwins.class, MemoryModel.SC);
    assertThat(twins.verdict()).as(twins.toString()).isEqualTo(Verdict.PROVED);
    assertThat(List.of(twins.executions(), twins.mirrored())).containsExactly(4L, 2L);
  }

  @Test
  void theExitCodeIsThatOfTheWorstResult() {
    Result proved = Explorer.explore(Ordering.VolatileDekker.class, MemoryModel.SC);
    Result refuted = Explorer.explore(Ordering.PlainDekker.class, MemoryModel.TSO);
    Result bounded =
        Explorer.explore(Ordering.VolatileDekker.class, MemoryModel.SC, new Bounds(1, 1));
    assertThat(ExitCode.of(List.of(proved))).isEqualTo(0);
    assertThat(ExitCode.of(List.of(bounded, proved, refuted))).isEqualTo(1);
    assertThat(ExitCode.of(List.of(bounded, proved))).isEqualTo(3);
    assertThat(ExitCode.of(List.of())).isEqualTo(4);
  }

  @Test
  void asTextTheVerdictComesFirstAndTheWitnessLast() {
    String text =
        ResultPrinter.print(Explorer.explore(Ordering.PlainDekker.class, MemoryModel.TSO));
    assertThat(text)
        .startsWith("REFUTED  vacate.explorer.cases.Ordering.PlainDekker under tso: 4 executions")
        .containsSubsequence(
            "0, 0", "FORBIDDEN", "both read first", "How 0, 0 comes about:", "v1.");
  }
}
