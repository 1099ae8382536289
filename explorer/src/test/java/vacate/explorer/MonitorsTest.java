// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.LockOrders;
import vacate.explorer.cases.Races;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.DataRaces;
import vacate.explorer.monitor.LockOrder;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;

/** Races and lock orders are found in any test where there are some, and nowhere else. */
class MonitorsTest {
  private static final ClassLoader LOADER = MonitorsTest.class.getClassLoader();

  private static StressTest test(Class<?> outer, String name) {
    return new TestReader(LOADER).read(outer.getName() + "$" + name).orElseThrow();
  }

  private static Map<MemoryModel, Result> explore(
      Class<?> outer, String name, Monitor<?> monitor, int workers) {
    Settings settings = Settings.DEFAULT.workers(workers).monitors(List.of(monitor));
    return Explorer.explore(
        test(outer, name), LOADER, EnumSet.allOf(MemoryModel.class), settings, Progress.NONE);
  }

  private static List<MonitorReport> found(Result result) {
    assertThat(result.monitored()).hasSize(1);
    return result.monitored().get(0).violations();
  }

  @ParameterizedTest
  @CsvSource({
    "Plain, Plain#1.x: plain write | by writer; plain read | by reader",
    "PlainReadOfVolatileWrite,"
        + " PlainReadOfVolatileWrite#1.x: volatile write | by writer; plain read | by reader",
    "Opaque,",
    "Published,",
    "PublishedAndReadAnyway,"
        + " PublishedAndReadAnyway#1.x: plain write | by writer; plain read | by reader",
    "Fenced,",
    "Synchronized,",
    "Locked,",
    "Elements, long[]#1[1]: plain write | by one; plain write | by other",
    "BehindAFinalField,"
        + " BehindAFinalField#1.box: plain write | by writer; plain read | by reader",
    "WaitingTurn, WaitingTurn#1.x: plain write | by writer; plain read | by reader",
  })
  void accessesThatNothingOrdersRaceUnderEachModel(String name, String race) {
    explore(Races.class, name, new DataRaces(), 1)
        .forEach(
            (model, result) ->
                assertThat(found(result).stream().map(v -> withoutLines(v.what())))
                    .as(name + " under " + model + ": " + result.reason())
                    .isEqualTo(race == null ? List.of() : List.of(race)));
  }

  private static String withoutLines(String what) {
    return what.replaceAll("at \\w+\\.java:\\d+", "|").replace(",", ";");
  }

  @ParameterizedTest
  @CsvSource({
    "Crossed, 2, true",
    "CrossedOneAfterTheOther, 2, false",
    "CrossedBehindAGate, 0, false",
    "SameOrder, 0, false",
    "CrossedByOneActor, 0, false",
    "CycleOfThree, 3, true",
  })
  void aCycleOfLocksIsFoundWhetherItDeadlocksOrNot(String name, int length, boolean deadlocks) {
    explore(LockOrders.class, name, new LockOrder(), 1)
        .forEach(
            (model, result) -> {
              assertThat(result.outcomeIds().contains("deadlock")).isEqualTo(deadlocks);
              assertThat(found(result).stream().map(v -> v.witnesses().size()))
                  .as(name + " under " + model)
                  .isEqualTo(length == 0 ? List.of() : List.of(length));
            });
  }

  @Test
  void aRacesTokenRebuildsTheExecutionThatShowsIt() {
    for (String name : List.of("Plain", "WaitingTurn")) {
      Result result = explore(Races.class, name, new DataRaces(), 1).get(MemoryModel.JMM);
      Witness witness = found(result).get(0).witnesses().get(0);
      Witness again =
          Explorer.replay(test(Races.class, name), LOADER, MemoryModel.JMM, witness.token());
      assertThat(again.lines()).isEqualTo(witness.lines());
    }
  }

  /** Whatever is seen. */
  private record Anything(boolean findsFaults) implements Monitor<String> {
    @Override
    public String name() {
      return "anything";
    }

    @Override
    public void see(Observed execution, Consumer<String> notes) {
      notes.accept("seen");
    }

    @Override
    public List<Finding<String>> conclude(Collection<String> notes, Names names) {
      return List.of(new Finding<>("seen", List.copyOf(notes)));
    }
  }

  /** Later the whole test would have to be woven anew for it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theExecutionOfAFaultIsRebuiltWhileTheTestIsAtHand(boolean faults) {
    Settings later = Settings.DEFAULT.monitors(List.of(new Anything(faults))).withWitnessesLater();
    Explorer.explore(
            test(Races.class, "Plain"),
            LOADER,
            EnumSet.allOf(MemoryModel.class),
            later,
            Progress.NONE)
        .forEach(
            (model, result) -> {
              Witness witness = found(result).get(0).witnesses().get(0);
              assertThat(witness.isRebuilt()).as(model.toString()).isEqualTo(faults);
              assertThat(
                      Explorer.replay(test(Races.class, "Plain"), LOADER, model, witness.token())
                          .lines())
                  .isEqualTo(witness.lines());
            });
  }

  @Test
  void aRaceLeavesTheVerdictAndSetsTheExitCode() {
    Result with = explore(Races.class, "Plain", new DataRaces(), 1).get(MemoryModel.JMM);
    Result without = Explorer.explore(Races.Plain.class, MemoryModel.JMM);
    assertThat(with.verdict()).isEqualTo(without.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(with.outcomes()).isEqualTo(without.outcomes());
    assertThat(ExitCode.of(List.of(with))).isEqualTo(ExitCode.REFUTED);
    assertThat(ExitCode.of(List.of(without))).isEqualTo(ExitCode.PROVED);
  }

  @Test
  void jsonHasEachRaceAndItsTokenAndNothingWithoutMonitors() {
    Result with = explore(Races.class, "Plain", new DataRaces(), 1).get(MemoryModel.JMM);
    String token = found(with).get(0).witnesses().get(0).token();
    assertThat(Json.of(List.of(with)))
        .contains(
            "\"monitors\":[{\"monitor\":\"data races\",\"violations\":[{\"what\":\"Plain#1.x:")
        .contains("\"witnesses\":[\"" + token + "\"]}]}]}");
    assertThat(Json.of(List.of(Explorer.explore(Races.Plain.class, MemoryModel.JMM))))
        .doesNotContain("monitors");
  }

  @Test
  void printedIsEachRaceBelowTheOutcomes() {
    Result with = explore(Races.class, "Plain", new DataRaces(), 1).get(MemoryModel.JMM);
    Result none = explore(Races.class, "Opaque", new DataRaces(), 1).get(MemoryModel.JMM);
    assertThat(ResultPrinter.print(with))
        .contains("data races: 1")
        .contains("Plain#1.x: plain write at Races.java:")
        .contains("replay token: " + found(with).get(0).witnesses().get(0).token())
        .contains("Plain#1.x = 1");
    assertThat(ResultPrinter.print(none)).contains("data races: none");
  }

  @Test
  void severalWorkersFindTheSameRacesInTheSameOrderWithTheSameWitnesses() {
    Map<MemoryModel, Result> one = explore(Races.class, "Many", new DataRaces(), 1);
    Map<MemoryModel, Result> four = explore(Races.class, "Many", new DataRaces(), 4);
    assertThat(one.get(MemoryModel.JMM).executions()).isGreaterThan(10_000);
    one.forEach(
        (m, r) -> {
          assertThat(found(r)).hasSizeGreaterThan(10);
          assertThat(four.get(m).monitored()).isEqualTo(r.monitored());
        });
  }
}
