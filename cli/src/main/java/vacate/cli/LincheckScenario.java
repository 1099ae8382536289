// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vacate.explorer.ExitCode;
import vacate.explorer.Verdict;
import vacate.lincheck.Grain;
import vacate.lincheck.Staging;
import vacate.story.Wrap;
import vacate.stress.runner.Interruption;
import vacate.universe.ScenarioQuestion;

/** A scenario that was typed, before Lincheck. */
final class LincheckScenario {
  private final ScenarioQuestion question;
  private final Grain grain;
  private final int runs;

  /**
   * @param runs how many it gets at most
   * @throws UsageException if Lincheck cannot be asked that
   */
  LincheckScenario(ScenarioQuestion question, Grain grain, int runs) {
    this.question = question;
    this.grain = grain;
    this.runs = runs;
    Staging.refusal(question.scenario())
        .ifPresent(
            why -> {
              throw new UsageException("Lincheck " + why + "; `vacate judge` may");
            });
  }

  /**
   * Runs it and prints what it comes to.
   *
   * @param json where to write it, or null
   * @return the exit code
   */
  @SuppressWarnings("try")
  int run(JsonFile json) throws IOException {
    Path folder = LincheckJvm.folder();
    Path result = folder.resolve("result.json");
    StatusLine status = StatusLine.onStderr();
    status.show("lincheck: " + runs + " runs at most");
    Process fork =
        LincheckJvm.start(
            LincheckScenarioFork.class,
            folder,
            LincheckScenarioFork.arguments(
                result, folder, question.revision(), grain, question.scenario(), runs));
    boolean[] stopped = {false};
    try (Interruption open =
        Interruption.calls(
            () -> {
              stopped[0] = true;
              fork.destroyForcibly();
            })) {
      fork.waitFor();
    } catch (InterruptedException e) {
      fork.destroyForcibly();
      throw new IOException("interrupted", e);
    } finally {
      status.clear();
    }
    if (!Files.exists(result)) {
      throw new NotRunException(
          stopped[0]
              ? "INTERRUPTED: before Lincheck came to anything"
              : "NOT RUN: the judging JVM ended early, see " + folder.resolve("stderr.txt"));
    }
    String text = Files.readString(result);
    Map<String, Object> ruled = JSON.std.mapFrom(text);
    print(ruled);
    if (json != null) {
      json.write(text);
    }
    return ExitCode.ofVerdicts(
        List.of(Verdict.valueOf(ruled.get(LincheckScenarioFork.VERDICT).toString())));
  }

  private void print(Map<String, Object> ruled) {
    int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
    System.out.println(
        question.revision().label + ", " + question.scenario() + ", grain " + grain.label);
    System.out.println();
    long millis = ((Number) ruled.get(LincheckScenarioFork.MILLIS)).longValue();
    Object trace = ruled.get(LincheckScenarioFork.TRACE);
    Wrap.at(
            width,
            ruled.get(LincheckScenarioFork.VERDICT)
                + " in "
                + Count.of(((Number) ruled.get(LincheckScenarioFork.RUNS)).longValue(), "run")
                + ", "
                + Elapsed.text(Duration.ofMillis(millis))
                + ": "
                + ruled.get(LincheckScenarioFork.REASON))
        .forEach(System.out::println);
    if (trace != null) {
      System.out.println("  the run, step by step: " + trace);
    } else {
      System.out.println(
          "  run was every interleaving with no more switches than "
              + ruled.get(LincheckScenarioFork.DEPTH));
    }
    System.out.println(
        "  sequentially consistent: of a missing barrier Lincheck sees nothing, `vacate judge` does");
  }
}
