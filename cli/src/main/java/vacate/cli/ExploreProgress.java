// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/** Says on stderr how an exploration of more than a second goes. */
final class ExploreProgress implements Progress {
  private static final long NANOS = 1_000_000_000L;

  private final StatusLine status;
  private long began = System.nanoTime();

  ExploreProgress(StatusLine status) {
    this.status = status;
  }

  @Override
  public void update(String test, MemoryModel model, long executions, long blocked) {
    long nanos = System.nanoTime() - began;
    if (nanos > NANOS) {
      long rate = (executions + blocked) * NANOS / nanos;
      status.show(
          String.format(
              "explore: %s under %s: %s executions, %s/s",
              TestName.shorten(test),
              model.id(),
              RowTable.count(executions),
              RowTable.count(rate)));
    }
  }

  /** A test is over. */
  void clear() {
    status.clear();
    began = System.nanoTime();
  }

  /** How many of each verdict. */
  static String summary(List<Result> results) {
    return Arrays.stream(Verdict.values())
        .map(verdict -> count(results, verdict) + " " + verdict)
        .filter(text -> !text.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private static long count(List<Result> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
