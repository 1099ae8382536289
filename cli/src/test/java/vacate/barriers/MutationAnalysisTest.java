// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.TestSuite;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Precaution;
import vacate.story.Diagnosis;
import vacate.story.DiagnosisText;
import vacate.stress.slice.S03_WriteBarrier;

/** The protocol with one thing left out at a time. */
class MutationAnalysisTest {
  private static final Consumer<String> STATUS = text -> {};
  private static final List<MemoryModel> ALL = List.of(MemoryModel.values());

  @Test
  void eachStepOfTheProtocolIsNeededOrThereIsAReasonWhyNot() throws Exception {
    try (TestSuite suite = suite()) {
      List<MutantResult> lines =
          analysis(suite, List.of(), Protocol.corrected(suite.tests()), ALL).lines();

      assertThat(lines).hasSizeGreaterThanOrEqualTo(30);
      assertThat(lines).filteredOn(MutantResult::isUnexplained).isEmpty();
      assertThat(lines).filteredOn(MutantResult::isNeeded).hasSizeGreaterThanOrEqualTo(30);
      assertThat(line(lines, LeftOut.label(Precaution.INUSE_EARLY)).neededUnder())
          .isEqualTo(MemoryModel.SC);
      assertThat(line(lines, LeftOut.label(Precaution.WRITE_BARRIER)).neededUnder())
          .isEqualTo(MemoryModel.PSO);
      assertThat(line(lines, LeftOut.label(Precaution.OFFSET_EARLY)).isNeeded()).isFalse();
    }
  }

  /** All of them on all tests is {@code ./vacate barriers}, which fails if one is unexplained. */
  @Test
  void theBarriersOfANewSlabAreNeededUnderTheModelsThatReorderTheirSide() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> fresh = named(suite, "P01_\\w+[$]Corrected$");
      List<MutantResult> lines = analysis(suite, fresh, List.of(), ALL).lines();

      assertThat(needed(lines, "new_slab", "storeStore fence")).isEqualTo(MemoryModel.PSO);
      assertThat(needed(lines, "kmem_cache_vacate", "all order of slabLock"))
          .isEqualTo(MemoryModel.JMM);
      assertThat(needed(lines, "new_slab", "all order of setPageSlab")).isNull();
    }
  }

  @Test
  void whereDebuggingTakesOneObjectTheUnlockIsNeededToo() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> debugged =
          Protocol.weakened(suite.tests()).stream()
              .filter(test -> test.className().matches(".*P11_\\w+[$]CorrectedStoreUser"))
              .toList();
      List<MutantResult> lines =
          analysis(suite, debugged, List.of(), List.of(MemoryModel.JMM)).lines();

      assertThat(needed(lines, "__slab_alloc", "all order of slabUnlock"))
          .isEqualTo(MemoryModel.JMM);
    }
  }

  @Test
  void aMutantIsFoundByItsIdAndItsTokenReplayed() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> locking = named(suite, "S03_WriteBarrier[$]LockingReader$");
      MutationAnalysis analysis = analysis(suite, locking, List.of(), ALL);
      MutantResult barrier =
          analysis.lines().stream()
              .filter(line -> line.what().equals("storeStore fence"))
              .findFirst()
              .orElseThrow();
      ModelResult shown = barrier.cells().get(MemoryModel.PSO);

      assertThat(shown.need()).isEqualTo(BarrierAnalysis.Need.NEEDED);
      assertThat(shown.test()).endsWith("S03_WriteBarrier.LockingReader");
      assertThat(barrier.cells().get(MemoryModel.TSO).need())
          .isEqualTo(BarrierAnalysis.Need.REDUNDANT);
      assertThat(analysis.line(barrier.id())).contains(barrier);
      Witness again =
          analysis
              .replay(barrier.id(), shown.witness().token())
              .orElseThrow()
              .diagnosis()
              .story()
              .witness();
      assertThat(again.execution().outcome()).isEqualTo(shown.outcome());
      assertThat(analysis.replay("no-such-mutant", shown.witness().token())).isEmpty();
    }
  }

  @Test
  void aMutantIsToldAsADefectIsTold() throws Exception {
    try (TestSuite suite = suite()) {
      MutationAnalysis analysis =
          analysis(suite, List.of(), named(suite, "P01_\\w+[$]Corrected$"), ALL);
      assertThat(analysis.prepare(LeftOut.label(Precaution.WRITE_BARRIER))).isEmpty();
      MutantResult barrier = analysis.line(LeftOut.label(Precaution.WRITE_BARRIER)).orElseThrow();
      Kill kill = analysis.kill(barrier).orElseThrow();
      Diagnosis told = kill.diagnosis();

      assertThat(told.story().model()).isEqualTo(MemoryModel.PSO);
      // anywhere between the stores of inuse and of the flags is as good
      assertThat(told.story().delays())
          .anyMatch(
              delay ->
                  delay.matches(
                      "With an smp_wmb before the store of (offset|slab) in new_slab the outcome does"
                          + " not occur .*"));
      assertThat(told.findings()).isNotEmpty();
      assertThat(kill.among().executions()).isGreaterThan(1);
      assertThat(DiagnosisText.lines(told, "", 100, false))
          .hasSizeBetween(20, 60)
          .allMatch(line -> line.length() <= 100);
      Kill again = analysis.replay(barrier.id(), told.story().witness().token()).orElseThrow();
      assertThat(again.diagnosis()).isEqualTo(told);
    }
  }

  @Test
  void whatIsFoundBeforeItIsStoppedIsKept() throws Exception {
    try (TestSuite suite = suite()) {
      AtomicReference<MutationAnalysis> running = new AtomicReference<>();
      MutationAnalysis analysis =
          new MutationAnalysis(
              suite,
              List.of(),
              named(suite, "P01_\\w+[$]Corrected$"),
              List.of(MemoryModel.SC),
              Protocol.PRIMITIVE,
              Protocol.SCENERY,
              text -> {
                if (text.startsWith("1 of " + Precaution.values().length + " places tried")) {
                  running.get().stop();
                }
              });
      running.set(analysis);

      List<MutantResult> lines = analysis.lines();

      assertThat(lines).isNotEmpty();
      assertThat(analysis.untried())
          .isEqualTo(Precaution.values().length - lines.size())
          .isPositive();
    }
  }

  @Test
  void whatCanBeNoMutantIsKnownBeforeAnythingIsExplored() throws Exception {
    try (TestSuite suite = suite()) {
      List<StressTest> fresh = named(suite, "P01_\\w+[$]Corrected$");
      MutationAnalysis ours = analysis(suite, List.of(), fresh, ALL);
      MutationAnalysis others = analysis(suite, fresh, List.of(), ALL);

      assertThat(ours.mayHave("write-barrier")).isTrue();
      assertThat(others.mayHave("write-barrier")).isFalse();
      assertThat(ours.mayHave("nope")).isFalse();
      assertThat(ours.mayHave("ab7f86f9")).isTrue();
    }
  }

  private static MemoryModel needed(List<MutantResult> lines, String function, String what) {
    return lines.stream()
        .filter(l -> l.function().equals(function) && l.what().equals(what))
        .findFirst()
        .orElseThrow()
        .neededUnder();
  }

  private static MutantResult line(List<MutantResult> lines, String id) {
    return lines.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }

  private static MutationAnalysis analysis(
      TestSuite suite,
      List<StressTest> tests,
      List<StressTest> corrected,
      List<MemoryModel> models) {
    return new MutationAnalysis(
        suite, tests, corrected, models, Protocol.PRIMITIVE, Protocol.SCENERY, STATUS);
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
