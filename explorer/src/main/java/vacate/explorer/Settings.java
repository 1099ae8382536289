// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.search.Reduction.WAITS;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.search.Reduction;

/**
 * How an exploration is done. But for what ends it early none of it changes a verdict, which
 * outcomes there are, nor how many executions have each; but where tests start threads themselves
 * {@link Reduction#WAITS} may change how many. In which order outcomes are found, and to which
 * blocked executions the search comes, deadlocks among them, is a matter of the reductions, and of
 * nothing else here.
 *
 * @param bounds where it gives up
 * @param deadline by when it gives up
 * @param until how much of a test is explored
 * @param workers how many threads search, once it turns out to be long; one alone where the number
 *     of executions is bounded, or the first bad outcome ends it, as the order decides then what is
 *     found
 * @param reductions what the search leaves out because it cannot matter; with a monitor that sees
 *     what a waiting thread does too, not {@link Reduction#WAITS}
 * @param monitors what is asked of each execution besides
 * @param checkpoints where is left how far it is; not with monitors, whose notes are not kept
 * @param witnessesLater whether, while the test is at hand, a witness is only made of the first
 *     outcome of each fault; else of all that most will ask for
 */
public record Settings(
    Bounds bounds,
    Deadline deadline,
    Until until,
    int workers,
    Set<Reduction> reductions,
    List<Monitor<?>> monitors,
    Checkpoints checkpoints,
    boolean witnessesLater) {
  /** One thread, and no bounds but those of loops. */
  public static final Settings DEFAULT = of(Bounds.DEFAULT);

  public Settings {
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed");
    }
    if (checkpoints != Checkpoints.NONE && !monitors.isEmpty()) {
      throw new IllegalArgumentException("what monitors note is not kept in checkpoints");
    }
    monitors = List.copyOf(monitors);
    boolean seesWaits = monitors.stream().anyMatch(m -> m.sees() == Monitor.Besides.BLOCKED);
    reductions = Set.copyOf(seesWaits ? without(WAITS, reductions) : reductions);
  }

  private static Set<Reduction> without(Reduction one, Set<Reduction> reductions) {
    return reductions.stream().filter(r -> r != one).collect(Collectors.toSet());
  }

  /** One thread, and all the time that it takes. */
  public static Settings of(Bounds bounds) {
    return new Settings(
        bounds,
        Deadline.NONE,
        Until.EXHAUSTED,
        1,
        Reduction.ALL,
        List.of(),
        Checkpoints.NONE,
        false);
  }

  /** The same with so many threads. */
  public Settings workers(int number) {
    return new Settings(
        bounds, deadline, until, number, reductions, monitors, checkpoints, witnessesLater);
  }

  /** The same with no reductions but these. */
  public Settings reducing(Set<Reduction> by) {
    return new Settings(
        bounds, deadline, until, workers, by, monitors, checkpoints, witnessesLater);
  }

  /** The same, to be over by then. */
  public Settings by(Deadline when) {
    return new Settings(
        bounds, when, until, workers, reductions, monitors, checkpoints, witnessesLater);
  }

  /** The same, exploring so much. */
  public Settings until(Until enough) {
    return new Settings(
        bounds, deadline, enough, workers, reductions, monitors, checkpoints, witnessesLater);
  }

  /** The same with these monitors. */
  public Settings monitors(List<Monitor<?>> those) {
    return new Settings(
        bounds, deadline, until, workers, reductions, those, checkpoints, witnessesLater);
  }

  /** The same, leaving how far it is there, and going on from what is found there. */
  public Settings checkpoints(Checkpoints there) {
    return new Settings(
        bounds, deadline, until, workers, reductions, monitors, there, witnessesLater);
  }

  /** The same, and witnesses are made when they are asked for, for which the test is woven anew. */
  public Settings withWitnessesLater() {
    return new Settings(bounds, deadline, until, workers, reductions, monitors, checkpoints, true);
  }
}
