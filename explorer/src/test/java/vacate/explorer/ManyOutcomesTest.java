// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vacate.explorer.cases.ManyOutcomes;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.model.MemoryModel;

/** To rebuild a witness takes longer than to find an outcome; few are ever read. */
class ManyOutcomesTest {
  private static final Result ALLOWED = explore(ManyOutcomes.Allowed.class);
  private static final Result FORBIDDEN = explore(ManyOutcomes.Forbidden.class);
  private static final Detail ALL = new Detail(true, false, List.of());

  private static Result explore(Class<?> test) {
    return Explorer.explore(test, MemoryModel.SC);
  }

  private static int count(String regex, String text) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }

  @Test
  void eachExecutionHasAnOutcomeOfItsOwn() {
    assertThat(ALLOWED.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(ALLOWED.outcomes()).hasSize(1107).allMatch(o -> o.executions() == 1);
  }

  @Test
  void onlyTheWitnessesThatAreShownAreRebuilt() {
    Result fresh = explore(ManyOutcomes.Allowed.class);
    ResultPrinter.print(fresh);
    Json.of(List.of(fresh));
    assertThat(fresh.outcomes()).filteredOn(o -> o.witness().isRebuilt()).hasSize(Detail.FEW);
  }

  @Test
  void aWitnessThatIsAskedForLaterIsAnExecutionThatHasTheOutcome() {
    Outcome last = ALLOWED.outcomes().get(ALLOWED.outcomes().size() - 1);
    Witness replayed = replay(last.witness().token());
    assertThat(last.witness().execution().outcome()).isEqualTo(last.id());
    assertThat(replayed).isEqualTo(last.witness());
    assertThat(replayed.execution().outcome()).isEqualTo(last.id());
  }

  private static Witness replay(String token) {
    ClassLoader loader = ManyOutcomes.class.getClassLoader();
    var test =
        new vacate.explorer.jcstress.TestReader(loader)
            .read(ManyOutcomes.Allowed.class.getName())
            .orElseThrow();
    return Explorer.replay(test, loader, MemoryModel.SC, token);
  }

  @Test
  void fewOutcomesArePrintedAndTheRestIsANumber() {
    String text = ResultPrinter.print(ALLOWED);
    assertThat(count("ACCEPTABLE +1 ", text)).isEqualTo(Detail.FEW);
    assertThat(text).contains("and " + (1107 - Detail.FEW) + " more ACCEPTABLE");
    assertThat(text).doesNotContain("comes about");
  }

  @Test
  void thoseThatTheTestForbidsAreShownFirst() {
    List<Outcome> shown = Detail.BRIEF.shown(FORBIDDEN.outcomes());
    assertThat(shown).hasSize(Detail.FEW).allMatch(o -> o.expect() == Expectation.FORBIDDEN);
    String text = ResultPrinter.print(FORBIDDEN);
    assertThat(count("How .* comes about:", text)).isEqualTo(Detail.FEW);
    assertThat(text).contains("and 2 more ACCEPTABLE, " + (1105 - Detail.FEW) + " more FORBIDDEN");
  }

  @Test
  void allArePrintedToWhomAsksForAll() {
    assertThat(count("ACCEPTABLE +1 ", ResultPrinter.print(ALLOWED, ALL))).isEqualTo(1107);
    assertThat(ResultPrinter.print(ALLOWED, ALL)).doesNotContain(" more ");
  }

  @Test
  void aWitnessIsPrintedToWhomAsksForItByName() {
    String text =
        ResultPrinter.print(ALLOWED, new Detail(false, false, List.of("4444, 0", "0, .*")));
    assertThat(text).contains("How 4444, 0 comes about:", "How 0, 4444 comes about:");
    assertThat(count("How .* comes about:", text)).isEqualTo(2);
  }

  @Test
  void jsonHasEveryOutcomeAndTheTokensOfThoseThatAreShown() {
    String json = Json.of(List.of(ALLOWED));
    assertThat(count("\"executions\":1,\"witness\"", json)).isEqualTo(1107);
    assertThat(count("\"witness\":\"v1", json)).isEqualTo(Detail.FEW);
    assertThat(count("\"witness\":\"v1", Json.of(List.of(ALLOWED), ALL))).isEqualTo(1107);
  }
}
