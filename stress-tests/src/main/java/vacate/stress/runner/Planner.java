// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vacate.stress.runner.Capacity.Speed;
import vacate.stress.runner.Plan.Cause;
import vacate.stress.runner.Plan.LeftOut;

/**
 * Makes a plan of what a machine can decide in the time that there is: a function of its arguments
 * and nothing else.
 *
 * <p>A test that must be seen is decided as soon as it is, so these come first. Any other is
 * decided by {@link Tally#SAMPLE_FLOOR} samples that show nothing: on a machine where that takes
 * longer its forks are made longer, not more. If the time does not suffice for all, each gets fewer
 * forks; if it does not suffice for the fewest either, tests are left out, the last ones first.
 */
final class Planner {
  /** Fewer than that say too much of one mode. */
  private static final int FEWEST_FORKS = 2;

  /** A longer fork would cost too much where it hangs. */
  private static final int MOST_MILLIS = 5_000;

  /**
   * Samples of a fork; the first third of them are taken by the interpreter, which reorders
   * nothing.
   */
  private static final double COMPILED_AFTER = 30_000;

  /** Tests of a weight are not all alike. */
  private static final double MARGIN = 1.5;

  /** Part of the floor after which most of what must be seen has been seen. */
  private static final double SEEN_AFTER = 0.1;

  /** Of Dekker's samples; a quiet machine with two processors has a fifth. */
  private static final double LEAST_RACED = 0.001;

  /** Part of the time that a plan fills: machines do not stay as they were measured. */
  private static final double FILLED = 0.9;

  private final Capacity machine;
  private final TimeBudget budget;
  private final Duration limit;

  private Planner(Capacity machine, TimeBudget budget, Duration limit) {
    this.machine = machine;
    this.budget = budget;
    this.limit = limit;
  }

  /**
   * Makes a plan.
   *
   * @param tests at least one
   * @param limit the time that there is
   */
  static Plan plan(Capacity machine, List<HardwareTest> tests, TimeBudget budget, Duration limit) {
    Planner planner = new Planner(machine, budget, limit);
    for (int forks = budget.forks; ; forks--) {
      Plan plan = planner.plan(inOrder(tests), forks);
      if (forks <= FEWEST_FORKS
          || plan.leftOut().stream().noneMatch(out -> out.cause() == Cause.NO_TIME)) {
        return plan;
      }
    }
  }

  private static List<HardwareTest> inOrder(List<HardwareTest> tests) {
    return tests.stream()
        .sorted(Comparator.comparing((HardwareTest test) -> !test.mustBeObserved()))
        .toList();
  }

  /** In their order, each that still fits. */
  private Plan plan(List<HardwareTest> tests, int forks) {
    List<Share> shares = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    double filled = 0;
    double longest = 0;
    for (HardwareTest test : tests) {
      if (isMute(test)) {
        leftOut.add(new LeftOut(test, Cause.NO_RACE, Duration.ZERO));
        continue;
      }
      Share share = share(test, forks);
      double millis = millis(share);
      double area = millis * machine.coresFor(test) / machine.capacity();
      if (Math.max(filled + area, millis) > FILLED * limit.toMillis()) {
        leftOut.add(new LeftOut(test, Cause.NO_TIME, Duration.ofMillis(Math.round(millis))));
      } else {
        shares.add(share);
        filled += area;
        longest = Math.max(longest, millis);
      }
    }
    Duration expected = Duration.ofMillis(Math.round(Math.max(filled, longest)));
    return new Plan(machine, shares, leftOut, expected, limit);
  }

  /** Whether it would show nothing, whatever there is: it races, and nothing races here. */
  private boolean isMute(HardwareTest test) {
    return machine.raced() < LEAST_RACED && test.actors() > 1 && !test.mustBeObserved();
  }

  private Share share(HardwareTest test, int forks) {
    double perMilli = machine.speed(test).perMilli();
    int usual = Weight.of(test).millis * budget.stretch;
    int most = Math.max(usual, MOST_MILLIS);
    int least = (int) Math.max(usual, Math.min(most, Math.ceil(COMPILED_AFTER / perMilli)));
    boolean soon = test.mustBeObserved() && test.shows().size() < 2;
    double samples = Tally.SAMPLE_FLOOR * (soon ? SEEN_AFTER : MARGIN);
    double needed = samples / perMilli;
    int wanted = soon ? 1 : test.mustBeObserved() ? FEWEST_FORKS : forks;
    int millis = (int) Math.max(least, Math.min(most, Math.ceil(needed / wanted)));
    return new Share(test, (int) Math.max(wanted, Math.ceil(needed / millis)), millis);
  }

  /** Of what must be seen one fork more: seldom is all of it seen in the first. */
  private double millis(Share share) {
    Speed speed = machine.speed(share.test());
    double forks = share.forks() + (share.test().mustBeObserved() ? 1 : 0);
    return forks * (share.millis() + speed.overheadMillis());
  }
}
