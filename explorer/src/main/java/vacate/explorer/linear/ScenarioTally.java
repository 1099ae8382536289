// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vacate.explorer.Coverage;
import vacate.explorer.LoadBuffering;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/** What is known of a structure under one model, scenario by scenario. */
final class ScenarioTally {
  private final String name;
  private final MemoryModel model;
  private final Set<String> assumes = new TreeSet<>();
  private long executions;
  private long mirrored;
  private long blocked;
  private long begun;
  private long exhausted;
  private double millis;
  private String unfinished;
  private String stopped;
  private String notRun;
  private LoadBuffering buffering;
  private String refuted;
  private Outcome refutes;

  ScenarioTally(String name, MemoryModel model) {
    this.name = name;
    this.model = model;
  }

  /** Whether there is nothing more to find. */
  boolean isSettled() {
    return refutes != null || notRun != null;
  }

  /** Complete and blocked executions so far. */
  long done() {
    return executions + blocked;
  }

  long executions() {
    return executions;
  }

  long blocked() {
    return blocked;
  }

  /**
   * Another scenario was explored.
   *
   * @param bad its outcome that no order of the calls explains; null if there is none
   */
  void add(String scenario, Result result, Outcome bad) {
    begun++;
    executions += result.executions();
    mirrored += result.mirrored();
    blocked += result.blocked();
    if (result.assumes() != null) {
      assumes.add(result.assumes());
    }
    if (weight(result.loadBuffering()) > weight(buffering)) {
      buffering = result.loadBuffering();
    }
    if (bad != null) {
      refutes = bad;
      refuted = scenario;
    } else if (result.verdict() == Verdict.NOT_RUN) {
      notRun = scenario + ": " + result.reason();
    } else if (result.reason() == null) {
      exhausted++;
    } else if (unfinished == null) {
      unfinished = scenario + ": " + result.reason();
    }
  }

  /** No other scenario is explored, because of that. */
  void stop(String why) {
    stopped = why + (unfinished == null ? "" : "; " + unfinished);
  }

  /** What a scenario comes to cannot be judged. */
  void refuse(String why) {
    notRun = why;
  }

  void spent(double more) {
    millis += more;
  }

  private static int weight(LoadBuffering buffering) {
    if (buffering == null) {
      return 0;
    }
    return switch (buffering.word()) {
      case "possible" -> 3;
      case "undecided" -> 2;
      default -> 1;
    };
  }

  /**
   * What it comes to.
   *
   * @param all how many scenarios there are
   * @param extent how large they are
   */
  Result result(long all, String extent, List<String> calls) {
    if (refutes == null && notRun != null) {
      return Result.notRun(name, model, notRun);
    }
    String reason = refutes != null ? null : stopped == null ? unfinished : stopped;
    return new Result(
        name,
        model,
        refutes != null ? Verdict.REFUTED : reason != null ? Verdict.BOUNDED : Verdict.PROVED,
        reason,
        executions,
        mirrored,
        blocked,
        millis,
        assumes.isEmpty() ? null : String.join("; ", assumes),
        refutes == null ? List.of() : List.of(refutes),
        List.of(),
        buffering,
        new Coverage(begun, exhausted, all, extent, calls, refuted));
  }
}
