// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vacate.explorer.Barriers;
import vacate.explorer.TestSuite;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.story.Telling;
import vacate.story.TellingText;
import vacate.stress.slice.S03_WriteBarrier;

/** The protocol with one thing left out at a time. */
class StudyTest {
  private static final Consumer<String> STATUS = text -> {};
  private static final List<MemoryModel> ALL = List.of(MemoryModel.values());

  @Test
  void eachStepOfTheProtocolIsNeededOrThereIsAReasonWhyNot() throws Exception {
    try (TestSuite suite = suite()) {
      List<Line> lines = study(suite, List.of(), Protocol.corrected(suite.tests()), ALL).lines();

      assertThat(lines).hasSizeGreaterThanOrEqualTo(30);
      assertThat(lines).filteredOn(Line::isUnexplained).isEmpty();
      assertThat(lines).filteredOn(Line::isNeeded).hasSizeGreaterThanOrEqualTo(30);
      assertThat(line(lines, Step.INUSE_EARLY.label()).neededUnder()).isEqualTo(MemoryModel.SC);
      assertThat(line(lines, Step.WRITE_BARRIER.label()).neededUnder()).isEqualTo(MemoryModel.PSO);
      assertThat(line(lines, Step.OFFSET_EARLY.label()).isNeeded()).isFalse();
    }
  }

  /** All of them on all tests is {@code ./vacate barriers}, which fails if one is unexplained. */
  @Test
  void theBarriersOfANewSlabAreNeededUnderTheModelsThatReorderTheirSide() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> fresh = named(suite, "P01_\\w+[$]Corrected$");
      List<Line> lines = study(suite, fresh, List.of(), ALL).lines();

      assertThat(needed(lines, "new_slab", "storeStore fence")).isEqualTo(MemoryModel.PSO);
      assertThat(needed(lines, "kmem_cache_vacate", "all order of slabLock"))
          .isEqualTo(MemoryModel.JMM);
      assertThat(needed(lines, "new_slab", "all order of setPageSlab")).isNull();
    }
  }

  @Test
  void aMutantIsFoundByItsIdAndItsTokenReplayed() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> locking = named(suite, "S03_WriteBarrier[$]LockingReader$");
      Study study = study(suite, locking, List.of(), ALL);
      Line barrier =
          study.lines().stream()
              .filter(line -> line.what().equals("storeStore fence"))
              .findFirst()
              .orElseThrow();
      Cell shown = barrier.cells().get(MemoryModel.PSO);

      assertThat(shown.need()).isEqualTo(Barriers.Need.NEEDED);
      assertThat(shown.test()).endsWith("S03_WriteBarrier.LockingReader");
      assertThat(barrier.cells().get(MemoryModel.TSO).need()).isEqualTo(Barriers.Need.REDUNDANT);
      assertThat(study.line(barrier.id())).contains(barrier);
      Witness again =
          study
              .replay(barrier.id(), shown.witness().token())
              .orElseThrow()
              .telling()
              .account()
              .witness();
      assertThat(again.execution().outcome()).isEqualTo(shown.outcome());
      assertThat(study.replay("no-such-mutant", shown.witness().token())).isEmpty();
    }
  }

  @Test
  void aMutantIsToldAsADefectIsTold() throws Exception {
    try (TestSuite suite = suite()) {
      Study study = study(suite, List.of(), named(suite, "P01_\\w+[$]Corrected$"), ALL);
      assertThat(study.prepare(Step.WRITE_BARRIER.label())).isEmpty();
      Line barrier = study.line(Step.WRITE_BARRIER.label()).orElseThrow();
      Tale tale = study.tale(barrier).orElseThrow();
      Telling told = tale.telling();

      assertThat(told.account().model()).isEqualTo(MemoryModel.PSO);
      assertThat(told.account().delays())
          .anyMatch(
              delay ->
                  delay.startsWith("With an smp_wmb before the store of slab in new_slab the")
                      && delay.contains("does not occur"));
      assertThat(told.findings()).isNotEmpty();
      assertThat(tale.among().executions()).isGreaterThan(1);
      assertThat(TellingText.lines(told, "", 100, false))
          .hasSizeBetween(20, 60)
          .allMatch(line -> line.length() <= 100);
      Tale again = study.replay(barrier.id(), told.account().witness().token()).orElseThrow();
      assertThat(again.telling()).isEqualTo(told);
    }
  }

  @Test
  void whatIsFoundBeforeItIsStoppedIsKept() throws Exception {
    try (TestSuite suite = suite()) {
      AtomicReference<Study> running = new AtomicReference<>();
      Study study =
          new Study(
              suite,
              List.of(),
              named(suite, "P01_\\w+[$]Corrected$"),
              List.of(MemoryModel.SC),
              Protocol.PRIMITIVE,
              Protocol.SCENERY,
              text -> {
                if (text.startsWith("1 of " + Step.values().length + " places tried")) {
                  running.get().stop();
                }
              });
      running.set(study);

      List<Line> lines = study.lines();

      assertThat(lines).isNotEmpty();
      assertThat(study.untried()).isEqualTo(Step.values().length - lines.size()).isPositive();
    }
  }

  @Test
  void whatCanBeNoMutantIsKnownBeforeAnythingIsExplored() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> fresh = named(suite, "P01_\\w+[$]Corrected$");
      Study ours = study(suite, List.of(), fresh, ALL);
      Study others = study(suite, fresh, List.of(), ALL);

      assertThat(ours.mayHave("write-barrier")).isTrue();
      assertThat(others.mayHave("write-barrier")).isFalse();
      assertThat(ours.mayHave("nope")).isFalse();
      assertThat(ours.mayHave("ab7f86f9")).isTrue();
    }
  }

  private static MemoryModel needed(List<Line> lines, String function, String what) {
    return lines.stream()
        .filter(l -> l.function().equals(function) && l.what().equals(what))
        .findFirst()
        .orElseThrow()
        .neededUnder();
  }

  private static Line line(List<Line> lines, String id) {
    return lines.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  private static Study study(
      TestSuite suite,
      List<StressTest> tests,
      List<StressTest> corrected,
      List<MemoryModel> models) {
    return new Study(suite, tests, corrected, models, Protocol.PRIMITIVE, Protocol.SCENERY, STATUS);
  }

  private static List<StressTest> named(TestSuite suite, String regex) {
    return suite.tests().stream().filter(t -> t.className().matches(".*[.]" + regex)).toList();
  }

  private static TestSuite suite() throws IOException {
    return new TestSuite(
        List.of(
            Path.of(
                S03_WriteBarrier.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())));
  }
}
