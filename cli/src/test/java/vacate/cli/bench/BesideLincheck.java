// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vacate.claim.Interleaved;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.lincheck.LincheckJudge;
import vacate.lincheck.Trial;

/**
 * The explorer and Lincheck on the same scene with the same operations, each in a JVM as it wants
 * one: how many executions, how long, and whether that was all of them. The corrected protocol, so
 * that nobody stops at an error. Arguments are who, and the scenario; tells executions or runs,
 * milliseconds, and whether exhausted.
 */
final class BesideLincheck {
  static final String EXPLORER = "explorer";
  static final String LINCHECK = "lincheck";

  /** Enough for a rate, and no more: it exhausts none of these, free ‖ free not in 400 000. */
  static final int RUNS = 300;

  private static final int WARM_UP = 5;
  private static final String CACHE_AND_GRAIN = "/plain/fine";

  private BesideLincheck() {}

  public static void main(String[] arguments) throws IOException {
    Port scenario = Port.valueOf(arguments[1]);
    if (arguments[0].equals(LINCHECK)) {
      lincheck(scenario);
    } else {
      explorer(scenario);
    }
  }

  private static void explorer(Port scenario) {
    Result result = null;
    for (int i = 0; i <= WARM_UP; i++) {
      result = Explorer.explore(scenario.corrected, MemoryModel.SC);
    }
    Exploring.tell(
        result.executions() + result.blocked(),
        result.millis(),
        result.verdict() == Verdict.PROVED);
  }

  private static void lincheck(Port scenario) throws IOException {
    Trial trial =
        LincheckJudge.trials().stream()
            .filter(s -> s.name().equals("corrected/" + scenario.pair + CACHE_AND_GRAIN))
            .findFirst()
            .orElseThrow();
    Path traces = Files.createTempDirectory("traces");
    Interleaved judged = new LincheckJudge(traces).judge(trial, RUNS);
    Exploring.tell(judged.extent().runs(), judged.millis(), judged.verdict() == Verdict.PROVED);
    Files.delete(traces);
  }
}
