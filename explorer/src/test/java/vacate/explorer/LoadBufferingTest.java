// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.LoadBuffers;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Reduction;

/** What a result says of load buffering. */
class LoadBufferingTest {
  private static Class<?> test(String name) throws ClassNotFoundException {
    return Class.forName(LoadBuffers.class.getName() + "$" + name);
  }

  private static LoadBuffering of(Class<?> test) {
    return Explorer.explore(test, MemoryModel.JMM).loadBuffering();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AcquireReads",
        "ReleaseWrites",
        "Fenced",
        "Locked",
        "Conditional",
        "NoCircle",
        "OfThreeInOrder",
        "Copied",
        "Counted",
        "WordUpdated"
      })
  void isImpossibleWhereNoReadChangesPlacesWithAWriteOfACircle(String name) throws Exception {
    assertThat(of(test(name))).isEqualTo(new LoadBuffering.Impossible());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain",
        "AcquireOnOneSide",
        "FencedInVain",
        "ConditionalOnNothing",
        "OfThree",
        "CopiedOnOneSide",
        "AlwaysPositive",
        "TwiceTheSame",
        "EitherWay",
        "OneOfEither"
      })
  void isPossibleWhereOneReadOfACircleMayChangePlacesWithAWrite(String name) throws Exception {
    assertThat(of(test(name))).isInstanceOf(LoadBuffering.Possible.class);
  }

  @Test
  void namesTheTwoAccessesAndTheirLines() {
    assertThat(of(LoadBuffers.Plain.class).toString())
        .matches(
            "possible, not explored: (first|second) may write Plain#1.[xy]"
                + " \\(LoadBuffers.java:\\d+\\) before it reads Plain#1.[xy]"
                + " \\(LoadBuffers.java:\\d+\\)");
    LoadBuffering.Possible sided = (LoadBuffering.Possible) of(LoadBuffers.AcquireOnOneSide.class);
    assertThat(sided.actor()).isEqualTo("second");
    assertThat(sided.read().location()).hasToString("AcquireOnOneSide#1.y");
    assertThat(sided.write().location()).hasToString("AcquireOnOneSide#1.x");
    assertThat(sided.write().line().line()).isEqualTo(sided.read().line().line() + 1);
    assertThat(sided.read().line().method()).isEqualTo("second");
  }

  @Test
  void noModelButJavasHasAny() {
    Map<MemoryModel, Result> results =
        Explorer.explore(
            LoadBuffers.Plain.class, EnumSet.allOf(MemoryModel.class), Settings.DEFAULT);
    results.forEach(
        (model, result) ->
            assertThat(result.loadBuffering() != null)
                .as(model.id())
                .isEqualTo(model == MemoryModel.JMM));
  }

  @Test
  void isUndecidedWhereNotEverythingWasVisited() {
    Result some =
        Explorer.explore(LoadBuffers.OfThreeInOrder.class, MemoryModel.JMM, new Bounds(8, 2));
    assertThat(some.verdict()).isEqualTo(Verdict.BOUNDED);
    assertThat(some.loadBuffering()).isEqualTo(new LoadBuffering.Undecided());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Plain", "OfThree", "OfThreeInOrder", "Locked"})
  void isTheSameWhateverIsReducedAndHoweverManySearch(String name) throws Exception {
    String one = of(test(name)).toString();
    for (Set<Reduction> reductions : List.of(Reduction.NONE, Reduction.ALL)) {
      for (int workers : new int[] {1, 2}) {
        Settings settings = Settings.DEFAULT.reducing(reductions).workers(workers);
        Result result =
            Explorer.explore(test(name), Set.of(MemoryModel.JMM), settings).get(MemoryModel.JMM);
        assertThat(result.loadBuffering().toString()).isEqualTo(one);
      }
    }
  }

  @Test
  void standsInTheTextAndInTheJson() {
    Result possible = Explorer.explore(LoadBuffers.AcquireOnOneSide.class, MemoryModel.JMM);
    assertThat(ResultPrinter.print(possible))
        .contains("         load buffering: possible, not explored: second may write ");
    assertThat(Json.of(List.of(possible)))
        .containsPattern(
            "\"loadBuffering\":\\{\"verdict\":\"possible\",\"actor\":\"second\","
                + "\"read\":\\{\"location\":\"AcquireOnOneSide#1.y\",\"at\":\"LoadBuffers.java:\\d+\"},"
                + "\"write\":\\{\"location\":\"AcquireOnOneSide#1.x\",\"at\":\"LoadBuffers.java:\\d+\"}}");
    Result impossible = Explorer.explore(LoadBuffers.Fenced.class, MemoryModel.JMM);
    assertThat(ResultPrinter.print(impossible)).contains("load buffering: impossible here\n");
    assertThat(Json.of(List.of(impossible)))
        .contains("\"loadBuffering\":{\"verdict\":\"impossible\"}");
    Result sc = Explorer.explore(LoadBuffers.Plain.class, MemoryModel.SC);
    assertThat(ResultPrinter.print(sc) + Json.of(List.of(sc)))
        .doesNotContain("load buffering", "loadBuffering");
  }
}
