// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vacate.claim.Judge;
import vacate.claim.Sampled;
import vacate.claim.Seen;
import vacate.claim.TopicKind;
import vacate.explorer.Verdict;
import vacate.stress.control.DekkerPlain;

/**
 * Runs a control for real. What it shows depends on the machine; that it shows something does not.
 */
class StressRunTest {
  private static final List<HardwareTest> DEKKER =
      StressSuite.tests().stream()
          .filter(test -> test.name().equals(DekkerPlain.class.getName()))
          .toList();

  @TempDir Path root;

  @Test
  void aRunTakesSamplesAndLeavesItsResults() throws IOException {
    List<RunProgress> seen = new ArrayList<>();
    RunReport report = new StressRun(options(TimeBudget.QUICK, 42), plan -> {}, seen::add).run();

    assertThat(report.stopped()).isFalse();
    assertThat(report.seed()).isEqualTo(42);
    assertThat(report.findings()).hasSize(1);
    Sampled sampled = report.findings().get(0);
    assertThat(sampled.judge()).isEqualTo(Judge.JCSTRESS);
    assertThat(sampled.kind()).isEqualTo(TopicKind.CONTROL);
    assertThat(sampled.test()).isEqualTo(DekkerPlain.class.getName());
    assertThat(sampled.expected()).containsExactly(Verdict.OBSERVED);
    assertThat(sampled.verdict()).isNotEqualTo(Verdict.NOT_RUN);
    assertThat(sampled.samples().taken()).isPositive();
    assertThat(sampled.outcomes()).extracting(Seen::id).contains("0, 0");
    assertThat(sampled.outcomes().stream().mapToLong(Seen::count).sum())
        .isEqualTo(sampled.samples().taken());
    assertThat(Path.of(sampled.results())).isDirectoryContaining("glob:**.bin.gz");
    assertThat(Files.readAllLines(report.directory().resolve("forks.tsv")))
        .hasSize(2 + sampled.forks().intValue())
        .first()
        .isEqualTo("# budget quick, seed 42");
    assertThat(seen.get(0).current()).isEqualTo(DekkerPlain.class.getName());
    assertThat(seen.get(seen.size() - 1).done()).isEqualTo(1);
  }

  @Test
  void aForkThatIsRunningWhenTheRunIsStoppedIsKilledAndDoesNotCount() throws IOException {
    AtomicReference<StressRun> run = new AtomicReference<>();
    run.set(new StressRun(options(TimeBudget.TOUGH, 1), plan -> {}, progress -> run.get().stop()));

    RunReport report = run.get().run();

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            sampled -> {
              assertThat(sampled.forks()).isZero();
              assertThat(sampled.verdict()).isEqualTo(Verdict.INTERRUPTED);
            });
  }

  private RunOptions options(TimeBudget budget, long seed) {
    return new RunOptions(DEKKER, budget, budget.time, seed, root);
  }
}
