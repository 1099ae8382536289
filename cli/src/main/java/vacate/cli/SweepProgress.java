// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import vacate.scene.Scenario;
import vacate.universe.Universe;

/**
 * How far a sweep is, and how long it may still take. Scenarios with more operations take longer,
 * and come later: as long as there are some of a size of which none is done, what is said is less
 * than it will be, and it is said that it is.
 */
final class SweepProgress {
  /** Those of one size. */
  private static final class Size {
    private int left;
    private int done;
    private long nanos;
  }

  private final TreeMap<Integer, Size> sizes = new TreeMap<>();
  private final int all;
  private final LongSupplier nanoTime;
  private long last;
  private int left;

  /**
   * Begins now.
   *
   * @param todo those that are to be explored
   * @param known how many others are known already
   */
  SweepProgress(Collection<Scenario> todo, int known, LongSupplier nanoTime) {
    todo.forEach(s -> sizes.computeIfAbsent(Universe.size(s), n -> new Size()).left++);
    left = todo.size();
    all = todo.size() + known;
    this.nanoTime = nanoTime;
    last = nanoTime.getAsLong();
  }

  /** One more is done; returns what to say. */
  String done(Scenario scenario) {
    long now = nanoTime.getAsLong();
    Size size = sizes.get(Universe.size(scenario));
    size.nanos += now - last;
    size.done++;
    size.left--;
    left--;
    last = now;
    return all - left + " of " + all + " scenarios, " + toGo() + " to go";
  }

  private String toGo() {
    double nanos = 0;
    double each = 0;
    boolean isLess = false;
    for (Size size : sizes.values()) {
      if (size.done > 0) {
        each = (double) size.nanos / size.done;
      } else {
        isLess = true;
      }
      nanos += each * size.left;
    }
    return (isLess ? "at least about " : "about ") + Elapsed.text(Duration.ofNanos((long) nanos));
  }
}
