// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.EnumSet;
import java.util.Map;
import vacate.cli.bench.cases.Played;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;

/**
 * Two operations on each of three CPUs, corrected, in one pass for all models, with two threads and
 * for so many seconds. Tells one row for each model: its name, verdict, the reason if it is not
 * exhausted, executions, blocked, milliseconds.
 */
final class ThreeCpus {
  static final String SCENARIO = "full: alloc; free(0) | free(0); free(1) | vacate; vacate";

  private ThreeCpus() {}

  public static void main(String[] arguments) {
    int seconds = Integer.parseInt(arguments[0]);
    Map<MemoryModel, Result> results =
        Explorer.explore(
            Exploring.test(Played.class, SCENARIO),
            Exploring.LOADER,
            EnumSet.allOf(MemoryModel.class),
            Exploring.within(seconds).workers(2),
            Progress.NONE);
    results.forEach(
        (model, r) ->
            Exploring.tell(
                model, r.verdict(), r.reason(), r.executions(), r.blocked(), r.millis()));
  }
}
