// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.Progress.State;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

class ExploreProgressTest {
  private static State state(long done, double total) {
    return new State("vacate.stress.slice.S01", MemoryModel.JMM, done, 0, 2_000_000_000L, total);
  }

  @Test
  void saysExecutionsRateAndEstimatedShare() {
    assertThat(ExploreProgress.line(state(50_000, 200_000)))
        .isEqualTo("explore: slice.S01 under jmm: 50 k executions, 25 k/s, about 25 % of 200 k");
  }

  @Test
  void namesNoShareOfAnEstimateThatTheSearchHasPassed() {
    assertThat(ExploreProgress.line(state(50_000, 100)))
        .endsWith(": 50 k executions, 25 k/s, of more than 50 k");
  }

  @Test
  void namesNoShareOfAnEstimateThatTheSearchComesNearTo() {
    assertThat(ExploreProgress.line(state(90_000, 100_000))).endsWith(", about 90 % of 100 k");
    assertThat(ExploreProgress.line(state(90_001, 100_000))).endsWith(", of more than 90 k");
  }

  @Test
  void withoutEstimateNamesNoShare() {
    assertThat(ExploreProgress.line(state(50_000, Double.NaN))).endsWith("25 k/s");
  }

  @Test
  void namesWhatWasNotRunAndWhyOnceForAllItsModels() {
    Result sc = notRun(MemoryModel.SC, "calls time");
    Result tso = notRun(MemoryModel.TSO, "calls time");
    assertThat(ExploreProgress.notRun(List.of(sc))).containsExactly("NOT RUN a.B: calls time");
    assertThat(ExploreProgress.notRun(List.of(sc, tso)))
        .containsExactly("NOT RUN sc,tso a.B: calls time");
  }

  @Test
  void putsTestsOfOneReasonTogetherTheMostFrequentFirst() {
    Result sleeps = notRun("a.Sleeps", "sleeps, at a.Sleeps.a(Sleeps.java:3)");
    Result one = notRun("a.One", "calls time, at a.One.a(One.java:7)");
    Result two = notRun("a.Two", "calls time, at a.Two.b(Two.java:9)");
    assertThat(ExploreProgress.notRun(List.of(sleeps, one, two)))
        .containsExactly(
            "2 NOT RUN: calls time",
            "  a.One, at a.One.a(One.java:7)",
            "  a.Two, at a.Two.b(Two.java:9)",
            "NOT RUN a.Sleeps: sleeps, at a.Sleeps.a(Sleeps.java:3)");
  }

  private static Result notRun(String test, String reason) {
    return new Result(test, MemoryModel.SC, Verdict.NOT_RUN, reason, 0, 0, 1, null, List.of());
  }

  private static Result notRun(MemoryModel model, String reason) {
    return new Result("a.B", model, Verdict.NOT_RUN, reason, 0, 0, 1, null, List.of());
  }

  @Test
  void isSilentInTheFirstSecond() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExploreProgress progress = new ExploreProgress(new StatusLine(new PrintStream(out), true));
    progress.update(new State("a.B", MemoryModel.SC, 9, 0, 900_000_000L, Double.NaN));
    assertThat(out.size()).isZero();
    progress.update(new State("a.B", MemoryModel.SC, 9, 0, 1_900_000_000L, Double.NaN));
    assertThat(out.size()).isPositive();
  }
}
