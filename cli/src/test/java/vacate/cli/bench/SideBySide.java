// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vacate.claim.Interleaved;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

/**
 * The explorer and Lincheck on the same scenes with the same operations, one after the other in one
 * run: how many executions, how fast, and whether that was all of them. Each in a JVM as it wants
 * one. The corrected protocol, so that nobody stops at an error.
 */
public final class SideBySide {
  /** Enough for a rate. It exhausts none of these: free ‖ free not in 400 000. */
  private static final int RUNS = 3_000;

  private static final int WARM_UP = 5;
  private static final String CACHE_AND_GRAIN = "/plain/fine";

  private SideBySide() {}

  /** Without arguments, both; with the name of a scenario, Lincheck's side of it alone. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0) {
      lincheck(Port.valueOf(args[0]));
      return;
    }
    System.out.printf(
        "%-18s %11s %9s %11s   %11s %9s %11s%n",
        "corrected, sc", "explorer", "ms", "per second", "Lincheck", "ms", "per second");
    for (Port scenario : Port.values()) {
      if (scenario.pair != null) {
        explorer(scenario);
        fork(scenario);
      }
    }
  }

  private static void explorer(Port scenario) {
    Result result = null;
    for (int i = 0; i <= WARM_UP; i++) {
      result = Explorer.explore(scenario.corrected, MemoryModel.SC);
    }
    long visited = result.executions() + result.blocked();
    System.out.printf(
        Locale.ROOT,
        "%-18s %,11d %,9.0f %,11.0f",
        scenario.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        visited,
        result.millis(),
        visited * 1e3 / result.millis());
    System.out.flush();
  }

  private static void lincheck(Port port) throws IOException {
    Trial trial =
        LincheckJudge.trials().stream()
            .filter(s -> s.name().equals("corrected/" + port.pair + CACHE_AND_GRAIN))
            .findFirst()
            .orElseThrow();
    Path traces = Files.createTempDirectory("traces");
    Interleaved judged = new LincheckJudge(traces).judge(trial, RUNS);
    System.out.printf(
        Locale.ROOT,
        "   %,11d %,9d %,11.0f   %s%n",
        judged.extent().runs(),
        judged.millis(),
        judged.extent().runs() * 1e3 / judged.millis(),
        judged.verdict() == Verdict.PROVED ? "exhausted" : "stopped");
    Files.delete(traces);
  }

  private static void fork(Port scenario) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LincheckJudge.jvmFlags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SideBySide.class.getName());
    command.add(scenario.name());
    ProcessBuilder fork = new ProcessBuilder(command);
    fork.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    fork.redirectError(ProcessBuilder.Redirect.DISCARD);
    if (fork.start().waitFor() != 0) {
      System.out.println("   Lincheck failed");
    }
  }
}
