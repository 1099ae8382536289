// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run will do, made before it begins.
 *
 * @param machine on which
 * @param shares of the tests that it can decide, in the order of their turns
 * @param leftOut those that it cannot
 * @param expected how long it takes if the machine stays as it was measured
 * @param limit when it ends in any case, but for the forks that are running then
 */
public record Plan(
    Capacity machine,
    List<Share> shares,
    List<LeftOut> leftOut,
    Duration expected,
    Duration limit) {
  /** Why a test is not tried. */
  public enum Cause {
    /** It would take more time than is left for it. */
    NO_TIME,
    /** It is about what two actors do at once, and here they never are. */
    NO_RACE
  }

  /**
   * A test that is not tried.
   *
   * @param needed time that it would take
   */
  public record LeftOut(HardwareTest test, Cause cause, Duration needed) {
    /** In words. */
    String reason() {
      return switch (cause) {
        case NO_TIME ->
            "it would take "
                + needed.toSeconds()
                + " s on this machine as it is now, and the time does not suffice for all";
        case NO_RACE -> "two actors hardly ever run at the same time on this machine as it is now";
      };
    }
  }

  /** A plan that nothing will come of: whoever wanted it has stopped it. */
  static Plan stopped(Capacity machine, List<HardwareTest> tests) {
    return new Plan(
        machine,
        tests.stream().map(test -> new Share(test, 1, Weight.of(test).millis)).toList(),
        List.of(),
        Duration.ZERO,
        Duration.ZERO);
  }

  public Plan {
    shares = List.copyOf(shares);
    leftOut = List.copyOf(leftOut);
  }

  /** Why a test is left out; empty if it is not. */
  Optional<LeftOut> leftOut(HardwareTest test) {
    return leftOut.stream().filter(out -> out.test().equals(test)).findFirst();
  }

  /** How many of the tests must be seen, and come first for that. */
  public int mustBeSeen() {
    return (int) shares.stream().filter(share -> share.test().mustBeObserved()).count();
  }
}
