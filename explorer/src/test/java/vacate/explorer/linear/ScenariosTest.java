// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.lincheck.Domain;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.lincheck.StructureOperation;

class ScenariosTest {
  private static StructureOperation operation(String name, String group, boolean once) {
    return new StructureOperation(name, "()V", List.of(), group, once);
  }

  private static List<Call> calls(StructureOperation... operations) {
    return Call.of(new Structure("a.A", List.of(operations), null, null), 2);
  }

  private static final List<Call> AB =
      calls(operation("a", null, false), operation("b", null, false));

  private static List<String> texts(List<Call> calls, Extent extent) {
    return Scenarios.of(calls, extent).stream().map(s -> s.text(calls)).toList();
  }

  @Test
  void areAllWithThoseOfFewerCallsFirst() {
    assertThat(texts(AB, new Extent(2, 1, 1, 0, 1)))
        .containsExactly(
            "a()",
            "b()",
            "a() | a()",
            "a() | b()",
            "b() | b()",
            "[a()] a()",
            "[a()] b()",
            "[b()] a()",
            "[b()] b()",
            "[a()] a() | a()",
            "[a()] a() | b()",
            "[a()] b() | b()",
            "[b()] a() | a()",
            "[b()] a() | b()",
            "[b()] b() | b()");
  }

  /** n sequences of one thread; of k threads there are the multisets of k. */
  @ParameterizedTest
  @CsvSource({"1,1,0,0,2", "2,2,0,0,27", "2,2,1,1,243", "3,1,0,0,9", "3,2,0,0,83", "4,1,0,0,14"})
  void areAsManyAsThereAreMultisets(int threads, int operations, int before, int after, int all) {
    List<CallScenario> scenarios =
        Scenarios.of(AB, new Extent(threads, operations, before, after, 1));

    assertThat(scenarios).hasSize(all);
    assertThat(new HashSet<>(scenarios)).hasSize(all);
  }

  @Test
  void threadsAreAlike() {
    Set<List<List<Integer>>> sorted = new HashSet<>();
    for (CallScenario s : Scenarios.of(AB, new Extent(3, 2, 0, 0, 1))) {
      List<List<Integer>> threads = new ArrayList<>(s.threads());
      threads.sort(java.util.Comparator.comparing(List::toString));
      assertThat(sorted.add(threads)).as(s.text(AB)).isTrue();
    }
  }

  @Test
  void aGroupIsCalledByOneThreadAlone() {
    List<Call> calls = calls(operation("put", "producer", false), operation("take", null, false));

    assertThat(texts(calls, new Extent(2, 1, 1, 0, 1)))
        .contains("[put()] put() | take()", "put() | take()", "take() | take()")
        .doesNotContain("put() | put()", "[put()] put() | put()");
  }

  @Test
  void whatIsToBeCalledOnceIs() {
    List<Call> calls = calls(operation("close", null, true), operation("get", null, false));

    assertThat(texts(calls, new Extent(2, 2, 1, 1, 1)))
        .contains("[close()] get() | get()", "get() | close(); get()")
        .allMatch(text -> text.split("close", -1).length <= 2);
  }

  @Test
  void tooManyAreRefused() {
    assertThatThrownBy(() -> Scenarios.of(AB, new Extent(4, 6, 3, 3, 1)))
        .hasMessage("more than 1 000 000 scenarios; take fewer threads, operations or values");
  }

  @Test
  void callsHaveTheFirstValuesOfEachParameter() {
    Domain text = new Domain("StringGen", List.of("a", "b", "c"), true);
    Domain number = new Domain("LongGen 5:5", List.of(5L), false);
    StructureOperation put =
        new StructureOperation("put", "(Ljava/lang/String;J)V", List.of(text, number), null, false);

    assertThat(calls(put))
        .extracting(Call::toString)
        .containsExactly("put(\"a\", 5)", "put(\"b\", 5)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a()", "a(); b() | b()", "[a(); b()] b() | a() | b() [a()]", "b() [b(); b()]"})
  void textsAreReadAsTheyAreWritten(String text) {
    assertThat(ScenarioText.parse(text, AB).text(AB)).isEqualTo(text);
  }

  @Test
  void whatIsNoScenarioIsPointedAt() {
    assertThatThrownBy(() -> ScenarioText.parse("a() | c()", AB))
        .hasMessage("scenario 'a() | c()': at character 7 should be one of [a(), b()]");
    assertThatThrownBy(() -> ScenarioText.parse("[a() | b()", AB))
        .hasMessage("scenario '[a() | b()': at character 6 should be ]");
    assertThatThrownBy(() -> ScenarioText.parse("a() b()", AB))
        .hasMessage("scenario 'a() b()': at character 5 should be the end");
  }

  @Test
  void historiesAreReadAsThePlayTellsThem() {
    CallScenario s = ScenarioText.parse("[a()] a() | b(); a() [b()]", AB);
    String told = ":4:void|0,2:3:\"|\"|0,0:1:11,0:4:null|:3:5!6!bad: |";

    CallHistory h = CallHistory.parse(s, told);

    assertThat(h.text(AB))
        .isEqualTo(
            "[a(): void] a(): \"|\" {0,2} | b(): 1; a(): null {1,0} [b(): 5!6], damaged: bad: |");
    assertThatThrownBy(() -> CallHistory.parse(s, told.replace('|', ' ')))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
